"""An alignment as a table of tab-separated values, a line for what stands opposite each other.

The columns: numbers of the left and of the right paragraphs (from 0, with commas between), confidence,
origin, left text, right text. Of several paragraphs or sentences each begins a new line in the text.
"""

from __future__ import annotations

import re

from briefer.core.alignment import Alignment, Row

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_PLAIN = {escape: sign for sign, escape in _ESCAPES.items()}
_SIGN = re.compile(r"[\\\t\n\r]")
_ESCAPE = re.compile(r"\\[\\tnr]")


def alignment_tsv(alignment: Alignment) -> str:
    """The lines, each with its end."""
    return "".join(_line(row) for row in alignment.rows())


def escaped(text: str) -> str:
    r"""`text` on one line: backslash, tab and line ends as \\, \t, \n and \r."""
    return _SIGN.sub(lambda found: _ESCAPES[found.group()], text)


def unescaped(field: str) -> str:
    """The inverse of `escaped`."""
    return _ESCAPE.sub(lambda found: _PLAIN[found.group()], field)


def _line(row: Row) -> str:
    fields = (
        ",".join(map(str, row.left)),
        ",".join(map(str, row.right)),
        f"{row.confidence:.3f}",
        row.origin,
        escaped("\n".join(row.left_texts)),
        escaped("\n".join(row.right_texts)),
    )
    return "\t".join(fields) + "\n"
