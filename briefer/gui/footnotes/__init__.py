"""Footnotes shown where their marks stand."""
