"""Says what Briefer is, in which version, with what, under what licence."""

from __future__ import annotations

import platform
from html import escape

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

import briefer
from briefer.app.texts import Texts


class AboutDialog(QDialog):
    """Freed when it is closed."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts.gettext("About Briefer"))
        versions = f"Python {platform.python_version()} · Qt {qVersion()} · PySide6 {PySide6.__version__}"
        paragraphs = (
            texts.gettext("A bilingual reader and briefing-note maker for United Nations session documents."),
            texts.gettext("It works without a network; nothing leaves this computer."),
            texts.gettext(
                "Free software under the GNU Affero General Public License, version 3 or later. "
                "It comes without any warranty."
            ),
            versions,
        )
        name = texts.gettext("Briefer {version}").format(version=briefer.__version__)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setText(
            f"<h3>{escape(name)}</h3>" + "".join(f"<p>{escape(each)}</p>" for each in paragraphs)
        )
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 16)
        column.addWidget(self.words)
        column.addWidget(buttons)
        self.setMinimumWidth(440)
