"""How a version is set: its plain text for Qt, and each paragraph's looks, asked for one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextDocument, QTextLayout

from briefer.core.document import Kind, Paragraph, Version
from briefer.gui.reader.markroom import with_room
from briefer.gui.reader.typography import Typography, look

_OPENING = re.compile(r"\s*[^\W\d_]+")
# What Qt would take for the end of a block or for a picture, each for one harmless unit.
_HARMLESS = {
    **dict.fromkeys(map(ord, "\n\r\u2029\x0b\x0c\x1c\x1d\x1e\x85"), "\u2028"),
    **dict.fromkeys((0, 0xFDD0, 0xFDD1, 0xFFFC, *range(0xD800, 0xE000)), "\ufffd"),
}
_CARE = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2029\0\ufdd0\ufdd1\ufffc\ud800-\udfff]")  # any of them
# Languages written from right to left, by their codes.
_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"))
# How many letters of each language fill a line as one of Latin or Cyrillic does.
_WIDE = {"zh": 2.0, "ja": 2.0, "ko": 1.8}


def shown(text: str) -> str:
    """The text as it can stand in one block: as long as before, offsets unchanged."""
    return text.translate(_HARMLESS) if _CARE.search(text) else text


def right_to_left(language: str) -> bool:
    """Whether a language, given by its tag, is written from right to left."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT


def opening_of(paragraph: Paragraph) -> int:
    """Where the opening word ends that stands in italics; 0 where none does."""
    found = _OPENING.match(paragraph.text) if look(paragraph.kind).opening else None
    return found.end() if found else 0


def plain_document(version: Version, parent: QObject) -> QTextDocument:
    """A document whose block number `i` is paragraph `i`: text alone, without any looks."""
    made = QTextDocument(parent)
    made.setUndoRedoEnabled(False)
    made.setDocumentMargin(0)
    made.setPlainText("\n".join([shown(paragraph.text) for paragraph in version.paragraphs]))
    return made


class Setting:
    """The looks of a version's paragraphs in one typography, by paragraph index."""

    def __init__(self, version: Version, typography: Typography) -> None:
        self.version = version
        self._typography = typography
        self._letters: dict[Kind, QTextCharFormat] = {}
        self._upright = right_to_left(version.language) or version.language.partition("-")[0] in _WIDE
        self._opening = self._straight(typography.letters(Kind.PREAMBULAR, opening=True))
        self.direction = Qt.LayoutDirection.RightToLeft if right_to_left(version.language) else None
        blocks = {kind: typography.block(kind) for kind in Kind}
        self._indents = {kind: round(block.leftMargin()) for kind, block in blocks.items()}
        self._spacings = {kind: block.lineHeight() / 100 for kind, block in blocks.items()}

    @property
    def mark_font(self) -> QFont:
        """The font of footnote marks."""
        return self._typography.mark_font

    def formats(self, index: int) -> list[QTextLayout.FormatRange]:
        """The formats of a paragraph's letters; together they cover it."""
        paragraph = self.version.paragraphs[index]
        letters = self._of(paragraph.kind)
        runs = [(0, len(paragraph.text), letters)]
        if paragraph.links or look(paragraph.kind).opening:
            runs = list(self._runs(paragraph, letters))
        if paragraph.notes:
            runs = list(with_room(runs, paragraph.notes, self._typography.mark_font))
        # Qt counts letters outside the basic plane twice.
        text = paragraph.text
        if max(text, default="") > "\uffff":
            runs = [(_units(text[:start]), _units(text[:end]), form) for start, end, form in runs]
        return [_format_range(start, end, form) for start, end, form in runs if end > start]

    def spacing(self, index: int) -> float:
        """The height of a line, in line heights of the font."""
        return self._spacings[self.version.paragraphs[index].kind]

    def indent(self, index: int) -> int:
        """How far a paragraph is moved in from where the text begins, in pixels."""
        return self._indents[self.version.paragraphs[index].kind]

    def gaps(self) -> list[int]:
        """The spaces above all paragraphs, in pixels."""
        # Below a paragraph's last line stands as much as between two of its lines.
        gaps = {
            kind: round(self._typography.gap(kind) + self._line(kind)[1] * (1 - 1 / self._spacings[kind]))
            for kind in Kind
        }
        return [gaps[paragraph.kind] for paragraph in self.version.paragraphs]

    def guesses(self, width: int) -> list[int]:
        """How high all paragraphs will be, more or less, in a column so wide."""
        wide = _WIDE.get(self.version.language.partition("-")[0], 1.0)
        lines = {kind: self._line(kind) for kind in Kind}
        widths = {kind: max(1.0, width - indent) for kind, indent in self._indents.items()}
        fits = {kind: max(1, int(widths[kind] / (letter * wide))) for kind, (letter, _) in lines.items()}
        heights = {kind: height for kind, (_, height) in lines.items()}
        return [
            (len(paragraph.text) // fits[paragraph.kind] + 1) * heights[paragraph.kind]
            for paragraph in self.version.paragraphs
        ]

    def _line(self, kind: Kind) -> tuple[float, int]:
        """The width of a letter, on an average, and the height of a line."""
        em = self._typography.em * look(kind).scale
        return em * 0.47, max(1, round(em * 1.2 * self._spacings[kind]))

    def _of(self, kind: Kind) -> QTextCharFormat:
        if kind not in self._letters:
            self._letters[kind] = self._straight(self._typography.letters(kind))
        return self._letters[kind]

    def _straight(self, letters: QTextCharFormat) -> QTextCharFormat:
        """Letters of a script that knows no italics, and whose fonts have none, stand upright."""
        if self._upright:
            letters.setFontItalic(False)
        return letters

    def _runs(
        self, paragraph: Paragraph, letters: QTextCharFormat
    ) -> Iterator[tuple[int, int, QTextCharFormat]]:
        text, opening = paragraph.text, opening_of(paragraph)
        links = [(min(link.span.start, len(text)), min(link.span.end, len(text))) for link in paragraph.links]
        cuts = sorted({0, opening, len(text), *(place for link in links for place in link)})
        for start, end in pairwise(cuts):
            form = self._opening if end <= opening else letters
            if any(first <= start and end <= last for first, last in links):
                form = self._linked(form)
            yield start, end, form

    def _linked(self, letters: QTextCharFormat) -> QTextCharFormat:
        """The letters of a link: as those around it, with a line below."""
        made = QTextCharFormat(letters)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        made.setUnderlineColor(self._typography.colors.color("accent"))
        return made


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _format_range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, form
    return made
