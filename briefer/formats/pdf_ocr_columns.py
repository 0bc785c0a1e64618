"""Where the columns of a pictured page are: found in white, before a letter is recognised.

Tesseract takes what it is given for one block of text, and reads across a gutter.
"""

from __future__ import annotations

import pymupdf

DOTS_PER_INCH = 72
# A pixel darker than this is ink; so much of a row or column may be specks.
INK = 140
SPECKS = 0.004
LEAST_GUTTER = 9
LEAST_COLUMN = 0.22
LEAST_HEIGHT = 0.25
MARGIN = 3.0


def columns_of(page: pymupdf.Page) -> list[pymupdf.Rect]:
    """The parts of a page to be read one by one, in points: the whole page, or what is above its
    columns, the columns, and what is below them."""
    shade = _Shade(page)
    found = shade.gutter()
    if found is None:
        return [page.rect]
    left, right, top, bottom = found
    whole = page.rect
    middle = (left + right) / 2 / shade.scale + whole.x0
    upper, lower = top / shade.scale + whole.y0, bottom / shade.scale + whole.y0
    parts = [
        pymupdf.Rect(whole.x0, whole.y0, whole.x1, upper),
        pymupdf.Rect(whole.x0, upper, middle, lower),
        pymupdf.Rect(middle, upper, whole.x1, lower),
        pymupdf.Rect(whole.x0, lower, whole.x1, whole.y1),
    ]
    return [part for part in parts if part.height > 6 and part.width > 6]


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
        return best[1]

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
        """Whether there is text on both sides of a gutter, over most of its height."""
        left, right, top, bottom = gutter
        sides = [(0, left), (right, self.width)]
        return all(self._share(first, last, top, bottom) > 0.45 for first, last in sides)

    def _share(self, left: int, right: int, top: int, bottom: int) -> float:
        written = sum(sum(row[left:right]) > SPECKS * (right - left) for row in self._rows[top:bottom])
        return written / max(bottom - top, 1)


def _change(sums: list[int]) -> float:
    """How much a sum differs from the one after next, against how much ink there is."""
    steps = sum((first - second) ** 2 for first, second in zip(sums, sums[2:], strict=False))
    return steps / max(sum(sums), 1) ** 2 * len(sums)
