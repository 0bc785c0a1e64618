"""One version on one side: a read-only text with a caret, marks, labels and selection.

How panes are made level is in `levelling`, how they scroll together in `scrolling`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefer.core.document import Version
from briefer.gui.offsets import Offsets
from briefer.gui.reader.blocks import Blocks
from briefer.gui.reader.marks import Mark, mark_at
from briefer.gui.reader.painting import PAD, Brush, Column, Underlay, mark_rects
from briefer.gui.reader.setting import set_version
from briefer.gui.reader.typography import Typography
from briefer.gui.theme import qt_palette

Layer = Callable[[QPainter, QTextBlock, QRectF], None]


class TextPane(QTextEdit):
    """A version to be read. Paragraph `i` of the version is block `i` of the document."""

    caret_moved = Signal(int)  # the paragraph that the reader's caret has come to
    activated = Signal()  # the reader has turned to this pane
    mark_clicked = Signal(str)  # annotation id
    released = Signal()  # the left button was released after a click or a selection
    menu_requested = Signal(QPoint)  # global position

    def __init__(self, *, labels_left: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels_left = labels_left
        self._typography: Typography | None = None
        self._document: QTextDocument | None = None
        self._quiet = False
        self._pressed = QPoint()
        self.version: Version | None = None
        self.underlay = Underlay()
        self.layers: list[Layer] = []  # what others paint under the text, block by block
        self.blocks = Blocks(self)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cursorPositionChanged.connect(self._caret_came)

    def show_version(self, version: Version | None, typography: Typography, width: int, gutter: int) -> None:
        """Set `version` anew, `width` pixels wide with the `gutter` for its labels.

        Caret and selection start afresh.
        """
        self._quiet = True
        self._typography, self.version = typography, version
        self.underlay = Underlay(labels=[p.label for p in version.paragraphs] if version else ())
        self.setPalette(qt_palette(typography.colors))
        old = self._document
        if version is not None:
            made = set_version(version, typography, self)
            side = typography.side
            frame = made.rootFrame().frameFormat()
            frame.setLeftMargin(gutter if self._labels_left else side)
            frame.setRightMargin(side if self._labels_left else gutter)
            made.rootFrame().setFrameFormat(frame)
            self.setLineWrapColumnOrWidth(width)
            self.setDocument(made)
            self.blocks.start_over()
            self._document = made
            if old is not None:
                old.deleteLater()
        else:
            self.clear()
        self._quiet = False

    def set_column(self, width: int, left: int, right: int) -> None:
        """Set the text `width` pixels wide, labels included, with free space on either side."""
        self.setViewportMargins(left, 0, right, 0)
        if width != self.lineWrapColumnOrWidth():
            self._lay_out(width)

    def lay_out_anew(self) -> None:
        """Lay the text out again: what is in sight at once, the rest when it is asked for."""
        self._lay_out(self.lineWrapColumnOrWidth())

    def set_head(self, height: float) -> bool:
        """Leave `height` pixels free above the first paragraph; whether that is new."""
        frame = self.document().rootFrame().frameFormat()
        if abs(frame.topMargin() - height) < 1 / 128:
            return False
        frame.setTopMargin(height)
        # Without a page size the change is only noted; the text is then laid out lazily.
        self.document().setPageSize(QSizeF(0, 0))
        self.document().rootFrame().setFrameFormat(frame)
        self.lay_out_anew()
        return True

    def place_caret(self, index: int, offset: int = 0) -> None:
        """Put the caret into a paragraph, `offset` UTF-16 units in, without telling anybody."""
        block = self.document().findBlockByNumber(index)
        if block.isValid():
            place = block.position() + min(offset, block.length() - 1)
            self.restore_caret(place, place)

    def restore_caret(self, anchor: int, position: int) -> None:
        """Put caret and selection back, in Qt's own positions, without telling anybody."""
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self._quiet = True
        self.setTextCursor(cursor)
        self._quiet = False

    @property
    def caret(self) -> int:
        """The paragraph that the caret stands in."""
        return self.textCursor().blockNumber()

    def clear_selection(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self._quiet = True
            self.setTextCursor(cursor)
            self._quiet = False

    def selected_range(self) -> tuple[int, int]:
        """The first and last paragraph that the selection touches, or the caret's twice."""
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        return first, document.findBlock(cursor.selectionEnd()).blockNumber()

    def selected_spans(self) -> list[tuple[int, int, int]]:
        """What is selected: paragraph index, start and end in code points."""
        cursor = self.textCursor()
        if self.version is None or not cursor.hasSelection():
            return []
        spans = []
        block = self.document().findBlock(cursor.selectionStart())
        while block.isValid() and block.position() < cursor.selectionEnd():
            offsets = Offsets(self.version.paragraphs[block.blockNumber()].text)
            start = max(0, cursor.selectionStart() - block.position())
            end = min(block.length() - 1, cursor.selectionEnd() - block.position())
            if start < end:
                spans.append((block.blockNumber(), offsets.to_core(start), offsets.to_core(end)))
            block = block.next()
        return spans

    def mark_under(self, point: QPoint) -> Mark | None:
        """The highlight drawn under a viewport point."""
        block = self.cursorForPosition(point).block()
        marks = self.underlay.highlights.get(block.blockNumber(), ())
        origin = self.blocks.rect(block).topLeft()
        hit = [m for m in marks if any(r.contains(QPointF(point)) for r in mark_rects(block, origin, m))]
        return mark_at(hit, hit[-1].start) if hit else None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._typography is not None and self.version is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_under(painter, self._typography, QRectF(event.rect()))
            painter.end()
        super().paintEvent(event)

    def _paint_under(self, painter: QPainter, typography: Typography, area: QRectF) -> None:
        self.underlay.focused = self.hasFocus()
        brush = Brush(typography, self.underlay, self.column())
        seen = list(self.blocks.within(area.top() - PAD, area.bottom() + PAD))
        if any(block.blockNumber() in self.underlay.current for block, _ in seen):
            brush.frame(painter, *self.blocks.extent(self.underlay.current))
        if any(block.blockNumber() in self.underlay.chosen for block, _ in seen):
            brush.frame(painter, *self.blocks.extent(self.underlay.chosen), chosen=True)
        for block, rect in seen:
            brush.block(painter, block, rect)
            for layer in self.layers:
                layer(painter, block, rect)

    def column(self) -> Column:
        """Where the text stands in the viewport."""
        frame = self.document().rootFrame().frameFormat()
        width = float(self.lineWrapColumnOrWidth())
        return Column(frame.leftMargin(), width - frame.rightMargin(), width, self._labels_left)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        # Qt would scroll to the caret when first shown, which may stand far below a gap.
        scrolled = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(scrolled)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed = event.position().toPoint()
        self.activated.emit()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        still = (point - self._pressed).manhattanLength() < 4 and not self.textCursor().hasSelection()
        if still and event.button() == Qt.MouseButton.LeftButton:
            self.caret_moved.emit(self.caret)
            if mark := self.mark_under(point):
                self.mark_clicked.emit(mark.annotation)
        if event.button() == Qt.MouseButton.LeftButton:
            self.released.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self.activated.emit()
        super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.activated.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        self.activated.emit()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            self.menu_requested.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
            return
        clicked, chosen = self.cursorForPosition(event.pos()), self.textCursor()
        if not chosen.selectionStart() <= clicked.position() <= chosen.selectionEnd():
            self.setTextCursor(clicked)
        self.menu_requested.emit(event.globalPos())

    def _lay_out(self, width: int) -> None:
        self.setLineWrapColumnOrWidth(width)
        self.blocks.start_over()

    def _caret_came(self) -> None:
        if not self._quiet and self.version is not None:
            self.caret_moved.emit(self.caret)
