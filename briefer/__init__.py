"""Briefer, a bilingual reader for United Nations session documents."""

__version__ = "0.1.0"
