"""Sets a version as a text document: one block a paragraph, nothing else in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from briefer.core.document import Kind, Paragraph, Version
from briefer.gui.reader.typography import Typography, look

_OPENING = re.compile(r"\s*[^\W\d_]+")
# What Qt would take for the end of a block or for a picture, each for one harmless unit.
_HARMLESS = {
    **dict.fromkeys(map(ord, "\n\r\u2029\x0b\x0c\x1c\x1d\x1e\x85"), "\u2028"),
    **dict.fromkeys((0, 0xFDD0, 0xFDD1, 0xFFFC, *range(0xD800, 0xE000)), "\ufffd"),
}
_CARE = re.compile("[" + "".join(re.escape(chr(code)) for code in _HARMLESS) + "]")


def shown(text: str) -> str:
    """The text as it can stand in one block: as long as before, offsets unchanged."""
    return text.translate(_HARMLESS) if _CARE.search(text) else text


def set_version(version: Version, typography: Typography, parent: QObject) -> QTextDocument:
    """A document whose block number `i` is paragraph `i`; it is laid out when first shown."""
    made = QTextDocument(parent)
    made.setUndoRedoEnabled(False)
    made.setDocumentMargin(0)
    made.setDefaultFont(typography.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setDefaultTextOption(option)
    formats = _Formats(typography)
    cursor = QTextCursor(made)
    cursor.beginEditBlock()
    for number, (kind, paragraphs) in enumerate(_runs(version)):
        block, letters = formats.of(kind)
        if number:
            cursor.insertBlock(block, letters)
        else:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(letters)
        if len(paragraphs) == 1:
            _insert(cursor, paragraphs[0], letters, formats)
        else:
            cursor.insertText("\n".join(shown(paragraph.text) for paragraph in paragraphs), letters)
    cursor.endEditBlock()
    return made


def _runs(version: Version) -> Iterator[tuple[Kind, list[Paragraph]]]:
    """Neighbours that are set alike, by their kind; a paragraph with other letters in it is alone.

    What goes into Qt in one call takes a fraction of the time.
    """
    for (kind, mixed), run in groupby(version.paragraphs, key=_alike):
        paragraphs = list(run)
        if mixed:
            yield from ((kind, [paragraph]) for paragraph in paragraphs)
        else:
            yield kind, paragraphs


def _alike(paragraph: Paragraph) -> tuple[Kind, bool]:
    """The paragraph's kind, and whether some of its letters are set otherwise than the rest."""
    return paragraph.kind, bool(paragraph.links) or look(paragraph.kind).opening


class _Formats:
    """The formats of every kind met, each made once."""

    def __init__(self, typography: Typography) -> None:
        self._typography = typography
        self._made: dict[Kind, tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self.opening = typography.letters(Kind.PREAMBULAR, opening=True)

    def linked(self, letters: QTextCharFormat) -> QTextCharFormat:
        """The letters of a link: as those around it, with a line below."""
        made = QTextCharFormat(letters)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(self._typography.colors.color("accent"))
        return made

    def of(self, kind: Kind) -> tuple[QTextBlockFormat, QTextCharFormat]:
        if kind not in self._made:
            self._made[kind] = (self._typography.block(kind), self._typography.letters(kind))
        return self._made[kind]


def _insert(cursor: QTextCursor, paragraph: Paragraph, letters: QTextCharFormat, formats: _Formats) -> None:
    text = shown(paragraph.text)
    found = _OPENING.match(text) if look(paragraph.kind).opening else None
    opening = found.end() if found else 0
    links = [(min(link.span.start, len(text)), min(link.span.end, len(text))) for link in paragraph.links]
    cuts = sorted({0, opening, len(text), *(place for link in links for place in link)})
    for start, end in pairwise(cuts):
        form = formats.opening if end <= opening else letters
        if any(first <= start and end <= last for first, last in links):
            form = formats.linked(form)
        cursor.insertText(text[start:end], form)
