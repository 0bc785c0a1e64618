"""What a pane is seen through: a viewport that Python knows from the first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTextEdit, QWidget


def give_viewport(area: QTextEdit) -> None:
    """Give a text its viewport, just as Qt has made one before.

    For a widget of Qt's own making PySide6 goes through every kind of widget there is, down to wizards and
    calendars, to find out which it is: with their enumerations, ten milliseconds of a start.
    """
    viewport = QWidget(area)
    viewport.setObjectName("qt_scrollarea_viewport")  # by this name screen readers are kept from it
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    viewport.setCursor(Qt.CursorShape.IBeamCursor)
    viewport.setMouseTracking(True)
    viewport.setAcceptDrops(area.acceptDrops())
    area.setViewport(viewport)
    area.document().documentLayout().setPaintDevice(viewport)  # it has kept the one before
