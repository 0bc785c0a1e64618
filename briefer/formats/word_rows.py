"""Rows of tables whose first cell holds nothing but the number of what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefer.core.labels import read_mark
from briefer.core.language import scripts
from briefer.core.structure.lines import Block

_LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zа-я]{1,2}|[ivx]{1,5})[.)]", re.IGNORECASE)


def labelled(cells: Sequence[list[Block]]) -> list[Block]:
    """The blocks of a row; a bare number at its start goes to the text beside it.

    It goes to the next cell with text and to one in the other script, since both languages of
    a paragraph may share the number.
    """
    filled = [cell for cell in cells if cell]
    whole = [block for cell in filled for block in cell]
    if len(filled) < 2 or len(filled[0]) != 1 or not _LABEL.fullmatch(_text(filled[0][0])):
        return whole
    label, found, served = _text(filled[0][0]), list[Block](), set[bool]()
    for cell in filled[1:]:
        letters = scripts(_text(cell[0]))
        script = letters.cyrillic > letters.latin
        takes = script not in served and read_mark(_text(cell[0])) is None
        found += [_with_label(label, cell[0]) if takes else cell[0], *cell[1:]]
        served.add(script)
    return found


def _text(block: Block) -> str:
    return " ".join(line.text for line in block.lines)


def _with_label(label: str, block: Block) -> Block:
    first = block.lines[0]
    return replace(block, lines=(replace(first, text=f"{label} {first.text}"), *block.lines[1:]))
