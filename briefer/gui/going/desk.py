"""Joins the reader with outline, labels and the trail of places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.core.outline import Entry, Rows, entry_at, outline, rows_of
from briefer.gui.actions import Actions, Handlers
from briefer.gui.going.trail import Stop, Trail
from briefer.gui.outline.panel import OutlinePanel
from briefer.gui.outline.words import entry_words
from briefer.gui.palette.desk import Candidate
from briefer.gui.reader.place import Place
from briefer.gui.reader.view import ReaderView
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from briefer.core.labelled import Goal
    from briefer.gui.palette.chooser import Chooser
    from briefer.gui.palette.rows import Row

REST = 120  # milliseconds after scrolling until the outline follows


class GoingDesk(QObject):
    """Goes where the reader wants to, and remembers from where."""

    def __init__(
        self, workspace: Workspace, reader: ReaderView, panel: OutlinePanel, texts: Texts, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._reader = reader
        self._panel = panel
        self._texts = texts
        self._window = window
        self._acts: Actions | None = None
        self._trail = Trail()
        self._here: Stop | None = None
        self._entries: tuple[Entry, ...] = ()
        self._rows: Rows = {}
        self._outlined: OpenDocument | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.follow)
        workspace.opened.connect(self._outline)
        workspace.amended.connect(self._outline)
        workspace.shelved.connect(self._forget_closed)
        reader.current_changed.connect(self._came)
        reader.scrolled.connect(self._rest.start)
        panel.wanted.connect(self._go_to_entry)

    def handlers(self) -> Handlers:
        """What each action about places does."""
        return {"back": self.back, "forward": self.forward, "go-to": self.ask}

    def attend(self, acts: Actions) -> None:
        """Keep the actions as they should be from now on."""
        self._acts = acts
        self._show_actions()

    @Slot()
    def back(self) -> None:
        """Go back to where the reader jumped from."""
        self._travel(self._trail.back(self._here))

    @Slot()
    def forward(self) -> None:
        self._travel(self._trail.forward(self._here))

    @Slot()
    def ask(self) -> Chooser | None:
        """Let the reader name a label to go to."""
        from briefer.gui.palette.chooser import Chooser, Question

        opened = self._workspace.document
        if opened is None:
            return None
        question = Question(
            lambda texts: texts.gettext("Go to a paragraph"),
            lambda texts: texts.gettext("12 (a), OP4 bis, PP6, p. 3…"),
            lambda asked: [self._row(goal) for goal in self._goals(asked)],
            lambda texts, asked: no_label_words(opened, asked, texts),
        )
        chooser = Chooser(question, self._texts, self._window)
        chooser.appear()
        return chooser

    def candidates(self) -> Iterator[Candidate]:
        """The headings of the document at hand, for the palette."""
        from briefer.gui.palette.rows import Row

        detail = self._texts.gettext("heading")
        for entry in self._entries:
            words = entry_words(entry, self._texts)
            yield Candidate(Row(words, partial(self._go_to_entry, entry), detail), (words,), 0.95)

    def retranslate(self) -> None:
        """List the headings of the language that the interface speaks now."""
        self._outlined = None
        self._outline(self._workspace.document)

    def _goals(self, asked: str) -> tuple[Goal, ...]:
        from briefer.core.labelled import goals

        opened, place = self._workspace.document, self._reader.current_place()
        return goals(opened.document, asked, place.language if place else None) if opened else ()

    def _row(self, goal: Goal) -> Row:
        from briefer.gui.palette.rows import Row

        label = goal.label or self._texts.gettext("first paragraph of the page")
        text = " ".join(goal.text.split())
        return Row(label, partial(self._go, goal.language, goal.index), text, goal.language)

    def _go(self, language: str, index: int) -> None:
        self._reader.go_to(language, index)
        self._reader.setFocus()

    @Slot(object)
    def _go_to_entry(self, entry: Entry) -> None:
        self._go(entry.language, entry.index)

    @Slot(object)
    def _outline(self, opened: OpenDocument | None) -> None:
        if opened is not self._outlined or opened is None:
            self._outlined = opened
            self._entries = outline(opened.document, self._texts.language) if opened else ()
            self._rows = rows_of(opened.document) if opened else {}
            self._panel.show_outline(self._entries, there=opened is not None)
            self.follow()

    @Slot()
    def follow(self) -> None:
        """Mark the part that the current paragraph stands in, or what is at the top of the text."""
        place = self._reader.eye_place()
        if place is not None:
            self._panel.set_current(entry_at(self._entries, self._rows, place.language, place.index))

    @Slot(object)
    def _came(self, place: Place | None) -> None:
        tab = self._workspace.shelf.tab
        if place is None or tab is None:
            return
        here = Stop(tab, place)
        if self._here is not None and here.far_from(self._here):
            self._trail.leave(self._here)
        self._here = here
        self._show_actions()
        self._rest.start()

    def _travel(self, stop: Stop | None) -> None:
        if stop is None:
            return
        self._here = stop  # to come there is no jump of its own
        if stop.tab is not self._workspace.shelf.tab:
            self._workspace.turn(self._workspace.shelf.tabs.index(stop.tab))
        self._here = stop
        self._reader.go_to(stop.place.language, stop.place.index)
        self._show_actions()

    @Slot()
    def _forget_closed(self) -> None:
        tabs = self._workspace.shelf.tabs
        self._trail.keep(lambda stop: stop.tab in tabs)
        if self._here is not None and self._here.tab not in tabs:
            self._here = None
        self._show_actions()

    def _show_actions(self) -> None:
        if self._acts is not None:
            self._acts["back"].setEnabled(bool(self._trail.behind))
            self._acts["forward"].setEnabled(bool(self._trail.ahead))


def no_label_words(opened: OpenDocument, asked: str, texts: Texts) -> str:
    """Says that no paragraph has such a label, and which labels there are."""
    from briefer.core.labelled import goals

    known = goals(opened.document, "")
    if not known:
        return texts.gettext("No paragraph of this document has a number.")
    labels = [goal.label or "" for goal in known]
    labels = [label for label in labels if label[-1:].isalnum() or label.endswith(")")] or labels
    return texts.gettext("No paragraph is called “{label}” here. There are {first} to {last}.").format(
        label=asked.strip(), first=labels[0], last=labels[-1]
    )
