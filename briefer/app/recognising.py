"""What the recognition of text in pictures needs from the system."""

from __future__ import annotations


def missing_packages() -> tuple[str, ...]:
    """The packages without which no text can be recognised; none when all is there."""
    from briefer.formats.ocr import available

    return available()
