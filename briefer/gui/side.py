"""The column on the right: of the panels that are wanted in it, the one wanted last is seen."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget


class SideColumn(QStackedWidget):
    """A panel that is left gives way to the one wanted before it, at last to the first that was put in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side_column")
        self._wanted: list[QWidget] = []

    def bring(self, panel: QWidget) -> None:
        """Show a panel over the others."""
        self._forget(panel)
        self._wanted.append(panel)
        if self.indexOf(panel) < 0:
            self.addWidget(panel)
        self.setCurrentWidget(panel)

    def leave(self, panel: QWidget) -> None:
        """A panel is not wanted any more, whether it is seen or not."""
        self._forget(panel)
        if self.currentWidget() is panel:
            self.setCurrentIndex(self.indexOf(self._wanted[-1]) if self._wanted else 0)

    def _forget(self, panel: QWidget) -> None:
        self._wanted = [each for each in self._wanted if each is not panel]
