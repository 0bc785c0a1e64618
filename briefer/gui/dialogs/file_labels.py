"""Words that Qt's own file dialog leaves in English, where the system has none of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog

from briefer.app.texts import Texts


def say_labels(dialog: QFileDialog, texts: Texts) -> None:
    """Label the fields of a file dialog in the language of the interface."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, texts.gettext("Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, texts.gettext("Files of type:"))
