"""Tests of footnotes shown where their marks stand."""
