"""The find bar: what is typed and how it is meant, how many hits, and the keys to go through them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.app.texts import Texts
from briefer.core.text_index import Needle
from briefer.core.values import dataclass
from briefer.gui.voice import Voice

EDGE = 12  # pixels
COUNT = 100  # pixels for how many hits there are


@dataclass(frozen=True, slots=True)
class Progress:
    """Hit `number` (counted from 1) of `total` is shown; a total of 0 means no hits.

    `counts` are by language; `turned` is 1 when the search went on from the beginning, -1 when it
    went on from the end.
    """

    number: int
    total: int
    counts: tuple[tuple[str, int], ...] = ()
    turned: int = 0


class FindBar(QFrame):
    """Asks for a needle and shows how the search goes; it does not search itself.

    `given_up` tells that Escape closed it; `closed` comes in any case. `list_wanted` wants a list of all hits
    shown, or no longer; `listed_changed` tells that it is to be there now, or not, `entered` that the
    keyboard is to go into it.
    """

    needle_changed = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    list_wanted = Signal()
    listed_changed = Signal(bool)
    entered = Signal()
    given_up = Signal()
    closed = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.voice = Voice(self)
        self._progress: Progress | None = None
        self.waiting = False
        self.setProperty("role", "strip")
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(160)
        self.field.setMaximumWidth(420)
        self.field.textChanged.connect(self._changed)
        self.status = QLabel(self)
        self.status.setProperty("role", "muted")
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._previous = self._button(Qt.ArrowType.UpArrow)
        self._previous.clicked.connect(self.previous_requested)
        self._next = self._button(Qt.ArrowType.DownArrow)
        self._next.clicked.connect(self.next_requested)
        self.forms, self.whole, self.case = (self._option() for _ in range(3))
        self.forms.setChecked(True)
        self.list = QToolButton(self)
        self.list.setCheckable(True)
        self.list.setAutoRaise(True)
        self.list.clicked.connect(self._want_list)
        self._listed = False
        self._close = self._button(Qt.ArrowType.NoArrow)
        self._close.setText("×")
        self._close.clicked.connect(self.close_bar)
        self._lay_out()
        self._retranslate()
        self.hide()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        alone = self.field.minimumWidth() + self._buttons()
        width = max(alone, self._options.minimumSizeHint().width() + COUNT) + 2 * EDGE
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fold()

    @property
    def listed(self) -> bool:
        """Whether all hits are to be listed."""
        return self._listed

    def set_listed(self, listed: bool) -> None:
        self.list.setChecked(listed)
        if listed != self._listed:
            self._listed = listed
            self.listed_changed.emit(listed)

    @property
    def needle(self) -> Needle:
        """What is looked for, and how."""
        return Needle(
            self.field.text(), self.forms.isChecked(), self.whole.isChecked(), self.case.isChecked()
        )

    def set_needle(self, needle: Needle) -> None:
        """Show another needle without asking for it."""
        with QSignalBlocker(self.field):
            self.field.setText(needle.text)
        for option, on in ((self.forms, needle.forms), (self.whole, needle.whole), (self.case, needle.case)):
            option.setChecked(on)
        self._allow()

    def open_bar(self, needle: str) -> None:
        """Show the bar, with `needle` to be typed over if it is not empty."""
        self.show()
        if needle:
            self.field.setText(needle)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        if not self.isHidden():
            self.hide()
            self.set_listed(False)
            self.closed.emit()

    def show_progress(self, progress: Progress) -> None:
        """Tell how far one is."""
        self._progress, self.waiting = progress, False
        self._tell()

    def show_waiting(self) -> None:
        """The document is being read."""
        self._progress, self.waiting = None, True
        self._tell()

    def clear_progress(self) -> None:
        """Nothing is searched for."""
        self._progress, self.waiting = None, False
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_requested if back else self.next_requested).emit()
        elif event.key() == Qt.Key.Key_Down and self._listed:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _lay_out(self) -> None:
        self._options = QWidget(self)
        options = QHBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(4)
        for option in (self.forms, self.whole, self.case):
            options.addWidget(option)
        self._rows = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 5, EDGE, 5)
        column.setSpacing(2)
        for row in self._rows:
            row.setSpacing(4)
            column.addLayout(row)
        first = self._rows[0]
        first.addWidget(self.field, 2)
        for widget in (self._previous, self._next, self._options):
            first.addWidget(widget)
        first.addWidget(self.status, 3)
        first.addWidget(self.list)
        first.addWidget(self._close)

    def _fold(self) -> None:
        """Let the options and the count stand in a second row where the first has no room for them."""
        options = self._options.sizeHint().width() + COUNT
        narrow = self.width() < self.field.minimumWidth() + self._buttons() + options + 2 * EDGE
        first, second = self._rows
        if narrow == (second.count() > 0):
            return
        for number, (widget, stretch) in enumerate(((self._options, 0), (self.status, 3))):
            (first if narrow else second).removeWidget(widget)
            if narrow:
                second.addWidget(widget, stretch)
            else:
                first.insertWidget(3 + number, widget, stretch)
        self.updateGeometry()

    def _buttons(self) -> int:
        """Pixels that the arrows, the button for the list and the sign to close take."""
        buttons = (self._previous, self._next, self.list, self._close)
        return sum(button.sizeHint().width() + 4 for button in buttons)

    def _button(self, arrow: Qt.ArrowType) -> QToolButton:
        button = QToolButton(self)
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        return button

    def _option(self) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.clicked.connect(self._changed)
        return button

    def _changed(self) -> None:
        self._allow()
        self.needle_changed.emit()

    @Slot()
    def _want_list(self) -> None:
        self.list.setChecked(self._listed)  # until it is known what comes of it
        self.list_wanted.emit()

    def _allow(self) -> None:
        """Forms are not looked for where letters must be small or capital as typed."""
        self.forms.setEnabled(not self.case.isChecked())

    def _tell(self) -> None:
        progress = self._progress
        found = progress is not None and progress.total > 0
        self._previous.setEnabled(found)
        self._next.setEnabled(found)
        words = self._words(progress) if progress is not None else "…" if self.waiting else ""
        self.status.setText(words)
        self.status.setToolTip(words)
        if self.isVisible() and not self.waiting:
            self.voice.tell(words)

    def _words(self, progress: Progress) -> str:
        if not progress.total:
            return self._texts.gettext("No matches")
        sentence = self._texts.ngettext(
            "{number} of {count} match", "{number} of {count} matches", progress.total
        )
        told = [sentence.format(number=progress.number, count=progress.total)]
        if progress.turned:
            told.append(
                self._texts.gettext("on from the beginning")
                if progress.turned > 0
                else self._texts.gettext("on from the end")
            )
        told += [f"{language} {count}" for language, count in progress.counts]
        return " · ".join(told)

    def _retranslate(self) -> None:
        gettext = self._texts.gettext
        self.setAccessibleName(gettext("Find in the document"))
        self.field.setPlaceholderText(gettext("Find in both languages"))
        self.field.setAccessibleName(gettext("Find in both languages"))
        self.status.setAccessibleName(gettext("Matches"))
        self.list.setText(self._texts.pgettext("button", "List"))
        for button, name in (
            (self._previous, gettext("Previous match")),
            (self._next, gettext("Next match")),
            (self.list, gettext("List all matches beside the text")),
            (self._close, gettext("Close the find bar; Escape also goes back to where you were")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        for option, name, told in (
            (self.forms, gettext("Any form"), gettext("Find whole words in any of their forms")),
            (self.whole, gettext("Whole words"), gettext("Find nothing inside longer words")),
            (self.case, "Aa", gettext("Tell small and capital letters apart")),
        ):
            option.setText(name)
            option.setAccessibleName(told)
            option.setToolTip(told)
        self._fold()
        self._tell()
