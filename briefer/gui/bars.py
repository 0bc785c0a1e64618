"""The toolbar: what is used most, and the search at its end, which is always there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QToolButton, QWidget

from briefer.gui.actions import Actions

GAP = 4  # pixels between buttons, at most
LINE = 7  # pixels of a line between buttons, at least
EDGES = 64  # pixels around the row, and that Qt wants besides
# What goes first where there is no room for all; everything is in the menus as well.
FIRST_TO_GO = (
    *(
        ("night",),
        ("page",),
        ("smaller", "larger"),
        ("previous-pair", "next-pair"),
        ("export",),
        ("note",),
        ("highlight",),
        ("lock",),
    ),
    *(("back", "forward"), ("save",), ("open",)),
)


class ToolRow(QToolBar):
    """Buttons on the left, as many as there is room for beside `search`, which stands on the right."""

    def __init__(self, acts: Actions, names: Sequence[str], search: QWidget, window: QMainWindow) -> None:
        super().__init__("Briefer", window)
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._search = search
        self._buttons: dict[str, tuple[QToolButton, QAction]] = {}
        self._row: list[str | QAction] = []  # names, and the lines between them
        for name in names:
            if name:
                button = acts.button(name, self)
                place = self.addWidget(button)
                # What Qt puts into a toolbar is enabled as its place is, each time that comes or goes.
                place.setEnabled(acts[name].isEnabled())
                acts[name].enabledChanged.connect(place.setEnabled)
                self._buttons[name] = button, place
                self._row.append(name)
            else:
                self._row.append(self.addSeparator())
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        self.addWidget(search)

    @property
    def shown(self) -> list[str]:
        """The names of the actions that have a button now."""
        return [name for name, (_button, place) in self._buttons.items() if place.isVisible()]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the buttons may be called otherwise now
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        kept = set(self._buttons)
        for names in FIRST_TO_GO:
            if self._width(kept) <= self.width():
                break
            kept.difference_update(names)
        for name, (_button, place) in self._buttons.items():
            if place.isVisible() != (name in kept):
                place.setVisible(name in kept)
        pending = False  # whether a button stands before, with no line after it yet
        for each in self._row:
            if isinstance(each, QAction):
                each.setVisible(pending)
                pending = False
            else:
                pending = pending or each in kept

    def _width(self, kept: set[str]) -> int:
        """Pixels that the buttons kept take, with the lines between them and the least search field."""
        buttons = sum(self._buttons[name][0].sizeHint().width() for name in kept)
        lines = len(self._row) - len(self._buttons)
        room = GAP * (len(kept) + 2) + LINE * lines
        return buttons + room + self._search.minimumWidth() + EDGES
