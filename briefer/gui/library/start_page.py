"""What stands in the middle before a document is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefer.app.texts import Texts


class StartPage(QWidget):
    """Invites to open a document."""

    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self._texts = texts
        self._title = QLabel(self)
        self._title.setObjectName("start_title")
        self._words = QLabel(self)
        self._words.setObjectName("hint")
        self._words.setWordWrap(True)
        self._words.setMaximumWidth(460)
        self._words.setMinimumWidth(320)
        self.open_button = QPushButton(self)
        self.open_button.setObjectName("primary")
        self.open_button.clicked.connect(self.open_wanted)
        self.sample_button = QPushButton(self)
        self.sample_button.clicked.connect(self.sample_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(buttons)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)
        row.setAlignment(column, Qt.AlignmentFlag.AlignCenter)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self._texts.gettext("Two languages, side by side"))
        self._words.setText(
            self._texts.gettext(
                "Open a session document in Russian and English, one file or two, or drop it on this window. "
                "Nothing leaves this computer."
            )
        )
        self.open_button.setText(self._texts.gettext("Open a document…"))
        self.sample_button.setText(self._texts.gettext("Open the sample document"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
