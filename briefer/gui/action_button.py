"""A button that shows an action and calls it.

Not `QToolButton.setDefaultAction`: with it Qt connects the button anew at every change of the
action, and keeps all those connections for as long as the button stands.
"""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget


class ActionButton(QToolButton):
    """Follows the words, the hint and the state of an action; pressed, it triggers the action."""

    def __init__(self, action: QAction, owner: QWidget) -> None:
        super().__init__(owner)
        self._action = action
        action.changed.connect(self._follow)
        self._follow()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """What the button would do by itself is the action's to do, which may refuse it."""
        self._action.trigger()

    @Slot()
    def _follow(self) -> None:
        action = self._action
        self.setText(action.iconText())
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
