"""What a paragraph looks like from outside: length, label, kind, first and last letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from briefer.core.align.furniture import marks_of_furniture
from briefer.core.align.stopping import Check, stoppable
from briefer.core.document import Kind, Paragraph
from briefer.core.labels import Mark, read_mark
from briefer.core.values import dataclass

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

_HEAD = 80
_LETTER = re.compile(r"[^\W\d_]")
_TAIL = re.compile(r"[\s\"'»”’)\]*]+\Z")
_ENDS = {".": 1, ";": 2, ":": 3, ",": 4, "?": 5, "!": 5}
_KINDS = list(Kind)
# Ways in which a first letter, a last character, a label can be.
UNKNOWN = 0
_LOWER, _UPPER, _CAPITALS = 1, 2, 3
_OTHER_END = 6


@dataclass(frozen=True)
class Surface:
    """The looks of one version's paragraphs, an entry each.

    `labels` are numbers given to labels, 0 for none, equal where the labels are. `furniture` has a
    column for each mark of page furniture.
    """

    lengths: Floats
    labels: Ints
    kinds: Ints
    cases: Ints
    ends: Ints
    furniture: Floats

    def part(self, part: slice) -> Surface:
        """The looks of some of the paragraphs."""
        return Surface(
            self.lengths[part],
            self.labels[part],
            self.kinds[part],
            self.cases[part],
            self.ends[part],
            self.furniture[part],
        )


def surface(
    paragraphs: Sequence[Paragraph],
    marks: Sequence[Mark | None],
    label_ids: dict[str, int],
    page_words: frozenset[str],
    check: Check,
) -> Surface:
    """The looks of `paragraphs`; `marks` are labels that stand in their texts.

    `label_ids` is shared by both versions and grows.
    """
    labels, cases, ends = [], [], []
    for paragraph, mark in stoppable(zip(paragraphs, marks, strict=True), check):
        label = paragraph.label or (mark.label if mark else None)
        if label and label.startswith("PP") and not mark:
            label = None  # counted by us: where one is left out, all that follow are shifted
        labels.append(label_ids.setdefault(label, len(label_ids) + 1) if label else UNKNOWN)
        cases.append(_case(paragraph.text[mark.length if mark else 0 :][:_HEAD]))
        ends.append(_end(paragraph.text))
    return Surface(
        np.array([len(p.text) for p in paragraphs], dtype=np.float64),
        np.array(labels, dtype=np.int64),
        np.array([_KINDS.index(p.kind) for p in paragraphs], dtype=np.int64),
        np.array(cases, dtype=np.int64),
        np.array(ends, dtype=np.int64),
        marks_of_furniture(paragraphs, page_words),
    )


def head_mark(paragraph: Paragraph) -> Mark | None:
    """The label that stands in the text itself, as in files that are read line by line."""
    return read_mark(paragraph.text[:_HEAD]) if paragraph.label is None else None


def _case(text: str) -> int:
    letters = _LETTER.findall(text)
    if not letters:
        return UNKNOWN
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return _CAPITALS
    return _UPPER if letters[0].isupper() else _LOWER


def _end(text: str) -> int:
    bare = _TAIL.sub("", text[-12:])
    return _ENDS.get(bare[-1:], _OTHER_END)
