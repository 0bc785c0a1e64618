"""Tests of `briefer.gui.concordance`."""
