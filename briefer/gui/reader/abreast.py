"""The text and what stands beside it, as far as there is room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget


class Abreast(QSplitter):
    """What was added first is the text. Where it would be cut, what is beside it stands in its place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)

    def put(self, widget: QWidget) -> None:
        """Let a widget stand on the right of the text whenever it is not hidden."""
        self.addWidget(widget)
        for place, share in enumerate((3, 2)):  # until the reader moves the border
            self.setStretchFactor(place, share)

    @property
    def wanting(self) -> int:
        """Pixels of width that all need beside each other, more than one of them alone."""
        return self._together - self.minimumSizeHint().width()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        needed = [_least(each) for each in self._standing]
        return QSize(
            max((each.width() for each in needed), default=0),
            max((each.height() for each in needed), default=0),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # something came or went
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        text, *beside = self._standing
        crowded = bool(beside) and self._together > self.width()
        if text.isHidden() != crowded:
            text.setHidden(crowded)

    @property
    def _standing(self) -> list[QWidget]:
        """The text, and what is to be seen beside it."""
        widgets = [each for number in range(self.count()) if (each := self.widget(number)) is not None]
        return [each for each in widgets if each is widgets[0] or not each.isHidden()]

    @property
    def _together(self) -> int:
        widths = [_least(each).width() for each in self._standing]
        return sum(widths) + self.handleWidth() * (len(widths) - 1)


def _least(widget: QWidget) -> QSize:
    return widget.minimumSizeHint().expandedTo(widget.minimumSize())
