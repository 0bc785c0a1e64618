"""Tests of correcting the alignment in the window."""
