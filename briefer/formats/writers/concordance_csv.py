"""The lines of a concordance as comma-separated values that a spreadsheet takes for text.

A cell that a spreadsheet might reckon with (it begins with =, +, -, @, a tab or a line end) gets an
apostrophe in front, as OWASP advises against formula injection; what stands in documents is not trusted.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from briefer.core.concordance.context import one_line
from briefer.core.concordance.lines import KwicLine

COLUMNS = (
    "document", "symbol", "id", "language", "label", "index", "left", "node", "right",
    "counterpart_language", "counterpart", "counterpart_term", "citation",
)  # fmt: skip
_RECKONED = ("=", "+", "-", "@", "\t", "\r", "\n")


def concordance_csv(lines: Sequence[KwicLine], citations: Sequence[str]) -> str:
    """A line of names, then a line for each place with its citation; every cell on one line of text."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line, cited in zip(lines, citations, strict=True):
        writer.writerow(_harmless(one_line(cell)) for cell in (*_cells(line), cited))
    return written.getvalue()


def _cells(line: KwicLine) -> tuple[str, ...]:
    return (
        line.title,
        line.symbol or "",
        line.document_id,
        line.language,
        line.label or "",
        str(line.index),
        line.text[: line.node.start],
        line.written,
        line.text[line.node.end :],
        line.counterpart_language or "",
        line.counterpart or "",
        line.counterpart_term or "",
    )


def _harmless(cell: str) -> str:
    cell = cell.replace("\x00", "")
    return f"'{cell}" if cell.lstrip().startswith(_RECKONED) else cell
