"""Reads text documents of word processors (DOCX): paragraphs and cells in their order.

Headers and footers do not belong to the text, but for the header of a title page, which is
where a cover has its symbol. Notes come at the end of the language version that they stand in.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import pairwise

from briefer.core.structure.lines import Block, Line
from briefer.core.structure.paragraphs import Piece
from briefer.core.structure.versions import version_cut
from briefer.formats.archive import Archive
from briefer.formats.parsed import Parsed
from briefer.formats.word_notes import Notes
from briefer.formats.word_numbers import Numbers
from briefer.formats.word_parts import Element, Parts, R, W, flag, is_word, local, value
from briefer.formats.word_rows import labelled
from briefer.formats.word_styles import Styles
from briefer.formats.word_text import SKIPPED, ParagraphText, alternative

__all__ = ["is_word", "read_word"]


def read_word(archive: Archive) -> Parsed:
    """The blocks of a text document. Raises FileDamaged or FileTooLarge."""
    parts = Parts(archive)
    styles = Styles(parts.part("styles"))
    notes = Notes(parts)
    reader = _Reader(parts, styles, Numbers(parts.part("numbering"), styles), notes)
    reader.read(parts.document())
    reader.finish()
    blocks = reader.blocks
    end = sys.maxsize
    cut = version_cut([Piece(_text(block)) for block in blocks])
    placed: list[Block] = []
    for places in (range(end),) if cut is None else (range(cut), range(cut, end)):
        placed += blocks[places.start : places.stop]
        placed += notes.blocks(places, lambda note: _note_text(note, styles))
    return Parsed("docx", tuple(placed))


def _text(block: Block) -> str:
    return " ".join(line.text for line in block.lines)


def _note_text(note: Element, styles: Styles) -> str:
    found = []
    for paragraph in note.iter(W + "p"):
        text = ParagraphText(paragraph, styles, lambda _: None)
        found += [line.text for line in text.lines()]
    return " ".join(found)


class _Reader:
    """Goes through the elements that hold paragraphs, however they are nested."""

    def __init__(self, parts: Parts, styles: Styles, numbers: Numbers, notes: Notes) -> None:
        self.blocks: list[Block] = []
        self._parts = parts
        self._section_start = 0
        self._styles = styles
        self._numbers = numbers
        self._notes = notes
        self._carried: list[Line] = []
        self._cells: list[int] = []  # where the cells of the row that is being read begin

    def read(self, container: Element) -> None:
        for child in container:
            name = local(child)
            if name == "sectPr":
                self._section(child)
            elif name in SKIPPED:
                continue
            elif name == "p":
                self._paragraph(child)
            elif name == "tr":
                self._row(child)
            elif name == "tc":
                self._cells.append(len(self.blocks))
                self.read(child)
            else:
                self.read(alternative(child) if name == "AlternateContent" else child)

    def finish(self) -> None:
        """Keep what a deleted paragraph mark at the very end left waiting."""
        if self._carried:
            self._close(self._carried, None)
            self._carried = []

    def _row(self, row: Element) -> None:
        if _deleted(row.find(W + "trPr")):
            return
        outer, self._cells = self._cells, []
        self.read(row)
        starts, self._cells = self._cells, outer
        if starts:
            bounds = pairwise([*starts, len(self.blocks)])
            self.blocks[starts[0] :] = labelled([self.blocks[start:end] for start, end in bounds])

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(W + "pPr")
        place = len(self.blocks)
        text = ParagraphText(paragraph, self._styles, lambda found: self._notes.refer(found, place))
        lines = _run_on(self._carried, text.lines())
        self._carried = []
        mark = None if properties is None else properties.find(W + "rPr")
        if _deleted(mark):
            self._carried = lines
        elif lines or not flag(mark, "vanish"):
            self._close(lines, properties)
        for box in text.boxes:
            self.read(box)
        section = None if properties is None else properties.find(W + "sectPr")
        if section is not None:
            self._section(section)

    def _section(self, section: Element) -> None:
        """Put the header of a section's title page before the section, which ends here."""
        start, text = self._section_start, self.blocks
        self._section_start = len(text)
        if not flag(section, "titlePg") or (start and value(section, "type") == "continuous"):
            return
        for reference in section.findall(W + "headerReference"):
            header = self._parts.related(reference.get(R + "id"))
            if reference.get(W + "type") == "first" and header is not None:
                self.blocks = text[:start]
                self.read(header)
                self.blocks += text[start:]
        self._section_start = len(self.blocks)

    def _close(self, lines: list[Line], properties: Element | None) -> None:
        label = self._numbers.label(properties)
        if not lines and not (label and self._cells):
            return
        heading = self._styles.heading(properties)
        if heading is not None or self._styles.is_title(value(properties, "pStyle")):
            lines = [replace(line, strong=True) for line in lines]
        if label:
            first = lines[0] if lines else Line("")
            lines = [replace(first, text=f"{label} {first.text}".rstrip()), *lines[1:]]
        self.blocks.append(Block(tuple(lines), heading))


def _deleted(properties: Element | None) -> bool:
    return properties is not None and properties.find(W + "del") is not None


def _run_on(before: list[Line], lines: list[Line]) -> list[Line]:
    """The lines of two paragraphs of which the mark between them was deleted."""
    if not before or not lines:
        return before or lines
    met, first = before[-1], lines[0]
    return [*before[:-1], Line(met.text + " " + first.text, met.strong and first.strong), *lines[1:]]
