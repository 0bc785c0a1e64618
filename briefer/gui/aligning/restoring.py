"""Asks whether the automatic alignment is to come back everywhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from briefer.app.texts import Texts


def ask_to_restore(restore: Callable[[], object], texts: Texts, parent: QWidget) -> QMessageBox:
    """Ask in a dialog over `parent`, and call `restore` if the answer is yes."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(texts.gettext("Restore the automatic alignment of the whole document?"))
    box.setInformativeText(
        texts.gettext("What was corrected by hand goes away; “Undo correction” brings it back.")
    )
    button = box.addButton(texts.gettext("Restore"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    button.clicked.connect(lambda _checked: restore())
    box.open()
    return box
