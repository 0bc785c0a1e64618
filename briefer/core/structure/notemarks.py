"""Footnotes tied to their marks: the marks leave the text, and where they stood is kept."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefer.core.document import Kind, NoteMark, Paragraph
from briefer.core.labels import RAISED, raised, read_mark
from briefer.core.structure.masthead_lines import dateline, masthead_field
from briefer.core.structure.paragraphs import Piece
from briefer.core.symbols import find_symbols

_CLOSES = r"(?=$|[\s,.;:!?)»”\"\]/–—-])"
_MARKS = re.compile(
    rf"(?P<stars>(?<=[^\s*])\s?\*{{1,4}}{_CLOSES})|(?P<raised>(?<=\S)\s?[{RAISED}]{{1,6}}(?:[,\s]?(?=[{RAISED}])[{RAISED}]{{1,6}})*)"
    r"|(?P<daggers>(?<=\S)[†‡])|\s?\[(?P<number>\d{1,3})\]"
)
_UNIT = re.compile(r"(?:^|[\s\d(/·])(?:[kcmdµ]?m|[кcсмдк]?м|см|км)$")
_WORD = re.compile(r"[^\W\d_]{4,}$|[.,;:!?)»”\"\]]$")
_GLUED_DIGIT = re.compile(
    r"(?<=[^\W\d_])(?<!\b[A-Za-zА-Яа-я])[.,;:)»”\"]{0,2}(?P<mark>\d{1,2})(?=$|[\s,.;:)»”\"])"
)
_DIGIT_NOTE = re.compile(r"(?P<mark>\d{1,2})\s+(?=[A-ZА-ЯЁ«“\"][^.]{8,}|(?:https?|www)\b)")


def digit_notes(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, footnotes of plain digits and their marks raised as they are in print.

    "1 See A/RES/79/1" is a footnote only if a "1" glued to a word stands somewhere before it.
    """
    glued: Counter[str] = Counter()
    notes: dict[int, str] = {}
    for place, piece in enumerate(pieces):
        found = (
            None
            if piece.furniture or piece.cell or piece.contents or piece.heading or _of_head(piece.text)
            else _DIGIT_NOTE.match(piece.text)
        )
        if found and read_mark(piece.text) is None and glued[found["mark"]]:
            notes[place] = found["mark"]
            glued[found["mark"]] -= 1
        elif not piece.furniture:
            glued.update(mark["mark"] for mark in _glued(piece.text))
    if not notes:
        return list(pieces)
    counted = set(notes.values())
    return [
        replace(piece, text=_raised_note(piece.text))
        if place in notes
        else replace(piece, text=_raised_marks(piece.text, counted))
        if not piece.furniture
        else piece
        for place, piece in enumerate(pieces)
    ]


def _of_head(text: str) -> bool:
    """Whether `text` is a date or the like: "3 March 2025" is no footnote of "CRP.3"."""
    return masthead_field(text) is not None or dateline(text)


def _raised_note(text: str) -> str:
    found = _DIGIT_NOTE.match(text)
    return f"{raised(found['mark'])} {text[found.end() :]}" if found else text


def _raised_marks(text: str, counted: set[str]) -> str:
    for found in _glued(text):
        if found["mark"] in counted:
            text = text[: found.start("mark")] + raised(found["mark"]) + text[found.end() :]
    return text


def _glued(text: str) -> list[re.Match[str]]:
    """Digits right behind words, but for those of a document's symbol."""
    listed = list(_GLUED_DIGIT.finditer(text))
    symbols = [span for span, _ in find_symbols(text)] if listed else []
    return [found for found in listed if not any(s.start <= found.start() < s.end for s in symbols)]


def tied(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without the marks of footnotes in their text, which their `notes` tell instead."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, paragraph in enumerate(paragraphs):
        if paragraph.kind is Kind.FOOTNOTE and paragraph.label:
            places[paragraph.label].append(place)
    return [
        paragraph if paragraph.kind is Kind.FURNITURE else _tied(paragraph, place, paragraphs, places)
        for place, paragraph in enumerate(paragraphs)
    ]


def without_marks(text: str, known: Mapping[str, object] = {}) -> tuple[str, list[tuple[int, str]]]:
    """`text` without the marks of footnotes, and where which mark stood.

    `known` has the marks of the footnotes that are there. A symbol's own asterisk, an exponent and a
    reference in brackets to what is no footnote stay.
    """
    symbols = {span.end for span, symbol in find_symbols(text) if symbol.reissued} if "*" in text else set()
    kept: list[str] = []
    marks: list[tuple[int, str]] = []
    end = length = 0
    for found in _MARKS.finditer(text):
        listed = _listed(found, text, known, symbols)
        if not listed:
            continue
        kept.append(text[end : found.start()])
        length += found.start() - end
        marks += [(length, mark) for mark in listed]
        end = found.end()
    return "".join((*kept, text[end:])), marks


def _listed(found: re.Match[str], text: str, known: Mapping[str, object], symbols: set[int]) -> list[str]:
    """The marks that `found` stands for; none if it belongs to the text."""
    if found["stars"]:
        stars = found["stars"].strip()
        if found.end() in symbols or (found["stars"] != stars and stars not in known):
            return []
        return [stars]
    if found["daggers"]:
        return [found["daggers"]]
    if found["number"]:
        mark = raised(found["number"])
        return [mark] if mark in known and found.start() else []
    before = text[: found.start()]
    written = [mark for mark in re.split(rf"[^{RAISED}]", found["raised"]) if mark]
    marks = [mark for each in written for mark in _parted(each, known)]
    if all(mark in known for mark in marks):
        exponent = re.search(r"(?:^|\D)10$", before) or _UNIT.search(before)
        return [] if exponent else marks
    plain = found["raised"].isdigit()
    return marks if plain and _WORD.search(before) and not _UNIT.search(before) else []


def _parted(written: str, known: Mapping[str, object]) -> list[str]:
    """Marks that stand side by side, each as long as can be; the whole where it cannot be parted."""
    marks: list[str] = []
    start = 0
    while start < len(written):
        ends = (end for end in range(len(written), start, -1) if written[start:end] in known)
        end = next(ends, None)
        if end is None:
            return [written]
        marks.append(written[start:end])
        start = end
    return marks


def _tied(
    paragraph: Paragraph,
    place: int,
    paragraphs: Sequence[Paragraph],
    places: Mapping[str, Sequence[int]],
) -> Paragraph:
    text, marks = without_marks(paragraph.text, places)
    if not marks:
        return paragraph
    notes = tuple(NoteMark(at, mark, _note(mark, place, paragraphs, places)) for at, mark in marks)
    return replace(paragraph, text=text, notes=notes)


def _note(
    mark: str, place: int, paragraphs: Sequence[Paragraph], places: Mapping[str, Sequence[int]]
) -> int | None:
    """The footnote with this mark: on the same page, else the next one, else the last before."""
    listed = [n for n in places.get(mark, ()) if n != place]
    page = paragraphs[place].page
    same = [n for n in listed if page is not None and paragraphs[n].page == page]
    after = [n for n in listed if n > place]
    before = listed[-1:]
    return next(iter((*same, *after, *before)), None)
