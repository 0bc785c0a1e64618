"""The toolbar: what is used most, and the search at its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QWidget

from briefer.gui.actions import Actions


def make_toolbar(acts: Actions, names: Sequence[str], search: QWidget, window: QMainWindow) -> QToolBar:
    """A toolbar with these actions on the left and the search field on the right."""
    toolbar = QToolBar("Briefer", window)
    toolbar.setMovable(False)
    toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    acts.fill_toolbar(toolbar, names)
    gap = QWidget(toolbar)
    gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    toolbar.addWidget(gap)
    toolbar.addWidget(search)
    return toolbar
