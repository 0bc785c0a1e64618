"""The language of the interface at the end of the status line: EN | РУС, and a click changes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from briefer.app.texts import Texts

# A language is called by its own name whatever the interface speaks.
NAMES = {"en": ("EN", "English"), "ru": ("РУС", "Русский")}


class LanguageSwitch(QWidget):
    """Shows which language the interface speaks; `wanted` is called with another one that is asked for."""

    def __init__(self, texts: Texts, wanted: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("language_switch")
        self._texts = texts
        self._wanted = wanted
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for language, (short, name) in NAMES.items():
            if self.buttons:
                row.addWidget(QLabel("|", self))
            button = QToolButton(self)
            button.setText(short)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the menus are for the keyboard
            self._group.addButton(button)
            self.buttons[language] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)
        self.retranslate()

    @Slot(QAbstractButton)
    def _clicked(self, clicked: QAbstractButton) -> None:
        for language, button in self.buttons.items():
            if button is clicked and language != self._texts.language:
                self._wanted(language)

    def retranslate(self) -> None:
        self.buttons[self._texts.language].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
