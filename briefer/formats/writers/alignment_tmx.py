"""An alignment as a translation memory: TMX 1.4, which OmegaT and other translators' tools open.

Only what is matched goes in, a unit each: beads of paragraphs, or of sentences where there are any.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from briefer.core.alignment import Alignment, Row

# What XML 1.0 cannot hold, and marks that would turn the direction of what is shown.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_SPACE = re.compile(r"\s+")


def alignment_tmx(alignment: Alignment, version: str) -> str:
    """The memory; `version` is that of the program that made it."""
    languages = alignment.left.language, alignment.right.language
    header = {
        "creationtool": "Briefer",
        "creationtoolversion": version,
        "segtype": "paragraph" if alignment.sentences is None else "sentence",
        "o-tmf": "Briefer",
        "adminlang": "en",
        "srclang": languages[0],
        "datatype": "plaintext",
    }
    attributes = [f'{name}="{escape(value)}"' for name, value in header.items()]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        f"<header {' '.join(attributes)}/>",
        "<body>",
    ]
    for row in alignment.rows():
        if row.matched:
            lines += _unit(row, languages)
    return "\n".join([*lines, "</body>", "</tmx>"]) + "\n"


def _unit(row: Row, languages: tuple[str, str]) -> list[str]:
    texts = zip(languages, (row.left_texts, row.right_texts), strict=True)
    return [
        "<tu>",
        f'<prop type="x-confidence">{row.confidence:.3f}</prop>',
        f'<prop type="x-origin">{row.origin}</prop>',
        *(
            f'<tuv xml:lang="{code}"><seg>{escape(segment(parts), quote=False)}</seg></tuv>'
            for code, parts in texts
        ),
        "</tu>",
    ]


def segment(parts: Sequence[str]) -> str:
    """Several texts as one segment: on one line, without what XML cannot hold."""
    return _SPACE.sub(" ", _FORBIDDEN.sub("", " ".join(parts))).strip()
