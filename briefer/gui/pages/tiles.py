"""A page cut into tiles, and pictures of tiles kept within a bound. Numbers and pictures only."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from math import ceil

from PySide6.QtGui import QImage

from briefer.app.pages import MOST_SCALE
from briefer.core.values import dataclass

TILE = 768  # pixels of a tile's sides
LONGEST = 30_000.0  # pixels of a page's longer side
CACHE = 64 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Tile:
    """A square of a page drawn at `scale` pixels a point."""

    page: int
    scale: float
    column: int
    row: int

    def area(self, size: tuple[float, float]) -> tuple[int, int, int, int]:
        """Left, top, right and bottom in pixels, on a page of `size` points."""
        width, height = pixels(size, self.scale)
        left, top = self.column * TILE, self.row * TILE
        return left, top, min(left + TILE, width), min(top + TILE, height)


def pixels(size: tuple[float, float], scale: float) -> tuple[int, int]:
    """Width and height of a page in pixels."""
    return max(1, ceil(size[0] * scale - 1e-6)), max(1, ceil(size[1] * scale - 1e-6))


def bounded(scale: float, size: tuple[float, float]) -> float:
    """The scale, or the largest at which a page of `size` points can be shown."""
    return min(scale, MOST_SCALE, LONGEST / max(size))


def tiles_in(
    page: int, scale: float, size: tuple[float, float], area: tuple[float, float, float, float]
) -> Iterator[Tile]:
    """The tiles that touch an area in pixels of the page, row by row."""
    width, height = pixels(size, scale)
    left, top, right, bottom = max(0.0, area[0]), max(0.0, area[1]), min(area[2], width), min(area[3], height)
    if left >= right or top >= bottom:
        return
    for row in range(int(top // TILE), ceil(bottom / TILE)):
        for column in range(int(left // TILE), ceil(right / TILE)):
            yield Tile(page, scale, column, row)


class Tiles:
    """Pictures of tiles; those not looked at for longest go when there are more than `most` bytes."""

    def __init__(self, most: int = CACHE) -> None:
        self._most = most
        self._kept: OrderedDict[Tile, QImage] = OrderedDict()
        self.size = 0

    def __contains__(self, tile: Tile) -> bool:
        return tile in self._kept

    def get(self, tile: Tile) -> QImage | None:
        image = self._kept.get(tile)
        if image is not None:
            self._kept.move_to_end(tile)
        return image

    def put(self, tile: Tile, image: QImage) -> None:
        old = self._kept.pop(tile, None)
        self.size += image.sizeInBytes() - (old.sizeInBytes() if old is not None else 0)
        self._kept[tile] = image
        while self.size > self._most and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self.size -= gone.sizeInBytes()

    def others(self, page: int, scale: float) -> Iterable[tuple[Tile, QImage]]:
        """What is there of a page at other scales, what was looked at last at the end."""
        return [
            (tile, image) for tile, image in self._kept.items() if tile.page == page and tile.scale != scale
        ]

    def clear(self) -> None:
        self._kept.clear()
        self.size = 0
