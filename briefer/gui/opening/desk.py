"""The ways by which files come into the window, joined, and what is asked and told of an open document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.model import OpenDocument
from briefer.app.resources import resource
from briefer.app.settings import RECENT, Settings
from briefer.app.texts import Texts
from briefer.app.wishes import wishes_for
from briefer.gui.actions import Handlers
from briefer.gui.frame import Frame
from briefer.gui.notices import Offer, Tone
from briefer.gui.opening.attempts import Attempts
from briefer.gui.opening.rereading import Rereading
from briefer.gui.parts import Parts
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from briefer.gui.opening.second import SecondFile

SAMPLE = ("samples", "joint-statement.ru-en.txt")


class OpeningDesk(QObject):
    """Opens what the reader brings."""

    def __init__(self, parts: Parts, workspace: Workspace, frame: Frame, window: QWidget) -> None:
        super().__init__(window)
        self._settings: Settings = parts.settings
        self._texts: Texts = parts.texts
        self._workspace = workspace
        self._notices = notices = frame.notices
        self._window = window
        self._attempts = Attempts(workspace, notices, parts.missing_for_ocr, parts.texts, window)
        self._parts = parts
        self.rereading = Rereading(parts, workspace, self._attempts, frame.reader, notices, window)
        self._offers = {
            "encoding-guessed": Offer(lambda texts: texts.gettext("Change…"), self.rereading.ask),
            "one-language": Offer(lambda texts: texts.gettext("Add the other…"), self.ask_beside),
            "pages-without-text": Offer(
                lambda texts: texts.gettext("Recognise the text"), self.rereading.recognise
            ),
        }

    @cached_property
    def _second(self) -> SecondFile:
        from briefer.app.joining import Joiner
        from briefer.gui.opening.second import SecondFile

        parts, joiner = self._parts, Joiner(self._parts.opener, self._parts.library)
        return SecondFile(
            *(self._workspace, parts.opener, joiner, self._attempts),
            *(self._notices, self._texts, self._window),
        )

    def handlers(self) -> Handlers:
        """What each action about opening does."""
        return {
            "open": self.ask,
            "save": self._workspace.save,
            "sample": self.open_sample,
            "symbol": self.enter_symbol,
            "information": self.inform,
            "reading": self.rereading.ask,
            "recognise": self.rereading.recognise,
        }

    def tell(self, opened: OpenDocument | None) -> None:
        """Say what the document has to tell, and offer what can be done about it."""
        self._notices.say_notices(opened.notices if opened else (), self._offers)

    @Slot(object)
    def open(self, paths: Sequence[Path]) -> None:
        """Open one or two files; of more than two, say that it cannot be done."""
        self._notices.clear()
        if len(paths) > 2:
            self._notices.say(
                lambda texts: texts.gettext("Open one file, or the two language versions of one document."),
                Tone.PROBLEM,
            )
        elif paths:
            self._attempts.make(self._workspace.open_files, wishes_for(paths))

    def take(self, paths: Sequence[Path]) -> None:
        """Open files that were dropped: one is set beside a document of one language, if it fits."""
        document = self._workspace.document
        if len(paths) == 1 and document is not None and len(document.document.versions) == 1:
            self._notices.clear()
            self._second.add(paths[0], document)
        else:
            self.open(paths)

    @Slot()
    def inform(self) -> None:
        """Show what is known of the open document."""
        from briefer.gui.opening.information import InformationDialog

        if (opened := self._workspace.document) is not None:
            InformationDialog(opened, self._texts, self._window).open()

    @Slot()
    def enter_symbol(self) -> None:
        """Let the reader enter the symbol that the document does not show."""
        from briefer.gui.dialogs.symbol import SymbolDialog

        if (opened := self._workspace.document) is not None:
            symbol = opened.document.masthead.symbol or ""
            SymbolDialog(symbol, self._workspace.set_symbol, self._texts, self._window).open()

    @Slot()
    def open_sample(self) -> None:
        self.open([resource(*SAMPLE)])

    @Slot()
    def ask(self) -> None:
        """Let the reader choose files."""
        self._choose_files(self.open)

    @Slot()
    def ask_beside(self) -> None:
        """Let the reader choose the file with the other language version."""
        self._choose_files(self.take)

    def _choose_files(self, take: Callable[[Sequence[Path]], None]) -> None:
        from briefer.gui.dialogs.files import FilesDialog

        recent = self._settings.get(RECENT)
        dialog = FilesDialog(recent, self._texts, self._window)
        dialog.chosen.connect(take)
        dialog.open()
