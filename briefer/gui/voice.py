"""Tells those who do not see the window what has changed in it without their doing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget


class Voice(QObject):
    """Speaks for a widget through the screen reader, if one listens. `said` carries the words."""

    said = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._last = ""
        self._unsaid: list[tuple[str, bool]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)  # goes when the widget goes
        self._soon.timeout.connect(self._announce)

    def say(self, words: str, *, urgent: bool = False) -> None:
        """Say this after what is being said, or, if it is `urgent`, instead of that."""
        if not words.strip():
            return
        self._unsaid.append((words, urgent))
        self._soon.start()  # what is seen comes first
        self.said.emit(words)

    @Slot()
    def _announce(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        unsaid, self._unsaid = self._unsaid, []
        for words, urgent in unsaid:
            event = QAccessibleAnnouncementEvent(self._widget, words)
            if urgent:
                event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def tell(self, words: str) -> None:
        """Say this unless it was the last that was told so: for what is shown again and again."""
        if words != self._last:
            self._last = words
            self.say(words)
