"""Footnotes and endnotes of a word-processor file, numbered in the order of their marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefer.core.structure.lines import Block, Line
from briefer.formats.word_parts import Element, Parts, W, local
from briefer.formats.word_text import SUPERSCRIPTS

_SORTS = ("footnote", "endnote")
_TYPED_MARKS = ("*", "†", "‡")


class Notes:
    """Keeps the references to notes as they are met; then gives the notes themselves."""

    def __init__(self, parts: Parts) -> None:
        self._notes: dict[tuple[str, str], Element] = {}
        self._marks: dict[tuple[str, str], str] = {}
        self._places: dict[tuple[str, str], int] = {}
        self._counts = dict.fromkeys(_SORTS, 0)
        for sort in _SORTS:
            part = parts.part(sort + "s")
            for note in () if part is None else part.findall(W + sort):
                self._notes[sort, note.get(W + "id") or ""] = note

    def refer(self, reference: Element, place: int) -> None:
        """Count the note that `reference` in block `place` refers to, unless its mark is typed out."""
        sort = local(reference).removesuffix("Reference")
        key = sort, reference.get(W + "id") or ""
        if key in self._marks or key not in self._notes:
            return
        self._places[key] = place
        if reference.get(W + "customMarkFollows") in {"1", "true", "on"}:
            self._marks[key] = ""
            return
        self._counts[sort] += 1
        self._marks[key] = str(self._counts[sort]).translate(SUPERSCRIPTS)

    def blocks(self, places: range, text_of: Callable[[Element], str]) -> Iterator[Block]:
        """The notes that were referred to in `places`, marks in front; footnotes before endnotes."""
        for sort in _SORTS:
            for key, mark in self._marks.items():
                here = key[0] == sort and self._places[key] in places
                text = text_of(self._notes[key]) if here else ""
                if text:
                    shown = mark or ("" if text.startswith(_TYPED_MARKS) else "*")
                    yield Block((Line(f"{shown} {text}".strip()),))
