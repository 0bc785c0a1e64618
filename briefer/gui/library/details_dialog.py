"""Lets a person put right how a document is described."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefer.app.messages import describe
from briefer.app.texts import Texts
from briefer.core.details import DETAILS, Details
from briefer.core.errors import BrieferError
from briefer.gui.fitting import Scrolled

_DATE = "yyyy-MM-dd"


class DetailsDialog(QDialog):
    """A line for each detail; `enter` takes all of them, and may raise BrieferError.

    `read` is what the text itself says, to go back to.
    """

    def __init__(
        self,
        details: Details,
        read: Details,
        enter: Callable[[Details], object],
        texts: Texts,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts.gettext("Details of the document"))
        self._enter = enter
        self._read = read
        self._texts = texts
        self.lines = {name: QLineEdit(self) for name in DETAILS}
        self.trouble = QLabel(self)
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        for name, words in self._words().items():
            self.lines[name].setAccessibleName(words)
            form.addRow(words, self.lines[name])
        self.lines["date"].setPlaceholderText(texts.gettext("such as 2025-03-03"))
        self.lines["symbol"].setPlaceholderText("E/CN.7/2025/L.4/Rev.1")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.as_read = self.buttons.addButton(
            texts.gettext("As in the text"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.as_read.clicked.connect(lambda: self._fill(self._read))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Scrolled(page, self), 1)
        column.addWidget(self.trouble)
        column.addWidget(self.buttons)
        self.setMinimumWidth(420)
        self.resize(560, self.sizeHint().height())
        self._fill(details)

    @Slot()
    def accept(self) -> None:
        written = self.lines["date"].text().strip()
        date = QDate.fromString(written, _DATE)
        if written and not date.isValid():
            self._complain(
                self._texts.gettext("“{date}” is not a date. Write it like 2025-03-03.").format(date=written)
            )
            return
        values = {name: line.text().strip() or None for name, line in self.lines.items() if name != "date"}
        day = date.toPython() if written else None
        try:
            self._enter(Details(date=day, **values))  # type: ignore[arg-type]
        except BrieferError as error:
            self._complain(describe(error, self._texts))
            return
        super().accept()

    def _fill(self, details: Details) -> None:
        for name, line in self.lines.items():
            value = getattr(details, name)
            line.setText(value.isoformat() if name == "date" and value else value or "")
            line.setCursorPosition(0)

    def _complain(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()

    def _words(self) -> dict[str, str]:
        gettext = self._texts.gettext
        return {
            "title": gettext("Title"),
            "symbol": gettext("Symbol"),
            "organ": gettext("Organ"),
            "session": gettext("Session"),
            "agenda_item": gettext("Agenda item"),
            "date": gettext("Date"),
            "place": gettext("Place"),
            "distribution": gettext("Distribution"),
        }
