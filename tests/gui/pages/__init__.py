"""Tests of the pages beside the text."""
