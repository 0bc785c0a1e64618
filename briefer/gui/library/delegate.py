"""Paints a saved document in two lines: what it is called, with its languages, and about what."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QTreeView

from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.core.annotation import Color
from briefer.gui.library.model import folder_at, is_item, summary_at
from briefer.gui.offsets import Offsets
from briefer.gui.theme import Palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

PADDING = 7
LINES = 3  # of a heading


class DocumentDelegate(QStyledItemDelegate):
    """Groups are muted lines, documents rounded rows; a ring shows which of them the keys act on."""

    def __init__(self, texts: Texts, colors: Palette, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._texts = texts
        self.colors = colors

    # No `sizeHint` here: Qt would ask it of each of ten thousand rows. The rows say it themselves.

    @property
    def row_height(self) -> int:
        """The height of a document's row in pixels."""
        return 2 * QFontMetrics(self._view.font()).height() + 2 * PADDING + 2

    def sizer(self) -> Callable[[QModelIndex], QSize]:
        """What tells the room that the words of a heading need where it stands, as things are now."""

        @cache  # when the first heading is sized: Qt takes its time to show a viewport for the first time
        def things() -> tuple[str, QFontMetrics, int]:
            font = self._view.font()
            return font.toString(), QFontMetrics(font), self._view.viewport().width() - PADDING

        def size(index: QModelIndex) -> QSize:
            font, metrics, width = things()
            lines = heading_lines(index.data(), width - _depth(index) * self._view.indentation(), font)
            return QSize(0, metrics.height() + 2 * PADDING + (len(lines) - 1) * metrics.lineSpacing())

        return size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        from PySide6.QtWidgets import QStyle

        rect: QRect = option.rect
        font: QFont = option.font
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        summary = summary_at(index)
        if summary is None:
            if state & QStyle.StateFlag.State_Selected:
                self._pill(painter, QRectF(rect).adjusted(0, 1, -4, -1), "accent_soft", 5)
            folder = folder_at(index)
            painter.setPen(self.colors.color("text" if folder else "muted"))
            metrics = QFontMetrics(self._view.font())
            for number, line in enumerate(self._lines(index)):
                height = rect.top() + PADDING + number * metrics.lineSpacing() + metrics.ascent()
                painter.drawText(rect.left(), height, line)
        else:
            if state & QStyle.StateFlag.State_Selected:
                self._pill(painter, QRectF(rect).adjusted(0, 1, -4, -1), "accent_soft", 5)
            elif state & QStyle.StateFlag.State_MouseOver:
                self._pill(painter, QRectF(rect).adjusted(0, 1, -4, -1), "raised", 5)
            inner = rect.adjusted(PADDING, PADDING, -PADDING - 4, -PADDING)
            self._document(painter, inner, font, summary, under_item=is_item(index.parent()))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self.colors.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 1.5, -4.5, -1.5), 5, 5)
        painter.restore()

    def _lines(self, index: QModelIndex | QPersistentModelIndex) -> tuple[str, ...]:
        """The words of a heading as they are broken where it stands."""
        return heading_lines(index.data(), self._room(index), self._view.font().toString())

    def _room(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """How wide a row is."""
        return self._view.viewport().width() - _depth(index) * self._view.indentation() - PADDING

    def _document(
        self, painter: QPainter, rect: QRect, font: QFont, summary: DocumentSummary, *, under_item: bool
    ) -> None:
        small, bold = QFont(font), QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        bold.setBold(True)
        height = QFontMetrics(font).height()
        painter.setFont(bold)
        painter.setPen(self.colors.color("muted" if summary.superseded else "text"))
        # A symbol is told by its end, a title by its beginning.
        elided = Qt.TextElideMode.ElideLeft if summary.symbol else Qt.TextElideMode.ElideRight
        first = QFontMetrics(bold).elidedText(
            self._first(summary, under_item=under_item), elided, rect.width()
        )
        painter.drawText(rect.left(), rect.top() + QFontMetrics(bold).ascent(), first)
        painter.setFont(small)
        metrics = QFontMetrics(small)
        left, top = rect.left(), rect.top() + height + 2
        badges = [(" ".join(summary.languages), False)]
        if summary.superseded:
            badges.append((self._texts.gettext("superseded"), True))
        for words, old in badges:
            left = self._badge(painter, left, top, words, metrics, rect.right(), old=old)
        painter.setPen(self.colors.color("muted"))
        second = metrics.elidedText(
            self._second(summary, under_item=under_item),
            Qt.TextElideMode.ElideRight,
            max(0, rect.right() - left),
        )
        painter.drawText(left, top + metrics.ascent(), second)

    def _badge(
        self,
        painter: QPainter,
        left: int,
        top: int,
        words: str,
        metrics: QFontMetrics,
        right: int,
        *,
        old: bool,
    ) -> int:
        """Draw words in a pill, of another colour for what is `old`; where the next thing may begin.

        It ends before `right`, and is left out where there is no room for a word.
        """
        if right - left < 2 * metrics.height():
            return right
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, right - left - 12)
        pill = QRectF(left, top, metrics.horizontalAdvance(words) + 12, metrics.height() + 1)
        fill = QColor(self.colors.highlights[Color.RED][0]) if old else self.colors.color("warning_soft")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(self.colors.color("text" if old else "warning"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return round(pill.right()) + 7

    def _first(self, summary: DocumentSummary, *, under_item: bool) -> str:
        title = summary.called(self._texts.language)
        if summary.symbol or not summary.agenda_item or under_item:
            return summary.symbol or title
        item = self._texts.gettext("Item {number}").format(number=summary.agenda_item)
        return f"{item} · {title}"

    def _second(self, summary: DocumentSummary, *, under_item: bool) -> str:
        parts = [summary.called(self._texts.language)] if summary.symbol else []
        if summary.agenda_item and summary.symbol and not under_item:
            parts.append(self._texts.gettext("item {number}").format(number=summary.agenda_item))
        if summary.date and not summary.symbol:
            parts.append(self._texts.date(summary.date))
        return " · ".join(parts)

    def _pill(self, painter: QPainter, rect: QRectF, color: str, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colors.color(color))
        painter.drawRoundedRect(rect, radius, radius)


def _depth(index: QModelIndex | QPersistentModelIndex) -> int:
    """How many rows lead to a row, with itself."""
    depth, above = 1, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth


@lru_cache(maxsize=4_000)
def heading_lines(words: str, width: int, font: str) -> tuple[str, ...]:
    """At most `LINES` lines of `width` pixels; what has no room in the last one is left out with dots."""
    own = QFont()
    own.fromString(font)
    metrics = QFontMetrics(own)
    if metrics.horizontalAdvance(words) <= width:
        return (words,)  # most are, and a layout takes its time
    layout, option = QTextLayout(words, own), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    offsets = Offsets(words)
    while len(starts) <= LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        starts.append(offsets.to_core(line.textStart()))
    layout.endLayout()
    lines = [words[start:end].strip() for start, end in pairwise([*starts, len(words)])]
    if len(lines) > LINES:
        rest = words[starts[LINES - 1] :]
        lines[LINES - 1 :] = [metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return tuple(lines)
