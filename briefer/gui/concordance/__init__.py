"""Concordances in a window of their own: lines around the term, and what it is rendered with."""
