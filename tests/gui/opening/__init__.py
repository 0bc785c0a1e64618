"""Tests of how files come into the window."""
