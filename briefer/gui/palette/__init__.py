"""Choosing by a few letters: commands, places, labels."""
