"""What stands in the middle before a document is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.gui.fitting import PAGE, Scrolled

MOST_RECENT = 5
WIDEST, NAME = 460, 400  # pixels of words, and of the names of files


class StartPage(Scrolled):
    """Invites to open a document, and lists those opened last.

    `files_wanted` carries a list of one or two Paths.
    """

    open_wanted = Signal()
    sample_wanted = Signal()
    files_wanted = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        page = QWidget()
        super().__init__(page, parent, PAGE)
        page.setObjectName("start_page")
        self._texts = texts
        self._title = QLabel(page)
        self._title.setObjectName("start_title")
        self._words = QLabel(page)
        self._words.setObjectName("hint")
        self._words.setWordWrap(True)
        self._words.setMaximumWidth(WIDEST)
        self._words.setMinimumWidth(320)
        self.open_button = QPushButton(page)
        self.open_button.setObjectName("primary")
        self.open_button.clicked.connect(self.open_wanted)
        self.sample_button = QPushButton(page)
        self.sample_button.clicked.connect(self.sample_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch(1)
        self.recent: list[QPushButton] = []
        self._recent_words = QLabel(page)
        self._recent_words.setObjectName("panel_heading")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(buttons)
        column.addWidget(self._recent_words)
        column.addLayout(self._recent)
        column.addStretch(3)
        row = QHBoxLayout(page)
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)
        row.setAlignment(column, Qt.AlignmentFlag.AlignCenter)
        self.show_recent(())
        self.retranslate()

    def show_recent(self, entries: Sequence[Sequence[Path]]) -> None:
        """List these files, or pairs of files, as ways to go on."""
        for button in self.recent:
            self._recent.removeWidget(button)
            button.hide()
            button.deleteLater()  # it may be the one that was pressed
        self.recent = [self._link(tuple(paths)) for paths in entries[:MOST_RECENT]]
        for button in self.recent:
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._recent_words.setVisible(bool(self.recent))

    def _link(self, paths: tuple[Path, ...]) -> QPushButton:
        words = " + ".join(path.name for path in paths)
        button = QPushButton(self.widget())
        button.setObjectName("link")
        words = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, NAME)
        button.setText(words.replace("&", "&&"))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolTip("\n".join(str(path) for path in paths))
        button.clicked.connect(lambda _checked: self.files_wanted.emit(list(paths)))
        return button

    def retranslate(self) -> None:
        self._title.setText(self._texts.gettext("Two languages, side by side"))
        self._words.setText(
            self._texts.gettext(
                "Open a session document in Russian and English, one file or two, or drop it on this window. "
                "Nothing leaves this computer."
            )
        )
        self._recent_words.setText(self._texts.gettext("Opened last"))
        self.open_button.setText(self._texts.gettext("Open a document…"))
        self.sample_button.setText(self._texts.gettext("Open the sample document"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard is where one goes on: at the first button."""
        super().showEvent(event)
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the keyboard, as Space does."""
        focused = self.window().focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
