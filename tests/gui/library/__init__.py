"""Tests of `briefer.gui.library`."""
