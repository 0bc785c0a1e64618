"""Asks whether documents are to be deleted for good."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from briefer.app.texts import Texts


def ask_to_delete(texts: Texts, parent: QWidget) -> bool:
    """True when what is in the trash may be gone for good."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(texts.gettext("Delete the documents for good, with their annotations?"))
    box.setInformativeText(texts.gettext("This cannot be undone. Backups hold them until these grow old."))
    delete = box.addButton(texts.gettext("Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    box.exec()
    agreed = box.clickedButton() is delete
    box.deleteLater()
    return agreed
