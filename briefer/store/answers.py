"""What answers a query: documents and passages, as masks over the segments of an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from briefer.store.inverted.segment import Numbers, Segment


class Passage(NamedTuple):
    """A paragraph of a document that answers."""

    language: str
    number: int
    kind: str


@dataclass(frozen=True)
class Part:
    """The answers in one segment: of its rows, of its documents by a row alone, and by all rows together."""

    segment: Segment
    rows: Numbers
    alone: Numbers
    together: Numbers

    @property
    def documents(self) -> Numbers:
        return self.alone | self.together


class DocumentRows:
    """The rows of one document in its segment, counted from its head; without a segment there are none."""

    def __init__(self, segment: Segment | None, document: int = 0) -> None:
        self.segment = segment
        self.part = slice(0, 0)
        if segment is not None:
            self.part = slice(int(segment.starts[document]), int(segment.starts[document + 1]))

    @property
    def none(self) -> Numbers:
        """No row."""
        return np.zeros(0, dtype=np.int64)

    @cached_property
    def numbers(self) -> Numbers:
        """Of each row the number of the paragraph, -1 of the head."""
        return self.segment.numbers[self.part] if self.segment else np.zeros(0, dtype=np.int32)

    def languages(self, language: str) -> Numbers:
        """Which rows are in a language."""
        if self.segment is None or language not in self.segment.language_names:
            return np.zeros(len(self.numbers), dtype=bool)
        code = self.segment.language_names.index(language)
        found: Numbers = self.segment.languages[self.part] == code
        return found

    def holds_kind(self, kind: str) -> bool:
        """Whether any document of the segment has rows of a kind."""
        return self.segment is not None and kind in self.segment.kind_names

    def kinds(self, kind: str) -> Numbers:
        """Which rows are of a kind."""
        if self.segment is None or kind not in self.segment.kind_names:
            return np.zeros(len(self.numbers), dtype=bool)
        found: Numbers = self.segment.kinds[self.part] == self.segment.kind_names.index(kind)
        return found

    def paragraphs(self, mask: Numbers, without: Numbers | None = None) -> Numbers:
        """The rows that a mask of the segment's rows holds and another one does not, but the head."""
        held = mask[self.part]
        if without is not None:
            held = held & ~without[self.part]
        found: Numbers = np.flatnonzero(held)
        return found[1:] if len(found) and self.numbers[found[0]] < 0 else found

    def passage(self, row: int) -> Passage:
        """The paragraph of a row."""
        segment = self.segment
        if segment is None:
            raise IndexError(row)
        place = self.part.start + row
        return Passage(
            segment.language_names[segment.languages[place]],
            int(segment.numbers[place]),
            segment.kind_names[segment.kinds[place]],
        )


class Answers:
    """What answers a query."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = tuple(parts)

    @property
    def count(self) -> int:
        """How many documents answer."""
        return sum(int(np.count_nonzero(part.documents)) for part in self.parts)

    @property
    def passages(self) -> int:
        """How many paragraphs answer by themselves."""
        return sum(int(np.count_nonzero(part.rows & part.segment.paragraphs)) for part in self.parts)

    def documents(self, *, alone: bool) -> Numbers:
        """Which documents of all segments answer by one passage alone, or only by all together."""
        found = [part.alone if alone else part.together for part in self.parts]
        return np.concatenate(found) if found else np.zeros(0, dtype=bool)

    def without(self, other: Answers) -> Answers:
        """The documents here that do not answer there; and no row of others counts."""
        parts = []
        for here, there in zip(self.parts, other.parts, strict=True):
            fresh = ~there.documents
            rows = here.rows & fresh[here.segment.documents]
            parts.append(Part(here.segment, rows, here.alone & fresh, here.together & fresh))
        return Answers(parts)

    def counted(self) -> dict[str, dict[str, int]]:
        """In how many documents passages of each `language` and of each `kind` answer."""
        counts: dict[str, Counter[str]] = {"language": Counter(), "kind": Counter()}
        for part in self.parts:
            segment = part.segment
            flags = np.zeros(
                (len(segment.ids), len(segment.language_names), len(segment.kind_names)), dtype=bool
            )
            flags.reshape(-1)[segment.slots[part.rows & segment.paragraphs]] = True
            for name, names, axis in (
                ("language", segment.language_names, 2),
                ("kind", segment.kind_names, 1),
            ):
                held = np.count_nonzero(flags.any(axis=axis), axis=0).tolist()
                counts[name].update({value: n for value, n in zip(names, held, strict=True) if n})
        return {name: dict(found) for name, found in counts.items()}
