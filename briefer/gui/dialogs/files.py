"""Asks for the file to open, or for the two files of one document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from briefer.app.texts import Texts
from briefer.gui.dialogs.file_labels import say_labels


class FilesDialog(QFileDialog):
    """Starts in the folder of the file opened last. `chosen` carries a list of Paths."""

    chosen = Signal(object)

    def __init__(self, recent: Sequence[Sequence[str]], texts: Texts, parent: QWidget) -> None:
        super().__init__(parent, texts.gettext("Open one file, or the two language versions of one document"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say_labels(self, texts)
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        folder = Path(recent[0][0]).parent if recent else Path.home()
        self.setDirectory(str(folder if folder.is_dir() else Path.home()))
        self.filesSelected.connect(self._choose)

    @Slot("QStringList")
    def _choose(self, names: list[str]) -> None:
        self.chosen.emit([Path(name) for name in names])
