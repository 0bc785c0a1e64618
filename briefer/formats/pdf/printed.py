"""What is printed on a page: pieces of text with their place and type, and lines drawn."""

from __future__ import annotations

from briefer.core.document import Box
from briefer.core.values import dataclass
from briefer.formats.pdf.links import PrintedLink
from briefer.formats.pdf.rules import NO_RULES, Rules


@dataclass(frozen=True, slots=True)
class Printed:
    """A line on a page, or a fragment of one. `baseline` is where its letters stand; in points.

    `row` numbers the heights of a page, so that lines beside each other share it; `column` is
    0 for what goes across the page, else the column, from the left.
    """

    text: str
    box: Box
    baseline: float
    size: float
    strong: bool
    row: int = 0
    column: int = 0
    upright: bool = True

    @property
    def width(self) -> float:
        return self.box.right - self.box.left


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page of `width` by `height` points, turned by `turn` quarters clockwise to be upright.

    `fragments` are the pieces as the file sets them; `lines` what a reader sees of them from
    top to bottom, at one height from left to right. `links` are in places as the page is shown.
    `gutter` is the x between two columns when the page itself tells, as white in a picture does.
    """

    number: int
    width: float
    height: float
    lines: tuple[Printed, ...]
    fragments: tuple[Printed, ...] = ()
    rules: Rules = NO_RULES
    turn: int = 0
    links: tuple[PrintedLink, ...] = ()
    gutter: float | None = None
