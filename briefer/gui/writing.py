"""Which keys a field of text keeps for itself, and which call an action though the keyboard is in the field.

Qt lets a field have every key that means something to it on the system. On X11 that takes in habits of old
editors that nobody is told of (Ctrl+E, Ctrl+U), and leaves out some that everybody has (Ctrl+Backspace).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit, QWidget

from briefer.gui.keys import EDITING

Held = Qt.KeyboardModifier
PORTABLE = QKeySequence.SequenceFormat.PortableText


class WritingKeys(QObject):
    """Decides for the field in which the keyboard is. Shortcuts are those of the window's actions."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._field: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
            self._focus_changed(None, application.focusWidget())

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _left: QWidget | None, come: QWidget | None) -> None:
        if self._field is not None:
            self._field.removeEventFilter(self)
        self._field = come if come is not None and self._is_field(come) else None
        if self._field is not None:
            self._field.installEventFilter(self)
            self._field.destroyed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._field = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        plain = event.modifiers() in (Held.NoModifier, Held.ShiftModifier)
        if plain and event.text() and event.text().isprintable():
            return False  # it is being written
        pressed = QKeySequence(event.keyCombination())
        if pressed.toString(PORTABLE) in EDITING:
            event.accept()
            return True
        if any(_calls(action, pressed) for action in self._window.actions()):
            event.ignore()
            return True
        return False

    def _is_field(self, widget: QWidget) -> bool:
        if widget.window() is not self._window:
            return False
        if isinstance(widget, QTextEdit | QPlainTextEdit):
            return not widget.isReadOnly()
        return isinstance(widget, QLineEdit)


def _calls(action: QAction, pressed: QKeySequence) -> bool:
    """Whether the action is called by what is pressed, or by something that begins with it."""
    partial = QKeySequence.SequenceMatch.NoMatch
    return action.isEnabled() and any(pressed.matches(keys) != partial for keys in action.shortcuts())
