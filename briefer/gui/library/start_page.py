"""What stands in the middle before a document is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.gui.fitting import PAGE, Scrolled

MOST_RECENT = 5
LEAST, WIDEST, NAME = 320, 460, 320  # pixels of a line of words, and of the names of files
MARGIN, GAP, BETWEEN = 9, 12, 4  # pixels around what stands on the page, between its parts, and the files


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
        self.open_button = QPushButton(page)
        self.open_button.setObjectName("primary")
        self.open_button.clicked.connect(self.open_wanted)
        self.sample_button = QPushButton(page)
        self.sample_button.clicked.connect(self.sample_wanted)
        self._buttons = buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch(1)
        self.recent: list[QPushButton] = []
        self._heights: list[int] = []  # of the page, by how many of these are shown
        self._recent_words = QLabel(page)
        self._recent_words.setObjectName("panel_heading")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(BETWEEN)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(buttons)
        column.addWidget(self._recent_words)
        column.addLayout(self._recent)
        column.addStretch(3)
        row = QHBoxLayout(page)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
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
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _measure(self) -> None:
        """Let the words be as high as they are, and take note of how high the page is with so many files."""
        if not self.isVisible():
            return
        width = min(WIDEST, max(LEAST, self._buttons.sizeHint().width()))
        self._words.setFixedSize(width, max(0, self._words.heightForWidth(width)))
        self._heights = [self._height(files) for files in range(len(self.recent) + 1)]
        self._fit()
        self.updateGeometry()

    def _fit(self) -> None:
        """Show as many of the files as have room."""
        if not self._heights:
            return
        fitting = max((n for n, needed in enumerate(self._heights) if needed <= self.height()), default=0)
        for number, button in enumerate(self.recent):
            button.setVisible(number < fitting)
        self._recent_words.setVisible(fitting > 0)

    def _height(self, files: int) -> int:
        """Pixels that the page needs with so many of the files opened last."""
        always = (self._title.sizeHint(), self._words.size(), self._buttons.sizeHint())
        listed = [button.sizeHint() for button in self.recent[:files]]
        head = [self._recent_words.sizeHint()] if files else []
        margins = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * MARGIN
        gaps = GAP * (len(always) + len(head)) + BETWEEN * len(listed)
        return margins + gaps + sum(each.height() for each in (*always, *head, *listed))

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
        self._measure()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard is where one goes on: at the first button."""
        super().showEvent(event)
        self._measure()
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
