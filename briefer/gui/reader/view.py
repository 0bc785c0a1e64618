"""The reader as the window sees it: composition, what is current, and going to places."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.core.annotation import Annotation, Target
from briefer.core.document import Span
from briefer.gui.reader.marks import highlight_marks, hit_marks
from briefer.gui.reader.place import Place, Rows
from briefer.gui.reader.selecting import Selection
from briefer.gui.reader.spread import Spread
from briefer.gui.reader.typography import Typography
from briefer.gui.theme import Appearance

__all__ = ["Place", "ReaderView"]


class ReaderView(QWidget):
    """Shows one document in one or two languages, or an invitation to open one."""

    selection_changed = Signal(object)  # tuple[Target, ...]
    current_changed = Signal(object)  # Place | None
    locked_changed = Signal(bool)
    annotation_activated = Signal(str)  # annotation id
    highlight_requested = Signal()
    note_requested = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._place: Place | None = None
        self._annotations: tuple[Annotation, ...] = ()
        self._spread = Spread(texts, Typography(Appearance()), self)
        self._invitation = QLabel(self)
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._invitation.setWordWrap(True)
        self._invitation.setMargin(40)
        self._invitation.setProperty("role", "muted")
        self._selection = Selection(self._spread, self)
        self._selection.changed.connect(self.selection_changed)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._invitation)
        self._stack.addWidget(self._spread)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._stack, 1)
        for side, pane in enumerate(self._spread.panes):
            pane.caret_moved.connect(lambda index, side=side: self._caret_moved(side, index))
            pane.mark_clicked.connect(self.annotation_activated)
            pane.menu_requested.connect(lambda point, side=side: self._open_menu(side, point))
        self._spread.ribbon.link_clicked.connect(self._link_clicked)
        self._retranslate()

    def show_document(self, opened: OpenDocument | None) -> None:
        """Show a document from its top, or the invitation; annotations are given afterwards."""
        rows = Rows(opened.document) if opened and opened.document.versions else None
        self._annotations = ()
        self._selection.set_document(None)
        self._stack.setCurrentWidget(self._spread if rows else self._invitation)
        self._spread.show_rows(rows)
        self._selection.set_document(opened.document if opened else None)
        self._set_place(None)
        self._name_panes()
        self.setFocusProxy(self._spread.panes[0])

    def set_annotations(self, annotations: tuple[Annotation, ...]) -> None:
        """Paint these annotations' targets, and no others."""
        self._annotations = annotations
        rows = self._spread.rows
        for version, pane in zip(rows.versions if rows else (), self._spread.panes, strict=False):
            pane.underlay.highlights = highlight_marks(version, annotations)
            pane.viewport().update()

    def selected_targets(self) -> tuple[Target, ...]:
        """What is selected: one target a paragraph; in both languages if both are selected."""
        return self._selection.targets()

    def current_place(self) -> Place | None:
        return self._place

    def go_to(self, language: str, index: int, marks: tuple[Span, ...] = ()) -> None:
        """Make a paragraph current, scroll it into view, and mark stretches of it.

        A language or paragraph that is not shown is passed over.
        """
        rows = self._spread.rows
        side = rows.side_of(language) if rows else None
        if rows is None or side is None or not 0 <= index < len(rows.versions[side].paragraphs):
            return
        for each, pane in enumerate(self._spread.panes):
            found = [(index, mark) for mark in marks] if each == side else []
            pane.underlay.hits = hit_marks(rows.versions[side], found)
            pane.underlay.hit = None
        self._come_to(side, index)

    def go_to_bead(self, number: int) -> None:
        """Make a pair current and scroll it into view; a number out of range is passed over."""
        rows = self._spread.rows
        if rows is None or not 0 <= number < len(rows):
            return
        place = rows.place(number, self._spread.active)
        self._come_to(rows.side_of(place.language) or 0, place.index)

    def next_pair(self) -> None:
        self._step(forward=True)

    def previous_pair(self) -> None:
        self._step(forward=False)

    @property
    def locked(self) -> bool:
        """Whether the panes scroll together."""
        return self._spread.lock.locked

    def set_locked(self, locked: bool) -> None:
        if locked != self.locked:
            self._spread.set_locked(locked)
            self.locked_changed.emit(locked)

    def set_appearance(self, appearance: Appearance) -> None:
        """Set the text in another font, size, spacing or theme; nothing else changes."""
        marks = [(pane.underlay.hits, pane.underlay.hit) for pane in self._spread.panes]
        self._spread.set_typography(Typography(appearance))
        for pane, (hits, hit) in zip(self._spread.panes, marks, strict=True):
            pane.underlay.hits, pane.underlay.hit = hits, hit
        self.set_annotations(self._annotations)
        self._show_current()

    def copy(self) -> None:
        """Put the selection on the clipboard."""
        panes = self._spread.panes
        chosen = [pane for pane in panes if pane.textCursor().hasSelection()]
        active = panes[self._spread.active]
        if chosen:
            (active if active in chosen else chosen[0]).copy()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._invitation.setText(
            self._texts.gettext("Open a session document with Ctrl+O, or drop a file here.")
        )
        self._name_panes()

    def _name_panes(self) -> None:
        rows = self._spread.rows
        for version, pane in zip(rows.versions if rows else (), self._spread.panes, strict=False):
            pane.setAccessibleName(self._name(version.language))

    def _name(self, language: str) -> str:
        known = {"ru": self._texts.gettext("Russian text"), "en": self._texts.gettext("English text")}
        return known.get(language) or self._texts.gettext("Text, {language}").format(
            language=self._texts.language_name(language)
        )

    def _caret_moved(self, side: int, index: int) -> None:
        rows = self._spread.rows
        if rows is None:
            return
        number = rows.row_of(side, index)
        place = Place(number if rows.aligned else None, rows.versions[side].language, index)
        self._set_place(place)

    def _come_to(self, side: int, index: int) -> None:
        self._spread.active = side
        self._spread.panes[side].place_caret(index)
        self._caret_moved(side, index)
        self._spread.bring(side, index)

    def _link_clicked(self, number: int) -> None:
        self.go_to_bead(number)
        self._spread.panes[self._spread.active].setFocus()

    def _step(self, forward: bool) -> None:
        rows = self._spread.rows
        if rows is None:
            return
        number = rows.step(self._row(), forward)
        if number is not None:
            self.go_to_bead(number)

    def _row(self) -> int | None:
        rows, place = self._spread.rows, self._place
        side = rows.side_of(place.language) if rows and place else None
        return rows.row_of(side, place.index) if rows and place and side is not None else None

    def _set_place(self, place: Place | None) -> None:
        if place != self._place:
            self._place = place
            self._show_current()
            self.current_changed.emit(place)

    def _show_current(self) -> None:
        self._spread.set_current(self._row())

    def _open_menu(self, side: int, point: QPoint) -> None:
        menu = QMenu(self)
        copy = menu.addAction(self._texts.gettext("Copy"), self.copy)
        copy.setEnabled(self._spread.panes[side].textCursor().hasSelection())
        menu.addSeparator()
        menu.addAction(self._texts.gettext("Highlight"), self.highlight_requested.emit)
        menu.addAction(self._texts.gettext("Add note…"), self.note_requested.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def open_find(self) -> None:
        """Open the find bar."""
