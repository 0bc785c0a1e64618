"""Rows of small buttons that break like text, and the facets of search results as such buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from briefer.core.values import dataclass

GAP = 4


class FlowLayout(QLayout):
    """Puts widgets side by side, and below each other where the width ends."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Lay the items out; the height that they take."""
        margins = self.contentsMargins()
        inner = rect.adjusted(margins.left(), margins.top(), -margins.right(), -margins.bottom())
        x, y, height = inner.left(), inner.top(), 0
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(max(inner.width(), 20), 10_000))
            if x > inner.left() and x + size.width() > inner.right() + 1:
                x, y, height = inner.left(), y + height + GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + GAP
            height = max(height, size.height())
        return y + height - rect.top() + margins.bottom()


@dataclass(frozen=True, slots=True)
class Chip:
    """A button: its words, what is read out, whether it is on, and what it stands for."""

    words: str
    spoken: str
    on: bool
    key: str


class Chips(QWidget):
    """Shows chips; `toggled` carries the key of the one that was pressed."""

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(12, 2, 12, 4)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.buttons: list[QPushButton] = []
        self._chips: tuple[Chip, ...] = ()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these and no others; the keyboard stays on the one it is on."""
        held = [chip.key for chip, own in zip(self._chips, self.buttons, strict=True) if own.hasFocus()]
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self._chips = tuple(chips)
        self.buttons = [self._button(chip) for chip in chips]
        for chip, button in zip(self._chips, self.buttons, strict=True):
            self._flow.addWidget(button)
            button.show()
            if chip.key in held:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(bool(chips))
        self.updateGeometry()

    def _button(self, chip: Chip) -> QPushButton:
        button = QPushButton(chip.words.replace("&", "&&"), self)
        button.setObjectName("chip")
        button.setCheckable(True)
        button.setChecked(chip.on)
        button.setAutoDefault(False)
        button.setAccessibleName(chip.spoken)
        button.setToolTip(chip.spoken)
        button.clicked.connect(lambda _checked, key=chip.key: self.toggled.emit(key))
        return button
