"""Tests of symbols in the text."""
