"""Readers (bytes to lines of text, in a process of their own) and writers (values to bytes)."""
