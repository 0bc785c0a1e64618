"""What is wrong with a query, said under its field while it is typed, with the place marked."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from briefer.app.messages import describe
from briefer.app.texts import Texts
from briefer.core.errors import QueryWrong

_AROUND = 24  # code points of the query that are shown on either side of the place


class QueryTrouble(QLabel):
    """A small sheet under `field`, which lies over the window and takes no keyboard."""

    def __init__(self, field: QLineEdit, texts: Texts) -> None:
        super().__init__(field.window())
        self._field = field
        self._texts = texts
        self._wrong: QueryWrong | None = None
        self._query = ""
        self.setObjectName("query_trouble")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        field.installEventFilter(self)

    @property
    def wrong(self) -> QueryWrong | None:
        return self._wrong

    def show_trouble(self, query: str, wrong: QueryWrong | None) -> None:
        """Say what is wrong with `query`, or nothing any more."""
        self._query, self._wrong = query, wrong
        self._tell()

    def retranslate(self) -> None:
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.Move, QEvent.Type.Resize):
            self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        wrong = self._wrong
        sentence = describe(wrong, self._texts) if wrong is not None else ""
        self._field.setAccessibleDescription(sentence)
        if wrong is None or not self._field.hasFocus():
            self.hide()
            return
        position = wrong.params.get("position")
        place = position if isinstance(position, int) else 0
        self.setText(f"{_marked(self._query, place)}<br>{escape(sentence)}")
        self.setFixedWidth(max(self._field.width(), 260))
        self.adjustSize()
        window = self._field.window()
        at = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        self.move(min(at.x(), window.width() - self.width() - 4), at.y())
        self.show()
        self.raise_()


def _marked(query: str, place: int) -> str:
    """The query around a place as HTML, what stands there marked; the end is marked by a space."""
    place = min(max(place, 0), len(query))
    before, after = query[max(0, place - _AROUND) : place], query[place + 1 : place + 1 + _AROUND]
    here = query[place : place + 1] or "\N{NO-BREAK SPACE}"
    head = "…" if place > _AROUND else ""
    tail = "…" if place + 1 + _AROUND < len(query) else ""
    return f"<code>{head}{escape(before)}<u><b>{escape(here)}</b></u>{escape(after)}{tail}</code>"
