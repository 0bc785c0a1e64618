"""The reader as the window sees it: composition only."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.core.annotation import Annotation, Target
from briefer.core.document import Span
from briefer.gui.offsets import Offsets
from briefer.gui.reader.abreast import Abreast
from briefer.gui.reader.answers import word_marks
from briefer.gui.reader.arranging import Arrangement
from briefer.gui.reader.current import Current
from briefer.gui.reader.detour import Detour
from briefer.gui.reader.findbar import FindBar
from briefer.gui.reader.lighting import Lighting
from briefer.gui.reader.marks import highlight_marks, hit_marks
from briefer.gui.reader.menu import TextMenu
from briefer.gui.reader.pairing import Pairing
from briefer.gui.reader.place import Place, Rows, Stand
from briefer.gui.reader.searching import Searching
from briefer.gui.reader.selecting import Selection
from briefer.gui.reader.spread import Spread
from briefer.gui.reader.surface import Surface
from briefer.gui.reader.typography import Typography
from briefer.gui.reader.voids import Voids
from briefer.gui.reader.whereabouts import Whereabouts, eye_place, return_to, whereabouts
from briefer.gui.reader.zooming import Zooming
from briefer.gui.theme import Appearance

__all__ = ["Place", "ReaderView"]


class ReaderView(QWidget):
    """Shows one document in one or two languages, or an invitation to open one."""

    selection_changed = Signal(object)  # tuple[Target, ...]
    current_changed = Signal(object)  # Place | None
    locked_changed = Signal(bool)
    scrolled = Signal()
    annotation_activated = Signal(str)  # annotation id
    highlight_requested = Signal()
    note_requested = Signal()
    link_activated = Signal(object)  # Link
    bead_menu_requested = Signal(QPoint)  # global position; the bead is current
    beads_joined = Signal(int, int)  # the first and last of those drawn together in the ribbon
    bead_pulled = Signal(int, object)  # a bead whose end was dragged in the ribbon, and the Correction

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._annotations: tuple[Annotation, ...] = ()
        self._beside = Abreast(self)
        self._spread = Spread(texts, Typography(Appearance()), self._beside)
        self._current = Current(self._spread, self)
        self._selection = Selection(self._spread, self)
        self._voids = Voids(self._spread, texts)
        self.lighting = Lighting(self._spread, self)
        self.zooming = Zooming(self._spread, self)
        self.pairing = Pairing(self._spread, self._current, self)
        self._bar = FindBar(texts, self)
        self.searching = Searching(self._bar, self._spread, self)
        self.surface = Surface(self._spread, self._current, self.searching.close, self)
        self.menu = TextMenu(self._spread, self.surface, texts, self)
        self._invitation = QLabel(self)
        self._invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._invitation.setWordWrap(True)
        self._invitation.setMargin(40)
        self._invitation.setProperty("role", "muted")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._invitation)
        self._beside.addWidget(self._spread)
        self._stack.addWidget(self._beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._bar)
        self._connect()
        self._retranslate()

    def show_document(self, opened: OpenDocument | None) -> None:
        """Show a document from its top, or the invitation; annotations are given afterwards."""
        rows = Rows(opened.document) if opened and opened.document.versions else None
        self._annotations = ()
        self.pairing.give_up()
        self.lighting.forget()
        self._selection.set_document(None)
        self._stack.setCurrentWidget(self._beside if rows else self._invitation)
        self._spread.show_rows(rows)
        self._selection.set_document(opened.document if opened else None)
        self._current.forget()
        self.searching.document_changed()
        self._name_panes()

    def amend(self, opened: OpenDocument) -> tuple[int, int] | None:
        """Show another alignment of the same text; which beads are new, the end excluded.

        Nothing else changes, and what the reader looks at stays where it is. None: nothing is to move.
        """
        rows, bitext = self._spread.rows, opened.document.bitext
        self._selection.set_document(opened.document)
        if rows is None or bitext is None or rows.beads == bitext.beads:
            return None
        self.pairing.give_up()
        self.lighting.forget()
        changed = self._spread.amend(Rows(opened.document), self._current.eye)
        self._current.renew()
        self.searching.document_changed(self._current.row or 0)
        return changed

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
        return self._current.place

    def whereabouts(self) -> Whereabouts:
        """Where the reader is, to come back there with `return_to`."""
        return replace(whereabouts(self._spread, self._current), find=self.searching.state)

    def eye_place(self) -> Place | None:
        """The current place if it is in sight, else what stands at the top of the text."""
        return eye_place(self._spread, self._current)

    def return_to(self, where: Whereabouts) -> None:
        """Go where the reader was in the document shown."""
        return_to(where, self._spread, self._current)
        if where.find is not None:
            self.searching.restore(where.find)

    def go_to(
        self, language: str, index: int, marks: tuple[Span, ...] = (), opposite: Collection[str] = ()
    ) -> None:
        """Make a paragraph current, scroll it into view, and mark stretches of it.

        Words that stand `opposite` are marked there too. What is not shown is passed over.
        """
        rows = self._spread.rows
        side = rows.side_of(language) if rows else None
        if rows is None or side is None or not 0 <= index < len(rows.versions[side].paragraphs):
            return
        self.searching.close()
        for each, pane in enumerate(self._spread.panes):
            found = [(index, mark) for mark in marks] if each == side else []
            pane.underlay.hits = hit_marks(rows.versions[side], found)
            pane.underlay.answers = {} if each == side else word_marks(rows, side, index, opposite)
            pane.viewport().update()
        offsets = Offsets(rows.versions[side].paragraphs[index].text)
        self._current.go(side, index, offsets.to_qt(marks[0].start) if marks else None)

    def go_to_bead(self, number: int) -> None:
        """Make a pair current and scroll it into view; a number out of range is passed over."""
        self._current.go_to_row(number)

    def next_pair(self) -> None:
        self._current.step(forward=True)

    def previous_pair(self) -> None:
        self._current.step(forward=False)

    def go_to_doubt(self, *, forward: bool) -> bool:
        """Go to the next or previous doubtful bead; whether there is one."""
        return self._current.doubt(forward=forward)

    def stand(self) -> Stand | None:
        """What a correction of the alignment would be about."""
        return self._current.stand()

    def put_beside(self, widget: QWidget) -> Abreast:
        """Let a widget stand on the right of the text whenever it is not hidden; what divides the two."""
        self._beside.put(widget)
        return self._beside

    @property
    def wanting(self) -> int:
        """Pixels of width that the text and what is beside it need together, more than one of them alone."""
        return self._beside.wanting

    def offer_menu(self, menu: QMenu) -> None:
        """Show `menu` in the menus over the text, where there are two languages."""
        self.menu.alignment = menu

    @property
    def comfort(self) -> int:
        """Pixels of width in which the text can be read with ease."""
        return self._spread.comfort

    @property
    def arrangement(self) -> Arrangement:
        """How the two sides stand."""
        return self._spread.arrangement

    @property
    def bilingual(self) -> bool:
        """Whether there are two sides."""
        return self._spread.rows is not None and len(self._spread.rows.versions) > 1

    def arrange(self, arrangement: Arrangement) -> None:
        """Let the sides stand otherwise; the pair under the eye stays where it is."""
        self._spread.arrange(arrangement)

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
        kept = [pane.underlay for pane in self._spread.panes]
        self._spread.set_typography(Typography(appearance))
        for pane, old in zip(self._spread.panes, kept, strict=True):
            pane.underlay.hits, pane.underlay.hit, pane.underlay.answers = old.hits, old.hit, old.answers
        self.set_annotations(self._annotations)
        self._current.show()

    def open_find(self) -> None:
        """Open the find bar with what is selected, if that is within one paragraph."""
        if self._spread.rows is None:
            return
        row = self._current.row
        chosen = self.selected_targets()
        needle = chosen[0].quote if len(chosen) == 1 else ""
        self.searching.open(self._spread.in_sight()[0] if row is None else row, needle)

    def find_next(self) -> None:
        self.searching.step(1)

    def find_previous(self) -> None:
        self.searching.step(-1)

    def copy(self) -> None:
        """Put the selection on the clipboard."""
        panes = (self._spread.panes[self._spread.active], *self._spread.panes)
        for pane in panes:
            if pane.textCursor().hasSelection():
                pane.copy_selection()
                return

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _connect(self) -> None:
        self._turn_to(self._spread.active)
        self._spread.activated.connect(self._turn_to)
        self._selection.changed.connect(self.selection_changed)
        self._current.changed.connect(self.current_changed)
        self._spread.lock.scrolled.connect(self.scrolled)
        self.searching.came_to.connect(self._current.go)
        self._current.gone.connect(self.lighting.follow_caret)
        Detour(self._spread, self._current, self.searching)
        for pane in self._spread.panes:
            pane.mark_clicked.connect(self.annotation_activated)
            pane.menu_requested.connect(self.menu.open)
        for links in self.surface.links:
            links.clicked.connect(self.link_activated)
        self.menu.copy_wanted.connect(self.copy)
        self.menu.highlight_wanted.connect(self.highlight_requested)
        self.menu.note_wanted.connect(self.note_requested)
        self.menu.link_wanted.connect(self.link_activated)
        self._spread.ribbon.menu_requested.connect(self._open_bead_menu)
        self._spread.ribbon.links_joined.connect(self.beads_joined)
        self._spread.ribbon.pulled.connect(self.bead_pulled)

    def _turn_to(self, side: int) -> None:
        self.setFocusProxy(self._spread.panes[side])

    def _retranslate(self) -> None:
        self._invitation.setText(self._texts.gettext("Open a session document, or drop a file here."))
        self._name_panes()

    def _name_panes(self) -> None:
        rows = self._spread.rows
        known = {"ru": self._texts.gettext("Russian text"), "en": self._texts.gettext("English text")}
        for version, pane in zip(rows.versions if rows else (), self._spread.panes, strict=False):
            name = self._texts.language_name(version.language) if version.language not in known else ""
            pane.setAccessibleName(
                known.get(version.language) or self._texts.gettext("Text, {language}").format(language=name)
            )

    def _open_bead_menu(self, number: int, point: QPoint) -> None:
        if self._current.row != number:
            self._current.go_to_row(number)
        self.bead_menu_requested.emit(point)
