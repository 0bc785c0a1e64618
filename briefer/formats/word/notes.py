"""Footnotes and endnotes of a word-processor file, marked in the order of their references."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefer.core.structure.lines import Block, Line
from briefer.formats.markup import Node, local
from briefer.formats.numbering import FORMATS
from briefer.formats.word.parts import Parts, W, value
from briefer.formats.word.text import SUPERSCRIPTS

_SORTS = ("footnote", "endnote")
_TYPED_MARKS = ("*", "†", "‡")
# What a word processor shows unless the file says otherwise.
_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}
_SYMBOLS = "*†‡§"


class Notes:
    """Keeps the references to notes as they are met; then gives the notes themselves."""

    def __init__(self, parts: Parts) -> None:
        self._notes: dict[tuple[str, str], Node] = {}
        self._marks: dict[tuple[str, str], str] = {}
        self._places: dict[tuple[str, str], int] = {}
        self._counts = dict.fromkeys(_SORTS, 0)
        self._formats = dict(_USUAL)
        settings = parts.part("settings")
        for sort in _SORTS:
            self.number(sort, settings)
            part = parts.part(sort + "s")
            for note in () if part is None else part.findall(W + sort):
                self._notes[sort, note.get(W + "id") or ""] = note

    def number(self, sort: str, properties: Node | None) -> None:
        """Number the notes of a sort as the settings or a section say, if they do."""
        self._formats[sort] = value(properties, f"{sort}Pr/numFmt") or self._formats[sort]

    def refer(self, reference: Node, place: int) -> str:
        """The mark of the note that `reference` in block `place` refers to; "" if it is typed out."""
        sort = local(reference).removesuffix("Reference")
        key = sort, reference.get(W + "id") or ""
        if key in self._marks or key not in self._notes:
            return self._marks.get(key, "")
        self._places[key] = place
        if reference.get(W + "customMarkFollows") in {"1", "true", "on"}:
            self._marks[key] = ""
            return ""
        self._counts[sort] += 1
        self._marks[key] = _shown(self._counts[sort], self._formats[sort])
        return self._marks[key]

    def shift(self, start: int, count: int) -> None:
        """Take into account that `count` blocks were put in before block `start`."""
        for key, place in self._places.items():
            self._places[key] = place + count if place >= start else place

    def blocks(self, places: range, text_of: Callable[[Node], list[str]]) -> Iterator[Block]:
        """The notes that were referred to in `places`, marks in front; footnotes before endnotes."""
        for sort in _SORTS:
            for key, mark in self._marks.items():
                here = key[0] == sort and self._places[key] in places
                texts = text_of(self._notes[key]) if here else []
                if texts:
                    shown = mark or ("" if texts[0].startswith(_TYPED_MARKS) else "*")
                    texts[0] = f"{shown} {texts[0]}".strip()
                    yield Block((Line(" ".join(texts)),))


def _shown(number: int, form: str) -> str:
    """The mark as it is printed: raised, or a symbol that is given more often with every turn."""
    if form == "chicago":
        turn, place = divmod(number - 1, len(_SYMBOLS))
        return _SYMBOLS[place] * (turn + 1)
    return FORMATS.get(form, str)(number).lower().translate(SUPERSCRIPTS)
