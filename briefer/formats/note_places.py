"""Puts the notes of a text where a reader of one language version looks for them: at its end."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.core.structure.lines import Block
from briefer.core.structure.paragraphs import Piece
from briefer.core.structure.versions import version_cut


def with_notes(blocks: Sequence[Block], notes: Sequence[tuple[int, Block]]) -> list[Block]:
    """`blocks` with each note (the index of the block that refers to it, and the note) placed.

    Notes come in order at the end of the version that they are referred to in; at the end of
    the text where there is one version, or versions take turns.
    """
    if not notes:
        return list(blocks)
    pieces = [
        Piece(" ".join(line.text for line in block.lines), cell=block.cell is not None) for block in blocks
    ]
    cut = version_cut(pieces)
    cut = len(blocks) if cut is None else cut
    first = [note for place, note in notes if place < cut]
    second = [note for place, note in notes if place >= cut]
    return [*blocks[:cut], *first, *blocks[cut:], *second]
