"""The control that suits a setting, chosen by what the setting accepts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox, QWidget

from briefer.app.fields import Bounds, Choice, Field, Line
from briefer.app.texts import Texts

Change = Callable[[Any], None]
STEP = 0.05
MARGIN = 7  # pixels before a number, as before the words of other controls


class Control:
    """A widget that shows a setting's value, and calls `change` with another one when it is set."""

    def __init__(self, field: Field[Any], texts: Texts, change: Change, parent: QWidget) -> None:
        self._texts = texts
        self._field = field
        self.widget, self._put, self._say = _made(field, change, parent)
        self.retranslate()

    def show(self, value: object) -> None:
        """Show a value without telling that it was set."""
        with QSignalBlocker(self.widget):
            self._put(value)

    def retranslate(self) -> None:
        self._say(self._texts)
        for named in (self.widget, *self.widget.findChildren(QLineEdit)):
            named.setAccessibleName(self._field.title(self._texts))
        self.widget.setAccessibleDescription(self._field.help(self._texts))


def suits(field: Field[Any]) -> bool:
    """Whether there is a control for such a setting."""
    return isinstance(field.default, bool) or isinstance(field.accepts, Bounds | Choice | Line)


_Made = tuple[QWidget, Callable[[Any], None], Callable[[Texts], None]]


def _made(field: Field[Any], change: Change, parent: QWidget) -> _Made:
    """The widget, how a value is put into it, and how it comes to speak a language."""
    accepts = field.accepts
    if isinstance(field.default, bool):
        return _box(field, change, parent)
    if isinstance(accepts, Choice):
        return _choice(accepts, change, parent)
    if isinstance(accepts, Bounds):
        return _number(field, accepts, change, parent)
    return _line(accepts, change, parent)


def _box(field: Field[Any], change: Change, parent: QWidget) -> _Made:
    box = QCheckBox(parent)
    box.toggled.connect(change)
    return box, box.setChecked, lambda texts: box.setText(field.title(texts))


def _choice(choice: Choice, change: Change, parent: QWidget) -> _Made:
    combo = _Combo(parent)
    combo.addItems(list(choice.options))
    combo.activated.connect(lambda number: change(choice.options[number]))

    def say(texts: Texts) -> None:
        for number, option in enumerate(choice.options):
            combo.setItemText(number, choice.words(option, texts))

    return combo, lambda value: combo.setCurrentIndex(choice.options.index(value)), say


def _number(field: Field[Any], bounds: Bounds, change: Change, parent: QWidget) -> _Made:
    if isinstance(field.default, int):
        whole = _Whole(parent)
        whole.setRange(int(bounds.least), int(bounds.most))
        whole.setSingleStep(max(1, round((bounds.most - bounds.least) / 40)))
        whole.setKeyboardTracking(False)
        whole.valueChanged.connect(change)
        return whole, whole.setValue, lambda _texts: None
    number = _Number(parent)
    number.setRange(bounds.least, bounds.most)
    number.setSingleStep(STEP)
    number.setDecimals(2)
    number.setKeyboardTracking(False)
    number.valueChanged.connect(lambda value: change(round(value, 2)))
    return number, number.setValue, lambda texts: number.setLocale(QLocale(texts.language))


def _line(accepts: object, change: Change, parent: QWidget) -> _Made:
    line = QLineEdit(parent)
    if isinstance(accepts, Line):
        line.setMaxLength(accepts.length)
    line.editingFinished.connect(lambda: change(line.text().strip()))
    return line, line.setText, lambda _texts: None


class _Combo(QComboBox):
    """Scrolling over it scrolls the dialog, and does not set anything by accident."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()


class _Whole(QSpinBox):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()


class _Number(QDoubleSpinBox):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()
