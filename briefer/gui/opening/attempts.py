"""An opening that failed for want of something: asks for it, and tries again with it.

A password is asked for in a dialog; the recognition of text is offered beside the sentence
that says what failed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.messages import describe
from briefer.app.texts import Texts
from briefer.app.wishes import Wishes, with_choices
from briefer.core.errors import (
    FileError,
    FileGarbled,
    FileWithoutText,
    OcrUnavailable,
    PasswordNeeded,
    PasswordWrong,
)
from briefer.gui.notices import NoticeBar, Offer, Tone
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from briefer.gui.opening.password import PasswordDialog

Attempt = Callable[[Wishes, Callable[[Exception], None]], None]
Missing = Callable[[], tuple[str, ...]]


class Attempts(QObject):
    """Makes attempts to open files; the workspace tells what nothing can be done about.

    `missing` names the packages without which no text can be recognised.
    """

    def __init__(
        self, workspace: Workspace, notices: NoticeBar, missing: Missing, texts: Texts, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._notices = notices
        self._missing = missing
        self._texts = texts
        self._window = window
        self._asking: PasswordDialog | None = None
        workspace.opened.connect(self.settle)
        workspace.settled.connect(lambda: notices.hold(held=False))

    def make(self, attempt: Attempt, wishes: Wishes) -> None:
        """Try to open the files; whoever attempts tells by `settle` that they are open."""
        attempt(wishes, lambda error: self._failed(attempt, wishes, error))

    @Slot()
    def settle(self) -> None:
        """Nothing is to be asked any more."""
        if self._asking is not None:
            self._asking.accept()

    def recognition(self, attempt: Attempt, wishes: Wishes, path: str) -> Offer:
        """Offers to have the text of the file at `path` recognised."""

        def act() -> None:
            if missing := self._missing():
                error = OcrUnavailable(path=path, missing=", ".join(missing))
                self._notices.say_error(error)
            else:
                again = with_choices(wishes, path, lambda choices: replace(choices, ocr=True))
                self.make(attempt, again)
                self._notices.hold(held=True)

        return Offer(lambda texts: texts.gettext("Recognise the text"), act)

    def _failed(self, attempt: Attempt, wishes: Wishes, error: Exception) -> None:
        if isinstance(error, PasswordNeeded | PasswordWrong):
            self._ask(attempt, wishes, error)
            return
        self.settle()
        if isinstance(error, FileWithoutText | FileGarbled):
            offer = self.recognition(attempt, wishes, str(error.params.get("path")))
            self._notices.say(partial(describe, error), Tone.PROBLEM, offer=offer)
        else:
            self._workspace.troubled.emit(error)

    def _ask(self, attempt: Attempt, wishes: Wishes, error: FileError) -> None:
        path = str(error.params.get("path"))
        if self._asking is not None and self._asking.path == path:
            self._asking.complain(lambda texts: texts.gettext("That password does not open it. Try again."))
            return
        self.settle()

        def enter(password: str) -> None:
            self.make(
                attempt, with_choices(wishes, path, lambda choices: replace(choices, password=password))
            )

        from briefer.gui.opening.password import PasswordDialog

        self._asking = PasswordDialog(path, self._texts, self._window)
        self._asking.entered.connect(enter)
        self._asking.rejected.connect(self._workspace.stop_opening)
        self._asking.finished.connect(self._asked)
        self._asking.open()

    @Slot()
    def _asked(self) -> None:
        self._asking = None
