"""Tests of `briefer.gui.search`."""
