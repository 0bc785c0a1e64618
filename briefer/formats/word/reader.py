"""Reads text documents of word processors (DOCX): paragraphs and cells in their order.

Headers and footers are furniture, but for the header of a title page, which is where a cover
has its symbol. Notes come at the end of the language version that they stand in.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from briefer.core.structure.lines import Anchor, Block, Line
from briefer.core.structure.paragraphs import Piece
from briefer.core.structure.versions import version_cut
from briefer.formats.archive import Archive
from briefer.formats.markup import Node, local
from briefer.formats.parsed import Parsed
from briefer.formats.word.notes import Notes
from briefer.formats.word.numbers import Numbers
from briefer.formats.word.parts import Parts, R, W, flag, is_word, value
from briefer.formats.word.styles import Styles
from briefer.formats.word.tables import Tables
from briefer.formats.word.text import SKIPPED, ParagraphText, alternative

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
    cut = version_cut(
        [Piece(_text(block), furniture=block.furniture, cell=block.cell is not None) for block in blocks]
    )
    placed: list[Block] = []
    for places in (range(end),) if cut is None else (range(cut), range(cut, end)):
        placed += blocks[places.start : places.stop]
        placed += notes.blocks(places, lambda note: _note_text(note, styles))
    return Parsed("docx", tuple(placed))


def _text(block: Block) -> str:
    return " ".join(line.text for line in block.lines)


def _note_text(note: Node, styles: Styles) -> list[str]:
    found = []
    for paragraph in note.iter(W + "p"):
        text = ParagraphText(paragraph, styles, lambda _: "")
        found += [line.text for line in text.lines()]
    return found


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
        self._tables = Tables()
        self._furniture = False
        self._margins: list[Block] = []  # headers and footers that wait for the end of their page
        self._shown: set[str] = set()  # headers and footers, each of which is kept once

    def read(self, container: Node) -> None:
        for child in container:
            name = local(child)
            if name == "sectPr":
                self._section(child)
            elif name in SKIPPED:
                continue
            elif name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._tables.open(len(self.blocks))
                self.read(child)
                self._tables.close(self.blocks)
            elif name == "tr" and self._tables.inside:
                self._row(child)
            elif name == "tc" and self._tables.inside:
                self._tables.next_cell(child.find(W + "tcPr"))
                self.read(child)
            else:
                self.read(alternative(child) if name == "AlternateContent" else child)

    def finish(self) -> None:
        """Keep what a deleted paragraph mark at the very end left waiting, and the last margins."""
        if self._carried:
            self._close(self._carried, None, ())
            self._carried = []
        self.blocks += self._margins

    def _row(self, row: Node) -> None:
        properties = row.find(W + "trPr")
        if not _deleted(properties):
            self._tables.row(properties)
            self.read(row)

    def _paragraph(self, paragraph: Node) -> None:
        properties = paragraph.find(W + "pPr")
        place = len(self.blocks)
        text = ParagraphText(
            paragraph,
            self._styles,
            lambda found: self._notes.refer(found, place),
            self._parts.address,
        )
        lines = _run_on(self._carried, text.lines())
        self._carried = []
        mark = None if properties is None else properties.find(W + "rPr")
        if _deleted(mark):
            self._carried = lines
        elif lines or not flag(mark, "vanish"):
            self._close(lines, properties, tuple(text.links))
        for box in text.boxes:
            self.read(box)
        section = None if properties is None else properties.find(W + "sectPr")
        if section is not None:
            self._section(section)

    def _section(self, section: Node) -> None:
        """Put the header of a section's title page before the section, which ends here.

        All other headers and the footers come behind the page on which it ends, as furniture.
        """
        start, text = self._section_start, self.blocks
        for sort in ("footnote", "endnote"):
            self._notes.number(sort, section)
        titled = bool(flag(section, "titlePg"))
        runs_on = bool(start) and value(section, "type") == "continuous"
        self.blocks = [] if runs_on else self._margins
        self._margins = self._margins if runs_on else []
        if titled and not runs_on:
            self._margin(section, "headerReference", {"first"})
        self._notes.shift(start, len(self.blocks))
        self.blocks = [*text[:start], *self.blocks, *text[start:]]
        self._section_start = len(self.blocks)
        sorts = {"default", "even"} | ({"first"} if titled else set())
        text, self.blocks, self._furniture = self.blocks, self._margins, True
        self._margin(section, "headerReference", sorts)
        self._margin(section, "footerReference", sorts)
        self.blocks, self._furniture = text, False

    def _margin(self, section: Node, name: str, sorts: set[str]) -> None:
        """Read the headers or footers of these sorts, unless they were read before."""
        for reference in section.findall(W + name):
            part = self._parts.related(reference.get(R + "id"))
            relation = reference.get(R + "id") or ""
            if (
                reference.get(W + "type", "default") in sorts
                and part is not None
                and relation not in self._shown
            ):
                self._shown.add(relation)
                self.read(part)

    def _close(self, lines: list[Line], properties: Node | None, links: tuple[Anchor, ...]) -> None:
        label = self._numbers.label(properties)
        if not lines and not (label and self._tables.inside):
            return
        heading = None if self._furniture else self._styles.heading(properties)
        if heading is not None or self._styles.is_title(value(properties, "pStyle")):
            lines = [replace(line, strong=True) for line in lines]
        if label:
            first = lines[0] if lines else Line("")
            lines = [replace(first, text=f"{label} {first.text}".rstrip()), *lines[1:]]
        cell = None if self._furniture else self._tables.cell
        block = Block(tuple(lines), heading, furniture=self._furniture, cell=cell, links=links)
        if not self._furniture or not self._known(block):
            self.blocks.append(block)

    def _known(self, block: Block) -> bool:
        """Whether a header or footer with this text was there already."""
        known = _text(block) in self._shown
        self._shown.add(_text(block))
        return known


def _deleted(properties: Node | None) -> bool:
    return properties is not None and properties.find(W + "del") is not None


def _run_on(before: list[Line], lines: list[Line]) -> list[Line]:
    """The lines of two paragraphs of which the mark between them was deleted."""
    if not before or not lines:
        return before or lines
    met, first = before[-1], lines[0]
    return [*before[:-1], Line(met.text + " " + first.text, met.strong and first.strong), *lines[1:]]
