"""Lines of a cover page that a narrow column has broken, made whole before rows are read across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefer.core.structure.masthead_lines import Field, masthead_field
from briefer.formats.pdf.fragments import around
from briefer.formats.pdf.printed import Printed
from briefer.formats.pdf.tables import is_cover

SAME_LEFT = 3.0
# From one line to the next, in multiples of the type's size.
WIDEST_DROP = 1.7
MOST_LINES = 3


def with_whole_fields(lines: Sequence[Printed]) -> list[Printed]:
    """The lines, those of a masthead that only together name an organ, or say the like, as one.

    What stands beside them, such as the distribution, would else come between.
    """
    if not is_cover([line.text for line in lines]):
        return list(lines)
    taken: set[int] = set()
    found: list[Printed] = []
    for place, line in enumerate(lines):
        if place in taken:
            continue
        for below in _broken(lines, place):
            taken.add(below)
            line = _together(line, lines[below])
        found.append(line)
    return found


def _broken(lines: Sequence[Printed], place: int) -> list[int]:
    """The places of the lines below the one at `place` that belong to it."""
    if _says(lines[place].text):
        return []
    below: list[int] = []
    last, text = lines[place], lines[place].text
    for other in range(place + 1, len(lines)):
        line = lines[other]
        if not _right_below(last, line):
            continue
        text = f"{text} {line.text}"
        below.append(other)
        if _says(text):
            alone = [field for n in below if (field := _says(lines[n].text))]
            return below if all(field.name == "edition" for field in alone) else []
        if len(below) == MOST_LINES - 1:
            break
        last = line
    return []


def _right_below(line: Printed, following: Printed) -> bool:
    drop = following.baseline - line.baseline
    return (
        abs(following.box.left - line.box.left) < SAME_LEFT
        and abs(following.size - line.size) < 0.1 * line.size
        and 0 < drop < WIDEST_DROP * line.size
        and following.upright
    )


def _says(text: str) -> Field | None:
    field = masthead_field(text)
    return field if field is not None and (field.value is not None or field.name == "heading") else None


def _together(line: Printed, below: Printed) -> Printed:
    return replace(line, text=f"{line.text} {below.text}", box=around([line.box, below.box]))
