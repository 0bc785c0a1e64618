"""Reads RTF, which old word processors, WordPad and ministries' systems still write.

Heads and feet of pages are furniture, but for the head of a title page. Notes come at the end of
the language version that they stand in.
"""

from __future__ import annotations

import codecs

from briefer.core.errors import EncodingUnknown
from briefer.core.structure.lines import Block
from briefer.formats.letters import garbled
from briefer.formats.note_places import with_notes
from briefer.formats.parsed import Parsed
from briefer.formats.rtf.state import Definitions
from briefer.formats.rtf.tokens import Tokens
from briefer.formats.rtf.walk import RtfWalk

# What a file that says nothing true of its encoding is in, among those who still write RTF.
LIKELY = "cp1251"


def read_rtf(data: bytes, encoding: str | None = None) -> Parsed:
    """The blocks of an RTF file; `encoding` overrules what it says of itself.

    Raises FileDamaged and EncodingUnknown.
    """
    if encoding is not None:
        return _read(data, Definitions(_known(encoding)))
    parsed = _read(data, Definitions())
    if garbled(_text(parsed.blocks)):
        other = _read(data, Definitions(LIKELY))
        if not garbled(_text(other.blocks)):
            return Parsed("rtf", other.blocks, encoding=other.encoding, repairs=("encoding-guessed",))
    return parsed


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        raise EncodingUnknown(encoding=encoding) from None


def _read(data: bytes, definitions: Definitions) -> Parsed:
    walk = RtfWalk(Tokens(data), definitions)
    walk.go()
    edges: dict[str, Block] = {}
    for block in walk.stories.edges:
        text = _text((block,))
        if any(letter.isalpha() for letter in text):
            edges.setdefault(text, block)
    blocks = (*with_notes(walk.stories.here.flow.blocks, walk.stories.notes), *edges.values())
    return Parsed("rtf", blocks, encoding=definitions.encoding)


def _text(blocks: tuple[Block, ...]) -> str:
    return "\n".join(line.text for block in blocks for line in block.lines)
