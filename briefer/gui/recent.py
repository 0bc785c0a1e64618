"""The menu of files opened last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

from briefer.app.settings import RECENT, Settings
from briefer.app.texts import Texts


class RecentFiles(QObject):
    """Fills `menu` each time it is shown. `wanted` carries a list of one or two Paths."""

    wanted = Signal(object)

    def __init__(self, menu: QMenu, settings: Settings, texts: Texts) -> None:
        super().__init__(menu)
        self._menu = menu
        self._settings = settings
        self._texts = texts
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.fill)

    @Slot()
    def fill(self) -> None:
        self._menu.clear()
        for entry in self._settings.get(RECENT):
            paths = [Path(name) for name in entry]
            names = " + ".join(path.name for path in paths)
            action = self._menu.addAction(names.replace("&", "&&"))
            action.setToolTip("\n".join(entry))
            action.triggered.connect(lambda _checked=False, paths=paths: self.wanted.emit(paths))
        if self._menu.isEmpty():
            self._menu.addAction(self._texts.gettext("No files yet")).setEnabled(False)
