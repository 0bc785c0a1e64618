"""Concordances: every place of a term in context, and what it is in the other language.

Finding the places in a library belongs to `briefer.app.concording`; files are written by `formats`.
"""
