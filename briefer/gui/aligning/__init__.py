"""Correcting the alignment in the window, and the sentences that belong together."""
