"""Lines of a row for paper: each side's paragraphs broken to the width of its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from briefer.core.document import Paragraph
from briefer.gui.reader.markroom import placed_marks
from briefer.gui.reader.setting import Setting, shown


@dataclass(frozen=True, slots=True)
class Line:
    """Line `number` of a paragraph, from `top` to `bottom` below the beginning of its row.

    `label` stands beside the first line of a paragraph that has one, `marks` of footnotes so many pixels
    from the left.
    """

    layout: QTextLayout
    number: int
    top: float
    bottom: float
    label: str = ""
    marks: tuple[tuple[str, float], ...] = ()


def lines_of(setting: Setting, gaps: Sequence[int], indices: Sequence[int], width: float) -> list[Line]:
    """The lines of a row's paragraphs on one side, one below the other; `gaps` are those above all."""
    found: list[Line] = []
    y = 0.0
    for index in indices:
        y += gaps[index]
        paragraph = setting.version.paragraphs[index]
        layout = _layout(setting, index, paragraph)
        for line in _broken(layout, setting, index, width, y, paragraph.label or ""):
            found.append(line)
            y = line.bottom
    return found


def _layout(setting: Setting, index: int, paragraph: Paragraph) -> QTextLayout:
    layout = QTextLayout(shown(paragraph.text))
    layout.setFormats(setting.formats(index))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(setting.direction or Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    return layout


def _broken(
    layout: QTextLayout, setting: Setting, index: int, width: float, top: float, label: str
) -> Iterator[Line]:
    """Break a paragraph into lines; places in the layout count from its own beginning."""
    indent, y = setting.indent(index), 0.0
    layout.beginLayout()
    made: list[Line] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(20.0, width - indent))
        height = line.height() * setting.spacing(index)
        made.append(Line(layout, len(made), top + y, top + y + height, label if not made else ""))
        y += height
    layout.endLayout()
    marks = list(placed_marks(setting.version.paragraphs[index], layout, setting.mark_font))
    for each in made:
        here = tuple((mark.note.mark, mark.left) for mark in marks if mark.line == each.number)
        yield replace(each, marks=here) if here else each
