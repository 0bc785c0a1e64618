"""The field in the toolbar in which the library is searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from briefer.app.texts import Texts
from briefer.core.errors import QueryWrong
from briefer.gui.entry import Entry
from briefer.gui.keys import Keys
from briefer.gui.offsets import Offsets
from briefer.gui.search.trouble import QueryTrouble


class SearchField(Entry):
    """Earlier queries are offered while one types, and all of them by the Down key in an empty field.

    `help_wanted` asks how queries are written.
    """

    help_wanted = Signal()

    def __init__(self, texts: Texts, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._keys = keys
        self.setObjectName("search_field")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(200)
        self.setMaximumWidth(380)
        self._earlier = QStringListModel(self)
        completer = QCompleter(self._earlier, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self._help = QAction(self)
        self._help.triggered.connect(self.help_wanted)
        self.addAction(self._help, QLineEdit.ActionPosition.TrailingPosition)
        self.trouble: QueryTrouble | None = None
        keys.changed.connect(self.retranslate)
        self.retranslate()

    def enter(self) -> None:
        """Take the keyboard; what stands there is selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def offer(self, queries: Sequence[str]) -> None:
        """Offer these queries of earlier, the last first."""
        self._earlier.setStringList(list(queries))

    def show_trouble(self, query: str, wrong: QueryWrong | None) -> None:
        """Say under the field what is wrong with the query in it, or nothing."""
        if self.trouble is None:
            self.trouble = QueryTrouble(self, self._texts)
        self.trouble.show_trouble(query, wrong)

    def mark(self, position: int) -> None:
        """Select what stands at a code point of the query without the spaces around it: to be put right."""
        query = self.text().strip()
        offsets = Offsets(query)
        before = len(self.text()) - len(self.text().lstrip())
        start = offsets.to_qt(min(max(position, 0), len(query)))
        end = offsets.to_qt(min(position + 1, len(query)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCursorPosition(before + start)
        if end > start:
            self.setSelection(before + start, end - start)

    @Slot()
    def retranslate(self) -> None:
        self.setPlaceholderText(self._texts.gettext("Search the library…"))
        self.setAccessibleName(self._texts.gettext("Search the library"))
        self.setToolTip(self._texts.gettext("Search all saved documents") + self._keys.aside("search"))
        self._help.setText(self._texts.gettext("How to write queries"))
        self._help.setIcon(self._sign("?"))
        if self.trouble is not None:
            self.trouble.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Down and not self.text() and self._earlier.rowCount():
            self.completer().setCompletionPrefix("")
            self.completer().complete()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_help"):
            self._help.setIcon(self._sign("?"))
        super().changeEvent(event)

    def _sign(self, letter: str) -> QIcon:
        """A letter as an icon in the colours of the field."""
        side = 32
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        font = self.font()
        font.setPixelSize(22)
        painter.setFont(font)
        painter.setPen(self.palette().placeholderText().color())
        painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, letter)
        painter.end()
        return QIcon(picture)
