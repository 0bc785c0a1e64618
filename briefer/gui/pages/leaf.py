"""Where a page stands in what is seen of it: the numbers, without anything that paints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, QSizeF

from briefer.core.document import Box
from briefer.core.values import dataclass
from briefer.gui.pages.tiles import Tile, bounded, tiles_in

EDGE = 12  # pixels around the page
POINT = 96 / 72  # pixels at 100 %


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of `size` points in a viewport of `room` pixels, scrolled by so much across and down.

    `zoom` is 1 at the printed size and None to fit the width; `ratio` is pixels of the screen a pixel.
    """

    size: tuple[float, float]
    room: QSizeF
    zoom: float | None
    ratio: float
    across: int = 0
    down: int = 0

    @property
    def factor(self) -> float:
        """Pixels a point."""
        fit = max(0.01, (self.room.width() - 2 * EDGE) / self.size[0])
        wanted = fit if self.zoom is None else self.zoom * POINT
        return bounded(wanted * self.ratio, self.size) / self.ratio

    @property
    def scale(self) -> float:
        """Pixels of the screen a point, rounded so that zooming back finds the same tiles again."""
        return round(self.factor * self.ratio, 4)

    @property
    def extent(self) -> tuple[int, int]:
        """How wide and high the page is with its edges, in pixels."""
        width, height = (round(side * self.factor) + 2 * EDGE for side in self.size)
        return width, height

    @property
    def rect(self) -> QRectF:
        """The page in the viewport; its corner is on whole pixels."""
        width, height = (side * self.factor for side in self.size)
        left = max(EDGE, (self.room.width() - width) / 2) - self.across
        return QRectF(round(left), EDGE - self.down, width, height)

    def rect_of(self, boxes: Iterable[Box]) -> QRectF:
        """Rectangles on the page as one in the viewport."""
        by, whole = self.factor, QRectF()
        for box in boxes:
            size = QSizeF((box.right - box.left) * by, (box.bottom - box.top) * by)
            whole = whole.united(QRectF(QPointF(box.left * by, box.top * by), size))
        return whole.translated(self.rect.topLeft())

    def rect_of_tile(self, tile: Tile) -> QRectF:
        """A tile of whatever scale in the viewport."""
        left, top, right, bottom = (side * self.factor / tile.scale for side in tile.area(self.size))
        return QRectF(left, top, right - left, bottom - top).translated(self.rect.topLeft())

    def point_at(self, at: QPointF) -> QPointF:
        """A point of the viewport in points of the page."""
        return (at - self.rect.topLeft()) / self.factor

    def tiles(self, page: int) -> Iterator[Tile]:
        """The tiles of page number `page` that are in sight."""
        corner = self.rect.topLeft() * -self.ratio
        width, height = self.room.width() * self.ratio, self.room.height() * self.ratio
        area = (corner.x(), corner.y(), corner.x() + width, corner.y() + height)
        return tiles_in(page, self.scale, self.size, area)
