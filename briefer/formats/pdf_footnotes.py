"""Footnotes at the foot of a page: told by smaller type and the mark that they begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefer.formats.pdf_printed import Printed

SMALLER = 0.93
_MARK = re.compile(r"(?P<mark>\*{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[†‡])\s*(?=\S)")


def split_footnotes(
    lines: Sequence[Printed], body_size: float, height: float
) -> tuple[list[Printed], list[Printed]]:
    """The text of a page and its footnotes; furniture is not among `lines`."""
    start = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if line.size > SMALLER * body_size or line.box.top < height * 0.3:
            break
        if _MARK.match(line.text):
            start = place
    return list(lines[:start]), list(lines[start:])


def begins_footnote(text: str) -> bool:
    """Whether a line among footnotes begins one."""
    return bool(_MARK.match(text))


def without_marks_of(lines: Sequence[Printed], footnotes: Sequence[Printed]) -> list[Printed]:
    """`lines` without the raised marks of the footnotes on their page; other raised digits stay."""
    marks = {found["mark"] for note in footnotes if (found := _MARK.match(note.text))}
    raised = sorted((mark for mark in marks if mark[0] not in "*"), key=len, reverse=True)
    if not raised:
        return list(lines)
    pattern = re.compile(rf"(?<=\S)\s?(?:{'|'.join(map(re.escape, raised))})(?![⁰¹²³⁴⁵⁶⁷⁸⁹])")
    return [replace(line, text=pattern.sub("", line.text)) for line in lines]
