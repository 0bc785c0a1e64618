"""Repairs of what any reader has found: words in the wrong script, spaced-out letters, ligatures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefer.core.structure.lines import Block
from briefer.formats.repair.codes import CLOSED, FOLDED, MISREAD
from briefer.formats.repair.lookalikes import folded
from briefer.formats.repair.misread import reread
from briefer.formats.repair.spacing import closed_up

_LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_LIGATURE = re.compile("[\ufb00-\ufb06]")


def repaired(
    blocks: Sequence[Block], *, recognised: bool = False
) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """`blocks` with their text repaired, and the codes of what was done to it.

    `recognised` text holds more words in the wrong script than other text.
    """
    before = [line.text for block in blocks for line in block.lines]
    before += [link.text for block in blocks for link in block.links]
    codes: list[str] = []
    texts = [_LIGATURE.sub(lambda found: _LIGATURES[ord(found[0])], text) for text in before]
    if found := reread(texts):
        texts = list(found.lines)
        codes.append(MISREAD)
    texts, count = folded(texts, recognised=recognised)
    if count and not recognised:
        codes.append(FOLDED)
    closed = [closed_up(text) for text in texts]
    if closed != texts:
        codes.append(CLOSED)
    if closed == before:
        return tuple(blocks), ()
    return _changed(blocks, dict(zip(before, closed, strict=True))), tuple(codes)


def _changed(blocks: Sequence[Block], texts: Mapping[str, str]) -> tuple[Block, ...]:
    made = []
    for block in blocks:
        lines = tuple(replace(line, text=texts[line.text]) for line in block.lines)
        links = tuple(replace(link, text=texts[link.text]) for link in block.links)
        made.append(replace(block, lines=lines, links=links))
    return tuple(made)
