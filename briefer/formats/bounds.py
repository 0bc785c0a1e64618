"""How much of a file is taken in at most: what is more would hold up all that follows.

The parsing process refuses it itself, before it writes it all down; its answer is held to the
same bounds, for it may lie. They stand well above what two thousand printed pages hold.
"""

from __future__ import annotations

from briefer.formats.parsed import Parsed

MOST_BLOCKS = 150_000
MOST_LINES = 300_000
MOST_LETTERS = 10_000_000
MOST_LETTERS_TOGETHER = 1_000_000  # in one block


def too_much(parsed: Parsed) -> bool:
    """Whether it is more than is taken in."""
    lines = sum(len(block.lines) for block in parsed.blocks)
    letters = [sum(len(line.text) for line in block.lines) for block in parsed.blocks]
    many = len(letters) > MOST_BLOCKS or lines > MOST_LINES or sum(letters) > MOST_LETTERS
    return many or max(letters, default=0) > MOST_LETTERS_TOGETHER
