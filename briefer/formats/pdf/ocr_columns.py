"""Where the columns of a pictured page are: found in white, before a letter is recognised.

Tesseract takes what it is given for one block of text, and reads across a gutter.
"""

from __future__ import annotations

from itertools import pairwise

import pymupdf

from briefer.core.values import dataclass

# A pixel darker than this is ink; so much of a row or column may be specks.
INK = 140
SPECKS = 0.004
LEAST_GUTTER = 9
LEAST_HEIGHT = 0.25
# So many of the rows beside a gutter have letters in them, be the lines far apart.
LEAST_WRITTEN = 0.25
MOST_MOVED = 40


@dataclass(frozen=True, slots=True)
class Columns:
    """The parts of a page to be read one by one, in points: the whole page; or what is above its
    columns, the columns, and what is below them, and the x of the `gutter` between them."""

    parts: tuple[pymupdf.Rect, ...]
    gutter: float | None = None


def columns_of(page: pymupdf.Page) -> Columns:
    """The columns of a page as it is shown."""
    shade = _Shade(page)
    found = shade.gutter()
    if found is None:
        return Columns((page.rect,))
    left, right, top, bottom = found
    whole = page.rect
    middle = (left + right) / 2 / shade.scale + whole.x0
    upper, lower = top / shade.scale + whole.y0, bottom / shade.scale + whole.y0
    parts = (
        pymupdf.Rect(whole.x0, whole.y0, whole.x1, upper),
        pymupdf.Rect(whole.x0, upper, middle, lower),
        pymupdf.Rect(middle, upper, whole.x1, lower),
        pymupdf.Rect(whole.x0, lower, whole.x1, whole.y1),
    )
    return Columns(tuple(part for part in parts if part.height > 6 and part.width > 6), middle)


def lies_on_side(page: pymupdf.Page) -> bool:
    """Whether the lines of a page run up or down: then ink changes most from column to column."""
    return _Shade(page).lies_on_side()


def inked_part(page: pymupdf.Page) -> pymupdf.Rect:
    """The fifth of a page, over all its width, that has most ink on it."""
    top = _Shade(page).inkiest() * page.rect.height
    return pymupdf.Rect(
        page.rect.x0, page.rect.y0 + top, page.rect.x1, page.rect.y0 + top + page.rect.height / 5
    )


class _Shade:
    """A page in black and white, a byte a pixel: 1 is ink."""

    def __init__(self, page: pymupdf.Page) -> None:
        longest = max(page.rect.width, page.rect.height)
        self.scale = min(1.0, 1200 / longest)
        pixmap = page.get_pixmap(
            matrix=pymupdf.Matrix(self.scale, self.scale), colorspace=pymupdf.csGRAY, alpha=False
        )
        self.width, self.height = pixmap.width, pixmap.height
        table = bytes(1 if shade < INK else 0 for shade in range(256))
        stride = pixmap.stride
        samples = bytes(pixmap.samples).translate(table)
        self._rows = [samples[row * stride : row * stride + self.width] for row in range(self.height)]

    def inkiest(self) -> float:
        """Where that fifth begins, as a share of the height."""
        down = [sum(row) for row in self._rows]
        tall = max(self.height // 5, 1)
        tops = range(0, max(self.height - tall, 1), max(tall // 4, 1))
        return max(tops, key=lambda top: sum(down[top : top + tall])) / self.height

    def lies_on_side(self) -> bool:
        down = [sum(row) for row in self._rows]
        across = [sum(column) for column in zip(*self._rows, strict=True)]
        return _change(across) > _change(down)

    def gutter(self) -> tuple[int, int, int, int] | None:
        """The white strip that parts two columns: its left, right, top and bottom."""
        best: tuple[int, tuple[int, int, int, int]] | None = None
        left = round(self.width * 0.3)
        for start in range(left, round(self.width * 0.7) - LEAST_GUTTER, 2):
            run = self._longest_run(start, start + LEAST_GUTTER)
            if run and (best is None or run[1] - run[0] > best[0]):
                best = run[1] - run[0], (start, start + LEAST_GUTTER, *run)
        if best is None or best[0] < LEAST_HEIGHT * self.height or not self._written_beside(best[1]):
            return None
        left, right, top, bottom = best[1]
        return left, right, self._between_lines(top, 1), self._between_lines(bottom - 1, -1) + 1

    def _between_lines(self, row: int, step: int) -> int:
        """The nearest row without ink, so that no line of letters is cut through."""
        for place in range(row, row + step * MOST_MOVED, step):
            if 0 <= place < self.height and sum(self._rows[place]) <= 2:
                return place
        return row

    def _longest_run(self, left: int, right: int) -> tuple[int, int] | None:
        """The longest run of rows without ink between two columns of pixels; specks are passed over."""
        empty = bytes(right - left)
        best, start, specks = (0, 0), 0, 0
        for place, row in enumerate([*self._rows, b"\1" * self.width]):
            if row[left:right] == empty and place < self.height:
                continue
            specks += 1
            if place < self.height and sum(row[left:right]) <= 2 and specks < 12:
                continue
            if place - start > best[1] - best[0]:
                best = start, place
            start, specks = place + 1, 0
        return best if best[1] > best[0] else None

    def _written_beside(self, gutter: tuple[int, int, int, int]) -> bool:
        """Whether there is text on both sides of a gutter, over most of the height where there is any."""
        left, right, top, bottom = gutter
        inked = [place for place in range(top, bottom) if sum(self._rows[place]) > 2]
        if not inked or inked[-1] - inked[0] < LEAST_HEIGHT * self.height:
            return False
        top, bottom = inked[0], inked[-1] + 1
        sides = [(0, left), (right, self.width)]
        if any(self._parted(first, last, top, bottom) for first, last in sides):
            return False
        return all(self._share(first, last, top, bottom) > LEAST_WRITTEN for first, last in sides)

    def _parted(self, left: int, right: int, top: int, bottom: int) -> bool:
        """Whether one side has white strips of its own, as columns of numbers have."""
        rows = [row[left:right] for row in self._rows[top:bottom]]
        inked = [place for place, column in enumerate(zip(*rows, strict=True)) if sum(column) > 1]
        return any(after - place > LEAST_GUTTER for place, after in pairwise(inked))

    def _share(self, left: int, right: int, top: int, bottom: int) -> float:
        written = sum(sum(row[left:right]) > SPECKS * (right - left) for row in self._rows[top:bottom])
        return written / max(bottom - top, 1)


def _change(sums: list[int]) -> float:
    """How much a sum differs from the one after next, against how much ink there is."""
    steps = sum((first - second) ** 2 for first, second in zip(sums, sums[2:], strict=False))
    return steps / max(sum(sums), 1) ** 2 * len(sums)
