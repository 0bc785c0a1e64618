"""One version on one side: a read-only text with a caret, marks, labels and selection.

Where its paragraphs stand is decided in `stacking`, how panes scroll together in `scrolling`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
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
from briefer.gui.reader.composing import Composition, Sheet
from briefer.gui.reader.copying import rich
from briefer.gui.reader.marks import Mark, mark_at
from briefer.gui.reader.painting import PAD, Brush, Column, Underlay, mark_rects
from briefer.gui.reader.porthole import give_viewport
from briefer.gui.reader.setting import Setting, plain_document
from briefer.gui.reader.stacking import Stack
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

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._side = side
        self._labels_left = True
        self._typography: Typography | None = None
        self._document: QTextDocument | None = None
        self._quiet = False
        self._pressed = QPoint()
        self.version: Version | None = None
        self.paint_empty: Callable[[QPainter], None] = lambda _painter: None  # where no text is in sight
        self.underlay = Underlay()
        self.layers: list[Layer] = []  # what others paint under the text, block by block
        self.blocks = Blocks(self)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)  # `Composition` breaks the lines
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cursorPositionChanged.connect(self._caret_came)

    def show_version(self, version: Version | None, typography: Typography) -> None:
        """Show `version` from its top; caret and selection start afresh. It is set when it `stands`."""
        self._quiet = True
        self._typography, self.version = typography, version
        self.underlay = Underlay(labels=[p.label for p in version.paragraphs] if version else ())
        self.setPalette(qt_palette(typography.colors))
        made = plain_document(version, self) if version is not None else QTextDocument(self)
        made.setDefaultFont(typography.font)
        self.blocks.composition = None
        if version is not None:
            self.blocks.composition = Composition(made, Setting(version, typography), self._side)
            made.setDocumentLayout(self.blocks.composition)
        old, self._document = self._document, made
        self.setDocument(made)
        if old is not None:
            old.deleteLater()
        self._quiet = False

    def set_typography(self, typography: Typography) -> None:
        """Set the same text in another appearance."""
        self._typography = typography
        self.setPalette(qt_palette(typography.colors))
        if self.version is not None and self.blocks.composition is not None:
            self.document().setDefaultFont(typography.font)
            self.blocks.composition.set_anew(Setting(self.version, typography))
        self.viewport().update()

    def stand(self, stack: Stack, sheet: Sheet, *, labels_left: bool) -> None:
        """Let the paragraphs stand where a stack has them."""
        self._labels_left = labels_left
        if self.blocks.composition is not None:
            self.blocks.composition.stand(stack, sheet)
        self.viewport().update()

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

    def copy_selection(self) -> None:
        """Put the selection on the clipboard: the text, and the same with its looks, unknown to Qt."""
        made = QMimeData()
        made.setText(self.textCursor().selection().toPlainText())
        if self.version is not None:
            made.setHtml(rich(self.version, self.selected_spans()))
        QGuiApplication.clipboard().setMimeData(made)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        # Python must not make the data that Qt itself asks for: Qt would free it a second time.
        if event.matches(QKeySequence.StandardKey.Copy) and self.textCursor().hasSelection():
            self.copy_selection()
            return
        super().keyPressEvent(event)

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
        if not seen:
            self.paint_empty(painter)

    def column(self) -> Column:
        """Where the text stands in the viewport."""
        sheet = self.blocks.composition.sheet if self.blocks.composition else Sheet()
        return Column(sheet.left, sheet.right, sheet.width, self._labels_left)

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

    def _caret_came(self) -> None:
        if not self._quiet and self.version is not None:
            self.caret_moved.emit(self.caret)
