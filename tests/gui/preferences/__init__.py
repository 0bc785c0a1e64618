"""Tests of `briefer.gui.preferences`."""
