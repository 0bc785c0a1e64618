"""Asks whether to close the window although a note could not be saved."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from briefer.app.texts import Texts


def ask_to_leave(texts: Texts, parent: QWidget) -> bool:
    """True when the note that could not be saved may be lost."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(texts.gettext("The note that you are writing could not be saved."))
    box.setInformativeText(texts.gettext("Close the window all the same and lose it?"))
    box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
    # Qt's own Russian word for discarding is that for declining.
    box.button(QMessageBox.StandardButton.Discard).setText(texts.gettext("Close and lose it"))
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    answer = box.exec()
    box.deleteLater()
    return answer == QMessageBox.StandardButton.Discard
