"""Tables framed by lines: their cells, joined where no line parts them."""

from __future__ import annotations

import statistics
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from briefer.core.values import dataclass
from briefer.formats.pdf.rules import Rule, Rules

NEAR = 3.0
MOST_CELLS = 4000
# With more, the lines are a drawing.
MOST_CROSSINGS = 40_000
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """A cell's row and column, counted from 0, and its rectangle in points.

    A cell over several rows or columns has the first of them.
    """

    row: int
    column: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a framed table of two columns or more.

    `frames` has the cell of each row and column, the same one where cells are joined; `xs` and `ys`
    are the edges of the columns and rows.
    """

    frames: Mapping[Place, Frame]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def frame_at(self, x: float, y: float) -> Frame | None:
        """The cell at a point, None outside of the table."""
        return self.frames.get((bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1))


def grids_of(rules: Rules) -> list[Grid]:
    """The framed tables of a page from the top down; frames around text alone are none."""
    crossings = len(rules.upright) * len(rules.across)
    if not crossings or crossings > MOST_CROSSINGS:
        return []
    found = [grid for group in _touching(rules) if (grid := _grid(*group)) is not None]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _touching(rules: Rules) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """Lines that touch each other: those across, and those upright."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for rule in rules.across:
        meeting = [group for group in groups if any(_meet(rule, other) for other in group[1])]
        new = [other for other in rules.upright if _meet(rule, other)]
        apart = [other for other in new if not any(other in group[1] for group in meeting)]
        if meeting:
            whole = meeting[0]
            for group in meeting[1:]:
                whole[0].extend(group[0])
                whole[1].extend(group[1])
                groups.remove(group)
            whole[0].append(rule)
            whole[1].extend(apart)
        elif apart:
            groups.append(([rule], apart))
    return groups


def _meet(across: Rule, upright: Rule) -> bool:
    return across.covers(upright.at, NEAR) and upright.covers(across.at, NEAR)


def _grid(across: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    ends = [min(rule.start for rule in across), max(rule.end for rule in across)]
    xs = _places([rule.at for rule in upright] + ends)
    ends = [min(rule.start for rule in upright), max(rule.end for rule in upright)]
    ys = _places([rule.at for rule in across] + ends)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 2 or rows < 1 or columns * rows > MOST_CELLS:
        return None
    cells = _Cells(rows, columns)
    at_xs = [[rule for rule in upright if abs(rule.at - x) <= NEAR] for x in xs]
    at_ys = [[rule for rule in across if abs(rule.at - y) <= NEAR] for y in ys]
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            if column + 1 < columns and not _parts(at_xs[column + 1], (top + bottom) / 2):
                cells.unite((row, column), (row, column + 1))
            if row + 1 < rows and not _parts(at_ys[row + 1], (left + right) / 2):
                cells.unite((row, column), (row + 1, column))
    frames = {}
    for members in cells.groups():
        frame = _frame(members, xs, ys)
        frames.update(dict.fromkeys(members, frame))
    if len({frame.column for frame in frames.values()}) < 2:
        return None
    return Grid(frames, tuple(xs), tuple(ys))


def _frame(members: Sequence[Place], xs: Sequence[float], ys: Sequence[float]) -> Frame:
    rows, columns = [row for row, _ in members], [column for _, column in members]
    top, left = min(rows), min(columns)
    return Frame(top, left, xs[left], ys[top], xs[max(columns) + 1], ys[max(rows) + 1])


class _Cells:
    """The cells of a grid, of which some are one."""

    def __init__(self, rows: int, columns: int) -> None:
        self._owner = {(row, column): (row, column) for row in range(rows) for column in range(columns)}

    def unite(self, cell: Place, other: Place) -> None:
        first, second = sorted((self._root(cell), self._root(other)))
        self._owner[second] = first

    def groups(self) -> list[list[Place]]:
        members: dict[Place, list[Place]] = {}
        for cell in self._owner:
            members.setdefault(self._root(cell), []).append(cell)
        return list(members.values())

    def _root(self, cell: Place) -> Place:
        while self._owner[cell] != cell:
            cell = self._owner[cell]
        return cell


def _parts(rules: Sequence[Rule], place: float) -> bool:
    return any(rule.covers(place) for rule in rules)


def _places(values: Iterable[float]) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [statistics.fmean(group) for group in groups]
