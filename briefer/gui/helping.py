"""What the Help menu does."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from briefer.gui.actions import Actions, Handlers
from briefer.gui.dialogs.about import AboutDialog
from briefer.gui.dialogs.diagnostics import DiagnosticsDesk
from briefer.gui.dialogs.shortcuts import ShortcutsDialog
from briefer.gui.parts import Parts


class HelpDesk(QObject):
    """Shows what helps: the shortcuts, what Briefer runs on, what it is."""

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._texts = parts.texts
        self._window = window
        self._acts: Actions | None = None
        self.diagnostics = DiagnosticsDesk(parts.library.folder, parts.jobs, parts.texts, window)

    def handlers(self) -> Handlers:
        return {
            "shortcuts": self.show_shortcuts,
            "diagnostics": self.diagnostics.show,
            "about": lambda: AboutDialog(self._texts, self._window).open(),
        }

    def attend(self, acts: Actions) -> None:
        self._acts = acts

    @Slot()
    def show_shortcuts(self) -> None:
        """Show the cheat sheet."""
        if (acts := self._acts) is not None:
            rows = [(acts.words(name), acts.keys(name)) for name in acts if acts.keys(name)]
            ShortcutsDialog(rows, self._texts, self._window).open()
