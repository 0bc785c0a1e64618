"""Rows of small buttons that break like text, such as the facets of search results."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from briefer.core.values import dataclass
from briefer.gui.flow import FlowRow


@dataclass(frozen=True, slots=True)
class Chip:
    """A button: its words, what is read out, whether it is on, and what it stands for."""

    words: str
    spoken: str
    on: bool
    key: str


class Chips(FlowRow):
    """Shows chips; `toggled` carries the key of the one that was pressed."""

    toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow.setContentsMargins(17, 2, 12, 4)
        self.buttons: list[QPushButton] = []
        self._chips: tuple[Chip, ...] = ()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these and no others; the keyboard stays on the one it is on."""
        held = [chip.key for chip, own in zip(self._chips, self.buttons, strict=True) if own.hasFocus()]
        for button in self.buttons:
            self.flow.removeWidget(button)
            button.deleteLater()
        self._chips = tuple(chips)
        self.buttons = [self._button(chip) for chip in chips]
        for chip, button in zip(self._chips, self.buttons, strict=True):
            self.flow.addWidget(button)
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
