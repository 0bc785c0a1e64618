"""What the Help menu does, and the dialog of settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from briefer.gui.actions import Actions, Handlers
from briefer.gui.dialogs.diagnostics import DiagnosticsDesk
from briefer.gui.keys import Keys
from briefer.gui.parts import Parts


class HelpDesk(QObject):
    """Shows what helps: the shortcuts, the query language, what Briefer runs on, what it is."""

    def __init__(self, parts: Parts, keys: Keys, window: QWidget) -> None:
        super().__init__(window)
        self._texts = parts.texts
        self._settings = parts.settings
        self._keys = keys
        self._window = window
        self._acts: Actions | None = None
        self.diagnostics = DiagnosticsDesk(parts.library.folder, parts.jobs, parts.texts, window)
        keys.changed.connect(self._take_keys)

    def handlers(self) -> Handlers:
        return {
            "settings": self.show_settings,
            "shortcuts": self.show_shortcuts,
            "diagnostics": self.diagnostics.show,
            "about": self.show_about,
        }

    def attend(self, acts: Actions) -> None:
        self._acts = acts

    # Dialogs are loaded when they are wanted: the window is there the sooner.

    @Slot()
    def show_settings(self) -> None:
        from briefer.gui.preferences.dialog import SettingsDialog

        SettingsDialog(self._settings, self._texts, self._window).open()

    @Slot()
    def show_about(self) -> None:
        from briefer.gui.dialogs.about import AboutDialog

        AboutDialog(self._texts, self._window).open()

    @Slot()
    def show_shortcuts(self) -> None:
        """Show the cheat sheet."""
        from briefer.gui.dialogs.shortcuts import ShortcutsDialog

        if self._acts is not None:
            ShortcutsDialog(self._acts, self._keys, self._texts, self._window).open()

    @Slot()
    def _take_keys(self) -> None:
        if self._acts is not None:
            self._acts.set_keys()
            self._acts.retranslate()
