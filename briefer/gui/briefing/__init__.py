"""Briefing notes in the window."""
