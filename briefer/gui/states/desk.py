"""Decides what stands in the middle: the text, the start page, or a face that says how things stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.texts import Texts
from briefer.core.errors import DocumentUnknown, FileMissing, FileUnreadable, FileWithoutText, LibraryError
from briefer.gui.frame import Frame
from briefer.gui.notices import Offer, Sentence
from briefer.gui.shelf import Tab
from briefer.gui.states.face import Face, Guise
from briefer.gui.workspace import Workspace

PATIENCE = 150  # milliseconds before an opening has a face; most are done by then


class StatesDesk(QObject):
    """Puts the right page into the middle, whenever another document or none is at hand.

    `ask` lets the reader choose another file, `recent` says which were opened last.
    """

    def __init__(
        self,
        workspace: Workspace,
        frame: Frame,
        ask: Callable[[], object],
        recent: Callable[[], Sequence[Sequence[Path]]],
        texts: Texts,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._frame = frame
        self._ask = ask
        self._recent = recent
        self.face = Face(texts, frame.centre)
        frame.centre.addWidget(self.face)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PATIENCE)
        self._pause.timeout.connect(self._wait)
        workspace.shelved.connect(self.show)
        workspace.settled.connect(self.show)
        self.show()

    @Slot()
    def show(self) -> None:
        """Show what there is to show now."""
        self._pause.stop()
        tab = self._workspace.shelf.tab
        if tab is None:
            self._frame.start_page.show_recent(self._recent())
            self._frame.centre.setCurrentWidget(self._frame.start_page)
        elif tab.opened is not None:
            self._frame.centre.setCurrentWidget(self._frame.reader)
        elif tab.trouble is not None:
            self._wear(self._troubled(tab, tab.trouble))
        else:
            self._wear(Guise(lambda _texts: "", lambda _texts: ""))
            self._pause.start()

    @Slot()
    def _wait(self) -> None:
        """Say what the reader is waiting for, or that it was given up."""
        tab = self._workspace.shelf.tab
        if tab is None or tab.opened is not None or tab.trouble is not None:
            return
        if self._workspace.opening:
            called = self._workspace.opening_words
            self._wear(
                Guise(
                    lambda texts: called or texts.gettext("Opening {name}…").format(name=tab.kept.title),
                    lambda texts: texts.gettext(
                        "Long and scanned documents take a while. You can read another tab meanwhile."
                    ),
                )
            )
        else:
            self._wear(
                Guise(
                    lambda _texts: tab.kept.title,
                    lambda texts: texts.gettext("This document is not open yet."),
                    (Offer(lambda texts: texts.gettext("Open it"), self._workspace.come), self._closing()),
                )
            )

    def _troubled(self, tab: Tab, error: Exception) -> Guise:
        again = Offer(lambda texts: texts.gettext("Try again"), self._workspace.come)
        other = Offer(lambda texts: texts.gettext("Choose another file…"), self._ask)
        first = (other, again) if isinstance(error, FileMissing | FileWithoutText) else (again, other)
        return Guise(
            lambda texts: texts.gettext("{name} cannot be shown").format(name=tab.kept.title),
            partial(_advice, error),
            (*first, self._closing()),
        )

    def _closing(self) -> Offer:
        return Offer(
            lambda texts: texts.gettext("Close tab"),
            lambda: self._workspace.close(self._workspace.shelf.number),
        )

    def _wear(self, guise: Guise) -> None:
        self.face.wear(guise)
        self._frame.centre.setCurrentWidget(self.face)


def _advice(error: Exception, texts: Texts) -> str:
    """What may help; what is wrong stands in the bar above."""
    known: list[tuple[type[Exception], Sentence]] = [
        (
            FileMissing,
            lambda t: t.gettext(
                "It may have been moved, renamed or deleted, or its disk is not connected. "
                "What is saved to the library can be read without its file."
            ),
        ),
        (
            FileUnreadable,
            lambda t: t.gettext("Look whether its disk is connected and whether you may read it."),
        ),
        (
            LibraryError,
            lambda t: t.gettext(
                "It is saved in the library, which cannot be used now. Its file can be opened."
            ),
        ),
        (
            DocumentUnknown,
            lambda t: t.gettext("It is not in the library any more. Its file may still be where it was."),
        ),
    ]
    sentence = next((words for kind, words in known if isinstance(error, kind)), None)
    if sentence is not None:
        return sentence(texts)
    return texts.gettext(
        "Another copy of the file may be whole: ask for it where you had this one from, "
        "or open it in the program that it was made with and save it anew."
    )
