"""Sets a place and what surrounds it in two lines, the place always in them, dots for what is cut off."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from briefer.core.concordance.context import DOTS, Context, around
from briefer.core.document import Span
from briefer.gui.offsets import Offsets

LINES = 2
_FULL = 1.15  # of what the lines hold of letters of average width is tried: what goes beyond it is cut


def lines_of(text: str, place: Span, font: QFont, width: int, form: QTextCharFormat) -> QTextLayout:
    """A place of a text in lines of `width` pixels; `form` is how the place itself looks."""
    layout = QTextLayout("", font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    context, held = _fitting(text, place, layout, width)
    words = str(context)
    if held < len(words):
        words = words[:held].rstrip().removesuffix(DOTS) + DOTS
    offsets = Offsets(words)
    mark = QTextLayout.FormatRange()
    mark.start = offsets.to_qt(len(context.before))
    mark.length = offsets.to_qt(min(_end(context), len(words))) - mark.start
    mark.format = form
    layout.setText(words)
    layout.setFormats([mark])
    _break(layout, width)
    return layout


def _fitting(text: str, place: Span, layout: QTextLayout, width: int) -> tuple[Context, int]:
    """As much around a place as the lines hold with the whole of it, and how much of that they do hold."""
    metrics = QFontMetricsF(layout.font())
    dots = metrics.horizontalAdvance(DOTS)
    length = int(LINES * width * _FULL / max(1.0, metrics.averageCharWidth()))
    while True:
        context = around(text, place, length)
        held = _held(layout, str(context), width, dots)
        if held >= _end(context) or not length:
            return context, held
        length = length * 9 // 10


def _held(layout: QTextLayout, words: str, width: int, dots: float) -> int:
    """How many code points of `words` the lines hold, with room for dots if that is not all."""
    layout.setText(words)
    offsets = Offsets(words)
    end = offsets.to_core(_break(layout, width))
    return end if end == len(words) else offsets.to_core(_break(layout, width, spare=dots))


def _end(context: Context) -> int:
    return len(context.before) + len(context.written)


def _break(layout: QTextLayout, width: float, spare: float = 0.0) -> int:
    """Break the text into lines, the last one by `spare` shorter; where it ends, in Qt's units."""
    layout.beginLayout()
    end, y = 0, 0.0
    for number in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width - (spare if number == LINES - 1 else 0.0)))
        line.setPosition(QPointF(0.0, y))
        y += line.height()
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return end
