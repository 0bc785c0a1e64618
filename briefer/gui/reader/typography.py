"""How paragraphs are set: fonts, sizes, spacing, and what each kind looks like."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from briefer.app.settings import SANS as ANY_SANS
from briefer.core.document import Kind
from briefer.core.values import dataclass
from briefer.gui.theme import Appearance, Palette, palette

# Families with good Cyrillic letters, the best first; systems have one or another.
SERIFS = (
    *("PT Serif", "Charis SIL", "Noto Serif", "Source Serif 4", "Source Serif Pro", "DejaVu Serif"),
    *("Georgia", "Cambria", "Times New Roman", "Liberation Serif"),
)
SANS = (
    *("PT Sans", "Noto Sans", "Source Sans 3", "DejaVu Sans", "Segoe UI", "Helvetica Neue", "Verdana"),
    *("Arial", "Liberation Sans"),
)
RAISED = 0.62  # of the text's size, for footnote marks
QUOTED = 1.06  # of the interface's size, for text in lists
_MEASURED = 200  # labels, the longest, whose width is looked at
MEASURE = 31.0  # the widest a column may be, in em: about 75 letters
FEWEST = 12.5  # the narrowest that is read with ease: about 30 letters


@dataclass(frozen=True, slots=True)
class Look:
    """One kind's appearance. `scale` is of the text size, `gap` and `indent` in em."""

    scale: float = 1.0
    gap: float = 0.85
    indent: float = 0.0
    bold: bool = False
    italic: bool = False
    muted: bool = False
    opening: bool = False  # the first word stands in italics


_PLAIN = Look()
_LOOKS = {
    Kind.TITLE: Look(scale=1.12, gap=1.3, bold=True),
    Kind.HEADING: Look(gap=1.3, bold=True),
    Kind.MASTHEAD: Look(scale=0.84, gap=0.5, muted=True),
    Kind.FURNITURE: Look(scale=0.84, gap=0.5, muted=True),
    Kind.FOOTNOTE: Look(scale=0.84, gap=0.6),
    Kind.DATELINE: Look(italic=True),
    Kind.NOTE: Look(scale=0.92, italic=True, muted=True),
    Kind.PREAMBULAR: Look(opening=True),
    Kind.ITEM: Look(indent=1.4),
    Kind.CELL: Look(scale=0.94, gap=0.4),
}


def look(kind: Kind) -> Look:
    """The appearance of a kind."""
    return _LOOKS.get(kind, _PLAIN)


def family(wanted: str = "", choices: tuple[str, ...] = SERIFS) -> str:
    """The family wanted if it is installed, else the first that is of those like it.

    `wanted` may be "sans": then, as for a family without serifs, those without serifs count.
    """
    installed = set(QFontDatabase.families())
    like = SANS if wanted == ANY_SANS or wanted in SANS else choices
    for name in (wanted, *like):
        if name in installed:
            return name
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def quoting_font(font: QFont, serif: str) -> QFont:
    """The font in which lists show the text, beside words of the interface in `font`."""
    made = QFont(font)
    made.setFamilies([serif])
    made.setPointSizeF(font.pointSizeF() * QUOTED)
    return made


class Typography:
    """An appearance made ready for setting text: fonts, formats and measures in pixels."""

    def __init__(self, appearance: Appearance) -> None:
        self.appearance = appearance
        self.colors: Palette = palette(appearance.theme)
        self.font = QFont(family(appearance.family))
        self.font.setPointSizeF(appearance.point_size)
        self.em = QFontMetricsF(self.font).height() / 1.2
        self.side = round(1.1 * self.em)
        self.column = round(MEASURE * self.em)
        self.narrowest = round(FEWEST * self.em)

    @property
    def label_font(self) -> QFont:
        font = QFont(family(choices=SANS))
        font.setPointSizeF(max(6.5, self.appearance.point_size * 0.72))
        return font

    @property
    def mark_font(self) -> QFont:
        """The font of raised footnote marks."""
        font = QFont(self.font)
        font.setPointSizeF(font.pointSizeF() * RAISED)
        return font

    def gutter(self, labels: Iterable[str | None]) -> int:
        """The room for the widest of these labels beside the text."""
        metrics = QFontMetricsF(self.label_font)
        longest = nlargest(_MEASURED, {label for label in labels if label}, key=len)
        widest = max(map(metrics.horizontalAdvance, longest), default=0.0)
        return round(min(max(2.6 * self.em, widest + 1.4 * self.em), 6.5 * self.em))

    def gap(self, kind: Kind) -> float:
        """The space above a paragraph, in pixels."""
        return round(look(kind).gap * self.em)

    def block(self, kind: Kind) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setTopMargin(self.gap(kind))
        made.setLeftMargin(round(look(kind).indent * self.em))
        made.setLineHeight(
            self.appearance.line_spacing * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        return made

    def letters(self, kind: Kind, opening: bool = False) -> QTextCharFormat:
        """The format of a kind's text, or of its opening word."""
        wanted = look(kind)
        made = QTextCharFormat()
        made.setFontFamilies([self.font.family()])
        made.setFontPointSize(self.font.pointSizeF() * wanted.scale)
        made.setFontWeight(QFont.Weight.Bold if wanted.bold else QFont.Weight.Normal)
        made.setFontItalic(wanted.italic or opening)
        made.setForeground(QColor(self.colors.muted if wanted.muted else self.colors.text))
        return made
