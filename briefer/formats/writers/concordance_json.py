"""The lines of a concordance as JSON values, on which scripts may rely (resources/schemas)."""

from __future__ import annotations

from typing import Any

from briefer.core.concordance.lines import Concordance, KwicLine
from briefer.core.document import Span


def concordance_values(concordance: Concordance) -> list[dict[str, Any]]:
    """A value a line: `left`, `node` and `right` make up the paragraph; marks are code points."""
    return [_line(line) for line in concordance.lines]


def _line(line: KwicLine) -> dict[str, Any]:
    return {
        "id": line.document_id,
        "title": line.title,
        "symbol": line.symbol,
        "language": line.language,
        "label": line.label,
        "index": line.index,
        "start": line.node.start,
        "end": line.node.end,
        "left": line.text[: line.node.start],
        "node": line.text[line.node.start : line.node.end],
        "right": line.text[line.node.end :],
        "counterpart_language": line.counterpart_language,
        "counterpart": line.counterpart,
        "counterpart_marks": [_mark(mark) for mark in line.counterpart_marks],
        "counterpart_term": line.counterpart_term,
    }


def _mark(span: Span) -> list[int]:
    return [span.start, span.end]
