"""The lines of a concordance as JSON values, on which scripts may rely (resources/schemas)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefer.core.concordance.lines import Concordance, KwicLine
from briefer.core.document import Span


def concordance_values(concordance: Concordance, citations: Sequence[str]) -> list[dict[str, Any]]:
    """A value a line: `left`, `node` and `right` make up the paragraph; marks are code points.

    `citations` say how each line is cited.
    """
    return [_line(line, cited) for line, cited in zip(concordance.lines, citations, strict=True)]


def _line(line: KwicLine, cited: str) -> dict[str, Any]:
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
        "citation": cited,
    }


def _mark(span: Span) -> list[int]:
    return [span.start, span.end]
