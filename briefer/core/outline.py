"""The outline of a document: what it consists of, from cover page to annex.

What the parts are called is the window's business; texts of headings stand as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.structure.contents import begins_contents
from briefer.core.values import dataclass


class Part(StrEnum):
    """What a part of a document is."""

    COVER = "cover"
    TITLE = "title"
    HEADING = "heading"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"


@dataclass(frozen=True, slots=True)
class Entry:
    """A part that begins with paragraph `index` of `language`.

    `level` counts from 0, the outermost. `text` is the heading, title or chapeau as it stands,
    empty where the text has none; `first` and `last` are labels of the paragraphs in the part,
    None where they have none.
    """

    part: Part
    level: int
    language: str
    index: int
    text: str = ""
    first: str | None = None
    last: str | None = None


_CLAUSES = {Kind.PREAMBULAR: Part.PREAMBLE, Kind.OPERATIVE: Part.OPERATIVE}
_HEADS = {Kind.TITLE: Part.TITLE, Kind.HEADING: Part.HEADING}
_ROMAN = re.compile(r"[IVXL]+\.?\s")
_LETTER = re.compile(r"[A-ZА-Я]\.?\s")
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})*")
LONGEST_CHAPEAU = 60


def outline(document: Document, language: str) -> tuple[Entry, ...]:
    """The parts of the version in `language`, or else of the first that has any, in reading order.

    A cover page that only another version has is listed too, first.
    """
    preferred = [each for each in document.versions if each.language == language]
    found = [list(_entries(version)) for version in dict.fromkeys((*preferred, *document.versions))]
    own = next((entries for entries in found if any(entry.part is not Part.COVER for entry in entries)), [])
    if own and own[0].part is Part.COVER:
        return tuple(own)
    cover = next((entry for entries in found for entry in entries if entry.part is Part.COVER), None)
    return tuple(own if cover is None else [cover, *own])


Rows = Mapping[tuple[str, int], int]


def rows_of(document: Document) -> Rows:
    """Where each paragraph, by language and index, stands among the rows of both languages.

    What has no row in an alignment stands by its index.
    """
    rows = {(version.language, n): n for version in document.versions for n in range(len(version.paragraphs))}
    if (bitext := document.bitext) is not None:
        for number, bead in enumerate(bitext.beads):
            rows.update({(bitext.left, index): number for index in bead.left})
            rows.update({(bitext.right, index): number for index in bead.right})
    return rows


def entry_at(entries: Sequence[Entry], rows: Rows, language: str, index: int) -> int | None:
    """The number of the entry in whose part a paragraph stands, whatever its language; None before all."""
    row = rows.get((language, index), index)
    found = None
    for number, entry in enumerate(entries):
        begun = (
            entry.index <= index if entry.language == language else rows[entry.language, entry.index] <= row
        )
        if begun:
            found = number
    return found


def _entries(version: Version) -> Iterator[Entry]:
    """Every part; the labels it spans are those of the paragraphs up to the next one."""
    open_part: Entry | None = None
    for entry, paragraph in _begun(version):
        if entry is not None:
            if open_part is not None:
                yield _beside(open_part, entry)
            open_part = entry
        if open_part is not None and _counted(open_part, paragraph):
            open_part = replace(open_part, first=open_part.first or paragraph.label, last=paragraph.label)
    if open_part is not None:
        yield open_part


def _beside(entry: Entry, following: Entry) -> Entry:
    """A table of contents has no parts of its own: it stands beside what comes after it."""
    deeper = following.part is Part.HEADING and following.level > entry.level
    return replace(entry, level=following.level) if deeper and begins_contents(entry.text) else entry


def _begun(version: Version) -> Iterator[tuple[Entry | None, Paragraph]]:
    """Each paragraph with the part that begins with it, None where none does."""
    before: Part | None = None
    chapeau: int | None = None
    lettered = False  # whether headings stand under "A." now
    outer = 0  # the level of the title or heading that clauses stand under
    paragraphs = version.paragraphs
    for index, paragraph in enumerate(paragraphs):
        kind, entry = paragraph.kind, None
        if kind in _HEADS and not (kind is Kind.TITLE and before is Part.TITLE):
            outer = 0 if kind is Kind.TITLE else _depth(paragraph, lettered=lettered)
            lettered = outer > 1 and (lettered or _LETTER.match(_head(paragraph)) is not None)
            entry = Entry(_HEADS[kind], outer, version.language, index, _head(paragraph))
        elif kind is Kind.MASTHEAD and index == 0:
            entry = Entry(Part.COVER, 0, version.language, index)
        elif kind in _CLAUSES and before is not _CLAUSES[kind]:
            start = index if chapeau is None else chapeau
            text = paragraphs[start].text.rstrip(": ") if chapeau is not None else ""
            text = text if kind is Kind.OPERATIVE and len(text) <= LONGEST_CHAPEAU else ""
            entry = Entry(_CLAUSES[kind], outer + 1, version.language, start, text)
        chapeau = index if kind is Kind.CHAPEAU else None
        before = _before(before, paragraph, entry)
        yield entry, paragraph


def _before(before: Part | None, paragraph: Paragraph, entry: Entry | None) -> Part | None:
    """The part that the next paragraph goes on with, if it is of the same kind."""
    if entry is not None:
        return entry.part
    # Items, notes and page furniture within a run of clauses do not end it; nor do they a title's lines.
    if paragraph.kind in (Kind.ITEM, Kind.FOOTNOTE, Kind.FURNITURE, Kind.CELL, Kind.NOTE):
        return before
    return before if paragraph.kind in (*_CLAUSES, Kind.TITLE, Kind.BODY) else None


def _counted(entry: Entry, paragraph: Paragraph) -> bool:
    """Whether a paragraph's label is one of those that tell how far a part goes."""
    if paragraph.label is None or "(" in paragraph.label:
        return False
    if entry.part is Part.PREAMBLE:
        return paragraph.kind is Kind.PREAMBULAR
    if entry.part is Part.OPERATIVE:
        return paragraph.kind is Kind.OPERATIVE
    return entry.part is Part.HEADING and paragraph.kind in (Kind.BODY, Kind.OPERATIVE)


def _head(paragraph: Paragraph) -> str:
    return f"{paragraph.label}. {paragraph.text}" if paragraph.label else paragraph.text


def _depth(paragraph: Paragraph, *, lettered: bool) -> int:
    """How deep a heading stands: I. above A. above 1., and 1.1 below 1; without A., 1. is right below I."""
    head = _head(paragraph)
    if number := _NUMBER.match(head):
        return 2 + lettered + number.group().count(".")
    if _ROMAN.match(head):
        return 1
    return 2 if _LETTER.match(head) and head[1:2] == "." else 1
