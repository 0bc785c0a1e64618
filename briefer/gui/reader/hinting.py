"""What the pointer rests on in the text, explained: asks those who may know, and shows what they say."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from briefer.gui.reader.spots import Spot, spot_under
from briefer.gui.reader.spread import Spread

# The lines of a hint, plain text; the first is its head. None: nothing is known.
Knows = Callable[[Spot], Sequence[str] | None]

LONGEST = 600  # letters of a line


class Hints(QObject):
    """Shows the first answer of those who know something of the place under the pointer."""

    def __init__(self, spread: Spread, parent: QObject) -> None:
        super().__init__(parent)
        self._spread = spread
        self._knowing: list[Knows] = []
        self.shown: tuple[str, ...] = ()
        self._asked: tuple[int, QPoint, QPoint] | None = (
            None  # where the pointer rests: side, point, on the screen
        )
        for pane in spread.panes:
            pane.viewport().installEventFilter(self)

    def ask(self, knows: Knows) -> None:
        """Ask this one too, after those before."""
        self._knowing.append(knows)

    def ask_again(self) -> None:
        """Somebody knows more now: show it if the pointer still rests where it did."""
        if self._asked is not None and not self.shown:
            self._show(*self._asked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._asked = int(watched is self._spread.panes[1].viewport()), event.pos(), event.globalPos()
            self._show(*self._asked)
            return True
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.Leave, QEvent.Type.Wheel):
            self._asked = None
        return super().eventFilter(watched, event)

    def _show(self, side: int, point: QPoint, at: QPoint) -> None:
        spot = spot_under(self._spread, side, point)
        answers = (knows(spot) for knows in self._knowing) if spot is not None else ()
        self.shown = tuple(next((lines for lines in answers if lines), ()))
        QToolTip.showText(at, markup(self.shown), self._spread.panes[side].viewport())


def markup(lines: Sequence[str]) -> str:
    """Lines of plain text as a tool tip that wraps, the first one strong; "" for none."""
    if not lines:
        return ""
    head, *others = (html.escape(line[:LONGEST]) for line in lines)
    return (
        f"<p style='white-space: pre-wrap'><b>{head}</b>" + "".join(f"<br>{line}" for line in others) + "</p>"
    )
