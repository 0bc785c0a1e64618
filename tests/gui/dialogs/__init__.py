"""Tests of `briefer.gui.dialogs`."""
