"""Tests of `briefer.gui.annotations`."""
