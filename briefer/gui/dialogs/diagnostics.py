"""Shows what Briefer runs on, to be copied for somebody who helps."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import PySide6
from PySide6.QtCore import QObject, Slot, qVersion
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from briefer.app.diagnostics import Line, as_text, diagnostics
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.gui.dialogs.plain import CopyDialog
from briefer.gui.jobs import Jobs


class DiagnosticsDialog(CopyDialog):
    """The lines in a field from which any of them can be selected."""

    def __init__(self, lines: Sequence[Line], texts: Texts, parent: QWidget | None = None) -> None:
        self.page = QPlainTextEdit(as_text(lines))
        self.page.setReadOnly(True)
        super().__init__(
            lambda texts: texts.gettext("Diagnostics"),
            self.page,
            self.page.toPlainText,
            texts,
            parent,
        )

    def retranslate(self) -> None:
        super().retranslate()
        self.page.setAccessibleName(self.windowTitle())


class DiagnosticsDesk(QObject):
    """Looks at everything in a job, because processes are started to be looked at; then shows it."""

    def __init__(self, library: Path, jobs: Jobs, texts: Texts, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._jobs = jobs
        self._texts = texts
        self._window = window

    @Slot()
    def show(self) -> None:
        def work(_progress: Progress) -> tuple[Line, ...]:
            toolkit = (("Qt", str(qVersion())), ("PySide6", PySide6.__version__))
            return diagnostics(self._library, self._texts, toolkit)

        def done(lines: tuple[Line, ...]) -> None:
            DiagnosticsDialog(lines, self._texts, self._window).open()

        def failed(error: Exception) -> None:
            raise error

        self._jobs.start(Task(self._texts.gettext("Looking at the system…"), work), done, failed)
