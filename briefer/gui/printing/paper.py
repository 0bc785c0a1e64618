"""Puts a document on pages, a row at a time, so that whoever prints can do something else in between."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPainter
from PySide6.QtWidgets import QApplication

from briefer.gui.printing.lines import Line, lines_of
from briefer.gui.reader.place import Rows
from briefer.gui.reader.setting import Setting
from briefer.gui.reader.typography import RAISED, Typography

GUTTER = 34.0  # for labels, at the left of each column; these and all below in pixels of the screen
MIDDLE = 10.0  # between the columns
HEAD, FOOT = 26.0, 26.0
LEAST = 18.0  # a page is turned rather than that so little is left on it
MARGIN = 14.0  # millimetres
GRAY = QColor("#666666")


@dataclass(frozen=True, slots=True)
class Words:
    """What stands at the head of each column, and at the foot of each page with its number."""

    heads: tuple[str, ...]
    foot: str


class Paper:
    """Prints rows on a device, the sides in `shown` from left to right."""

    def __init__(
        self,
        device: QPagedPaintDevice,
        rows: Rows,
        shown: Sequence[int],
        typography: Typography,
        words: Words,
    ) -> None:
        self._device = device
        self._rows = rows
        self._shown = tuple(shown)
        self._words = words
        # In pixels, because the painter is scaled; points would be scaled twice.
        self._small_font = QFont(typography.label_font)
        self._small_font.setPixelSize(round(typography.label_font.pointSizeF() * _screen_dpi() / 72))
        self._mark_font = QFont(typography.mark_font)
        self._mark_font.setPixelSize(round(typography.mark_font.pointSizeF() * _screen_dpi() / 72))
        settings = [Setting(rows.versions[side], typography) for side in self._shown]
        self._settings = [(setting, setting.gaps()) for setting in settings]
        self.page = 0

    def pages(self) -> Generator[int, None, None]:
        """Print; after each row comes the number of the page that is being printed. Close it to stop."""
        painter = QPainter(self._device)
        try:
            scale = self._device.logicalDpiX() / _screen_dpi()
            painter.scale(scale, scale)
            area = self._device.pageLayout().paintRectPixels(self._device.logicalDpiX())
            self._width, self._height = area.width() / scale, area.height() / scale
            self._begin(painter)
            y = HEAD
            for number in range(len(self._rows)):
                y = self._row(painter, number, y)
                yield self.page
        finally:
            painter.end()

    @property
    def _column(self) -> float:
        """How wide a column is, its gutter included."""
        count = len(self._shown)
        return (self._width - MIDDLE * (count - 1)) / count

    def _row(self, painter: QPainter, number: int, y: float) -> float:
        """Print a row from a height on, over as many pages as it takes; where it ends."""
        sides = [
            lines_of(setting, gaps, self._rows.paragraphs(number, side), self._column - GUTTER)
            for (setting, gaps), side in zip(self._settings, self._shown, strict=True)
        ]
        limit = self._height - FOOT
        whole = max((lines[-1].bottom for lines in sides if lines), default=0.0)
        if y > HEAD and y + whole > limit and whole < (limit - HEAD) / 2:
            y = self._turn(painter)
        while any(sides):
            start = min(lines[0].top for lines in sides if lines)
            start = 0.0 if y > HEAD and start < LEAST else start
            fits = [[each for each in lines if y + each.bottom - start <= limit] for lines in sides]
            if not any(fits) and y <= HEAD:  # a line higher than a page is cut
                fits = [lines[:1] for lines in sides]
            for place, lines in enumerate(fits):
                for line in lines:
                    self._line(painter, line, place, y - start)
            sides = [lines[len(done) :] for lines, done in zip(sides, fits, strict=True)]
            if any(sides):
                y = self._turn(painter)
            else:
                y += max(lines[-1].bottom for lines in fits if lines) - start
        return y

    def _line(self, painter: QPainter, line: Line, place: int, top: float) -> None:
        left = place * (self._column + MIDDLE) + GUTTER
        made = line.layout.lineAt(line.number)
        made.draw(painter, QPointF(left, top + line.top))
        if line.marks:
            painter.setFont(self._mark_font)
            painter.setPen(GRAY)
            base = top + line.top + made.ascent() * RAISED
            for mark, place_in_line in line.marks:
                painter.drawText(QPointF(left + place_in_line, base), mark)
        if line.label:
            painter.setFont(self._small_font)
            painter.setPen(GRAY)
            beside = QRectF(left - GUTTER, top + line.top, GUTTER - 7, made.ascent() + made.descent())
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignRight), line.label)

    def _turn(self, painter: QPainter) -> float:
        """Go on with the next page; the height at which its text begins."""
        self._device.newPage()
        self._begin(painter)
        return HEAD

    def _begin(self, painter: QPainter) -> None:
        """A new page: what stands at its head and foot."""
        self.page += 1
        painter.setFont(self._small_font)
        painter.setPen(GRAY)
        for place, words in enumerate(self._words.heads):
            left = place * (self._column + MIDDLE) + GUTTER
            self._small(
                painter, QRectF(left, 0, self._column - GUTTER, HEAD), words, Qt.AlignmentFlag.AlignLeft
            )
        foot = QRectF(0, self._height - FOOT + 8, self._width, FOOT - 8)
        self._small(painter, foot.adjusted(GUTTER, 0, -60, 0), self._words.foot, Qt.AlignmentFlag.AlignLeft)
        self._small(painter, foot, str(self.page), Qt.AlignmentFlag.AlignRight)

    def _small(self, painter: QPainter, room: QRectF, words: str, side: Qt.AlignmentFlag) -> None:
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(side), short)


def lay_out(device: QPagedPaintDevice, columns: int) -> None:
    """Two columns stand on a page on its side, one on an upright one."""
    upright, lying = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape
    device.setPageOrientation(lying if columns > 1 else upright)
    device.setPageMargins(QMarginsF(*[MARGIN] * 4), QPageLayout.Unit.Millimeter)


def _screen_dpi() -> float:
    """What the fonts of the text are measured by."""
    return QApplication.primaryScreen().logicalDotsPerInchX()
