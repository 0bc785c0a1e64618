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
        self._put: list[QWidget] = []

    def put(self, widget: QWidget) -> None:
        """Let a widget stand on the right of the text whenever it is not hidden."""
        self._put.append(widget)
        self.addWidget(widget)
        for place, share in enumerate((3, 2)):  # until the reader moves the border
            self.setStretchFactor(place, share)

    @property
    def wanting(self) -> int:
        """Pixels of width that all need beside each other, more than one of them alone."""
        return self._together - self.minimumSizeHint().width()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        if not self._beside:
            return super().minimumSizeHint()
        needed = [_least(each) for each in self._standing]
        return QSize(max(each.width() for each in needed), max(each.height() for each in needed))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._fit()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # something came or went
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        text = self.widget(0)
        crowded = bool(self._beside) and self._together > self.width()
        if text is not None and text.isHidden() != crowded:
            text.setHidden(crowded)

    @property
    def _beside(self) -> list[QWidget]:
        """What is to be seen beside the text."""
        return [each for each in self._put if not each.isHidden()]

    @property
    def _standing(self) -> list[QWidget]:
        text = self.widget(0)
        return [*([text] if text is not None else []), *self._beside]

    @property
    def _together(self) -> int:
        widths = [_least(each).width() for each in self._standing]
        return sum(widths) + self.handleWidth() * (len(widths) - 1)


def _least(widget: QWidget) -> QSize:
    return widget.minimumSizeHint().expandedTo(widget.minimumSize())
