"""What plain text says by spaces alone: indented first lines, and columns of a masthead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefer.core.structure.joining import joined
from briefer.core.structure.masthead_lines import masthead_field

LEAST_INDENT = 2
MOST_INDENT = 16
# So many paragraphs must begin alike before an indent is taken for a habit of the text.
LEAST_HABIT = 3
_GAP = re.compile(r"(?: {4,}|\t+ *)")


def first_line_indent(groups: Sequence[Sequence[str]]) -> int | None:
    """By how many spaces the text indents the first lines of its paragraphs, None if it does not.

    Counted are rows that stand further in than the row below them. Centred titles stand at
    all depths, a habit at one.
    """
    deeper: Counter[int] = Counter()
    for group in groups:
        indents = [_indent(row) for row in group]
        for this, below in pairwise(indents):
            if LEAST_INDENT <= this - below <= MOST_INDENT:
                deeper[this] += 1
    if not deeper:
        return None
    indent, count = deeper.most_common(1)[0]
    return indent if count >= LEAST_HABIT and count * 5 >= deeper.total() * 3 else None


def cut_at_indents(group: Sequence[str], indent: int) -> list[list[str]]:
    """The rows of a group in parts, each beginning at a row indented by `indent`.

    A part that does begin so is one paragraph, and is one row then.
    """
    parts: list[list[str]] = []
    for row in group:
        if parts and not (_indent(row) == indent and _indent(parts[-1][-1]) <= indent):
            parts[-1].append(row)
        else:
            parts.append([row])
    return [[joined([row.strip() for row in part])] if _indent(part[0]) == indent else part for part in parts]


def columns(row: str) -> list[str]:
    """The row's two columns, when it is a masthead's and has them; else the row alone."""
    parts = [part for part in _GAP.split(row.strip()) if part]
    if len(parts) == 2 and any(masthead_field(part) for part in parts):
        return parts
    return [row.strip()]


def _indent(row: str) -> int:
    expanded = row.expandtabs(4)
    return len(expanded) - len(expanded.lstrip(" "))
