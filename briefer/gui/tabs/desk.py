"""Joins the row of tabs with the documents that stand open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from briefer.app.texts import Texts
from briefer.core.values import dataclass
from briefer.gui.actions import Actions, Handlers
from briefer.gui.reader.view import ReaderView
from briefer.gui.shelf import Tab
from briefer.gui.tabs.bar import Label, TabRow
from briefer.gui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Writing:
    """What is being written beside the text: whether it is unsaved, and how it is saved.

    `settle` says whether nothing unsaved is left.
    """

    unsaved: Callable[[], bool]
    settle: Callable[[], bool]


class TabsDesk(QObject):
    """Turns, closes, moves and brings back tabs. `left` tells that a document's place was noted."""

    left = Signal(object)  # Tab

    def __init__(
        self, workspace: Workspace, reader: ReaderView, row: TabRow, writing: Writing, texts: Texts
    ) -> None:
        super().__init__(row)
        self._workspace = workspace
        self._shelf = workspace.shelf
        self._reader = reader
        self._row = row
        self._writing = writing
        self._texts = texts
        self._acts: Actions | None = None
        workspace.leaving.connect(self.note_place)
        workspace.shelved.connect(self.show)
        workspace.begun.connect(self._show_closing)
        workspace.settled.connect(self._show_closing)
        row.currentChanged.connect(workspace.turn)
        row.tabCloseRequested.connect(self.close)
        row.moved.connect(self._move)
        self.show()

    def handlers(self) -> Handlers:
        """What each action about tabs does."""
        return {
            "close-tab": self.close_at_hand,
            "close-others": self.close_others,
            "reopen-tab": self._workspace.reopen,
            "next-tab": lambda: self._step(1),
            "previous-tab": lambda: self._step(-1),
            "tab-right": lambda: self._shift(1),
            "tab-left": lambda: self._shift(-1),
        }

    def attend(self, acts: Actions) -> None:
        """Keep the actions as they should be from now on."""
        self._acts = acts
        self.show()

    @Slot()
    def note_place(self) -> None:
        """Note where the reader is in the document at hand."""
        tab = self._shelf.tab
        if tab is not None and tab.opened is not None:
            tab.whereabouts = self._reader.whereabouts()
            self.left.emit(tab)

    @Slot()
    def come_back(self) -> None:
        """Go where the reader was in the document at hand, which has just been shown."""
        tab = self._shelf.tab
        if tab is not None and tab.opened is not None and tab.whereabouts is not None:
            self._reader.return_to(tab.whereabouts)

    @Slot()
    def close_at_hand(self) -> None:
        """Close what the reader sees: a document that is still being opened, else the tab at hand."""
        if self._workspace.opening_another:
            self._workspace.stop_opening()
            self._workspace.come()
        else:
            self.close(self._shelf.number)

    @Slot(int)
    def close(self, number: int) -> None:
        """Close a tab, unless a note cannot be saved that is being written in it."""
        if number != self._shelf.number or self._writing.settle():
            self._workspace.close(number)

    @Slot()
    def close_others(self) -> None:
        """Close all tabs but the one at hand."""
        for number in reversed(range(len(self._shelf.tabs))):
            if number != self._shelf.number:
                self._workspace.close(number)

    @Slot()
    def show(self) -> None:
        """Show the tabs as they are now."""
        self._row.show_tabs([self._label(tab) for tab in self._shelf.tabs], self._shelf.number)
        if self._acts is not None:
            several = len(self._shelf.tabs) > 1
            for name in ("close-others", "next-tab", "previous-tab", "tab-right", "tab-left"):
                self._acts[name].setEnabled(several)
            self._show_closing()
            self._acts["reopen-tab"].setEnabled(bool(self._shelf.closed))

    @Slot()
    def _show_closing(self) -> None:
        """Without a tab there is something to close as long as a document is being opened."""
        if self._acts is not None:
            self._acts["close-tab"].setEnabled(bool(self._shelf.tabs) or self._workspace.opening_another)

    def _label(self, tab: Tab) -> Label:
        words = tab.kept.title or self._texts.gettext("Document")
        lines = [words, *tab.kept.files]
        if tab.opened is not None:
            title = tab.opened.document.title(self._texts.language)
            words = tab.opened.document.masthead.symbol or title
            lines = [*dict.fromkeys([words, title]), *tab.kept.files]
        unsaved = tab is self._shelf.tab and self._writing.unsaved()
        return Label(words, "\n".join(lines), unsaved)

    def _step(self, by: int) -> None:
        if self._shelf.tabs:
            self._workspace.turn((self._shelf.number + by) % len(self._shelf.tabs))

    def _shift(self, by: int) -> None:
        end = self._shelf.number + by
        if 0 <= end < len(self._shelf.tabs):
            self._shelf.move(self._shelf.number, end)
            self.show()

    @Slot(int, int)
    def _move(self, start: int, end: int) -> None:
        self._shelf.move(start, end)
        self.show()
