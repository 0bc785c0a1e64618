"""The three columns of the window and what stands in them: the library, the text, what is said of it."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from briefer.app.model import OpenDocument
from briefer.gui.annotations.panel import AnnotationsPanel
from briefer.gui.edge import Edge
from briefer.gui.keys import Keys
from briefer.gui.library.absence import AbsenceBar
from briefer.gui.library.header import DocumentHeader
from briefer.gui.library.panel import LibraryPanel
from briefer.gui.library.start_page import StartPage
from briefer.gui.look import Look
from briefer.gui.notices import NoticeBar, ProgressStrip
from briefer.gui.outline.panel import OutlinePanel
from briefer.gui.parts import Parts
from briefer.gui.reader.typography import family
from briefer.gui.reader.view import ReaderView
from briefer.gui.room import Room
from briefer.gui.search.saved import SavedPanel
from briefer.gui.side import SideColumn
from briefer.gui.tabs.bar import TabRow

if TYPE_CHECKING:
    from briefer.gui.search.results import ResultsPanel

WIDTHS = (220, 860, 286)
HEIGHTS = (320, 240, 120)
PAGE = 420  # pixels more than the least that text and page want to have together
LOW = 240  # pixels of height in which the head of the document has no room
LEAST = 60  # pixels of height of a panel in the left column


class Frame(QSplitter):
    """Makes the widgets and arranges them; who talks to whom is the window's business."""

    def __init__(self, parts: Parts, keys: Keys, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._texts = texts = parts.texts
        self._keys = keys
        self._colors = colors = parts.look.colors
        self._serif = serif = family(parts.look.appearance.family)
        # Each where it will stand: a widget that is moved is styled anew, with all that is in it.
        self.left = QSplitter(Qt.Orientation.Vertical, self)
        self.library = LibraryPanel(parts.library, parts.jobs, texts, colors, self.left)
        self.outline = OutlinePanel(texts, self.left)
        self.saved = SavedPanel(texts, self.left)
        self._middle = QWidget(self)
        self.tabs = TabRow(texts, self._middle)
        self.progress = ProgressStrip(texts, parts.jobs, self._middle)
        self.notices = NoticeBar(texts, self._middle)
        self.absence = AbsenceBar(texts, self._middle)
        self.header = DocumentHeader(texts, self._middle)
        self.centre = QStackedWidget(self._middle)
        self.start_page = StartPage(texts, self.centre)
        self.reader = ReaderView(texts, self.centre)
        self._edges = (
            Edge(Qt.Edge.LeftEdge, lambda t: t.gettext("Show the library"), texts, self._middle),
            Edge(Qt.Edge.RightEdge, lambda t: t.gettext("Show the annotations"), texts, self._middle),
        )
        self.side = SideColumn(self)
        self.annotations = AnnotationsPanel(texts, keys, colors, serif, self.side)
        self._reading = False  # whether a document is open
        self._lent: set[QWidget] = set()  # panels that are there until they are given back
        self._arrange()

    @cached_property
    def results(self) -> ResultsPanel:
        """What a search has found; made when a search is possible."""
        from briefer.gui.search.results import ResultsPanel

        made = ResultsPanel(self._texts, self._keys, self._colors, self._serif, self.side)
        self.side.addWidget(made)
        return made

    @property
    def _showing_results(self) -> bool:
        return "results" in vars(self) and self.side.currentWidget() is self.results

    def show_document(self, opened: OpenDocument | None) -> None:
        """Show the document; what stands in the middle without one is decided in `states`."""
        self._reading = opened is not None
        self.reader.show_document(opened)
        self.room.offer(self.side, opened is not None)
        if opened is not None:
            self.room.leave()
        lay_out_now(self)  # so that the text is set once, in the width that it keeps
        if opened is not None:
            self.centre.setCurrentWidget(self.reader)
            self.reader.setFocus()

    @Slot()
    def show_results(self) -> None:
        self.lend(self.results)

    @Slot()
    def leave_results(self) -> None:
        """Show again what stood in the column before the results."""
        if "results" in vars(self):
            self.give_back(self.results)

    def lend(self, panel: QWidget) -> None:
        """Show a panel in the column on the right, whatever room there is, until it is given back."""
        self.side.bring(panel)
        self.room.lend(self.side)
        self._lent.add(panel)

    def give_back(self, panel: QWidget) -> None:
        """Show what stood in the column before a panel that was lent, if there is room for that."""
        seen = self.side.currentWidget() is panel
        self._lent.discard(panel)
        self.side.leave(panel)
        if seen and self.side.currentWidget() not in self._lent and self.annotations.editor.isHidden():
            self.room.take_back(self.side)

    @Slot()
    def show_editor(self) -> None:
        self.show_annotations()
        self.room.lend(self.side)

    @Slot()
    def leave_editor(self) -> None:
        """Nothing is being written any more."""
        if self.side.currentWidget() is self.annotations:
            self.room.take_back(self.side)

    @Slot()
    def show_annotations(self) -> None:
        self.side.bring(self.annotations)

    def dress(self, look: Look) -> None:
        self.reader.set_appearance(look.appearance)
        self.room.fit()  # lines of larger type need more room
        if look.colors == self._colors:
            return
        self._colors = look.colors
        for panel in (self.library, self.annotations):
            panel.set_colors(look.colors)
        if "results" in vars(self):
            self.results.set_colors(look.colors)

    @Slot(bool)
    def make_room_for_page(self, shown: bool) -> None:
        """A page stands beside the text, or no more: lines of text stay long enough to be read."""
        self.room.want_more(PAGE + self.reader.wanting if shown else 0)

    @Slot()
    def bring_library(self) -> None:
        self.room.set_shown(self.left, shown=True)

    @Slot()
    def bring_side(self) -> None:
        self.room.set_shown(self.side, shown=True)

    def toggle_library(self) -> None:
        self._toggle(self.left)

    def toggle_outline(self) -> None:
        """Show the outline, or hide it; the column comes with it."""
        hidden = self.outline.isHidden() or self.left.isHidden()
        self.outline.setHidden(not hidden)
        if hidden:
            self.room.set_shown(self.left, shown=True)

    def toggle_side(self) -> None:
        self._toggle(self.side)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if not self.room.still:
            self.header.make_way(low=self.height() < LOW)
        self.room.fit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.room.fit()
        return handled

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        height = super().minimumSizeHint().height()
        return QSize(
            self.room.least, height if self.header.isHidden() else height - self.header.sizeHint().height()
        )

    def go_round(self, search: QLineEdit) -> None:
        """Move the keyboard to the next column that is shown, `search` being the last."""
        beside: QWidget = self.annotations.view
        standing = self.side.currentWidget()
        if self._showing_results:
            beside = self.results.view
        elif standing is not None and standing is not self.annotations:
            beside = standing
        stops = (
            self.library.view,
            self.outline.view,
            self.saved.view,
            self.reader.focusProxy() or self.reader,
            beside,
            search,
        )
        shown = [
            widget for widget in stops if widget.isVisible() and (widget.focusProxy() or widget).isVisible()
        ]
        focused = self.window().focusWidget()
        column = [n for n, widget in enumerate(shown) if focused and _holds(widget, focused)]
        if not shown:
            return
        following = shown[(column[0] + 1 if column else 0) % len(shown)]
        following.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _comfort(self) -> int:
        """In how many pixels the text that is open can be read well."""
        edges = sum(edge.sizeHint().width() for edge in self._edges)
        return self.reader.comfort + edges if self._reading else 0

    @Slot()
    def _show_edges(self) -> None:
        for edge, column in zip(self._edges, (self.left, self.side), strict=True):
            edge.setVisible(column in self.room.aside)

    def _toggle(self, column: QWidget) -> None:
        """Show a column, or hide it; the keyboard, if it was in there, goes to the text."""
        focused = self.window().focusWidget()
        held = focused is not None and column.isAncestorOf(focused)
        self.room.set_shown(column, column.isHidden())
        if held and column.isHidden():
            self.reader.setFocus()

    def _arrange(self) -> None:
        for page in (self.start_page, self.reader):
            self.centre.addWidget(page)
        self.side.addWidget(self.annotations)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.progress)
        column.addWidget(self.notices)
        column.addWidget(self.absence)
        column.addWidget(self.header)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._edges[0])
        row.addWidget(self.centre, 1)
        row.addWidget(self._edges[1])
        column.addLayout(row, 1)
        for panel in (self.library, self.outline, self.saved):
            self.left.addWidget(panel)
            panel.setMinimumHeight(LEAST)
        self.left.setObjectName("left_column")
        self.left.setChildrenCollapsible(False)
        self.left.setHandleWidth(1)
        self.left.setSizes(HEIGHTS)
        for widget in (self.left, self._middle, self.side):
            self.addWidget(widget)
        self.room = Room(self, self._middle, (self.left, self.side), (WIDTHS[0], WIDTHS[2]), self._comfort)
        self.room.changed.connect(self._show_edges)
        for edge, beside in zip(self._edges, (self.left, self.side), strict=True):
            edge.clicked.connect(partial(self.room.set_shown, beside, shown=True))
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setSizes(WIDTHS)


def lay_out_now(widget: QWidget | None = None) -> None:
    """Give a widget, or without one all there are, the places that they wait for."""
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.LayoutRequest.value)


def _holds(widget: QWidget, focused: QWidget) -> bool:
    return widget is focused or widget.isAncestorOf(focused)
