"""A page is cut into tiles that cover it and no more, at scales that can be drawn; pictures are bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage

from briefer.app.pages import MOST_PIXELS, MOST_SCALE
from briefer.gui.pages.leaf import EDGE, Leaf
from briefer.gui.pages.tiles import LONGEST, TILE, Tile, Tiles, bounded, pixels, tiles_in

SIZES = st.tuples(st.floats(1, 100_000), st.floats(1, 100_000))


@given(SIZES, st.floats(0.01, 1000))
def test_no_page_is_drawn_larger_than_can_be(size: tuple[float, float], scale: float) -> None:
    scale = bounded(scale, size)
    assert 0 < scale <= MOST_SCALE
    assert max(pixels(size, scale)) <= LONGEST + 1


@given(SIZES, st.floats(0.01, 1000), st.floats(0, 1), st.floats(0, 1))
def test_tiles_cover_what_is_in_sight_and_are_small_enough_to_draw(
    size: tuple[float, float], scale: float, across: float, down: float
) -> None:
    scale = bounded(scale, size)
    width, height = pixels(size, scale)
    left, top = across * width, down * height
    area = (left, top, left + 1900.0, top + 1000.0)
    tiles = list(tiles_in(1, scale, size, area))
    assert len(tiles) <= (1900 // TILE + 2) * (1000 // TILE + 2)
    covered = [tile.area(size) for tile in tiles]
    assert all(0 < (r - lft) * (b - t) <= MOST_PIXELS for lft, t, r, b in covered)
    if left < width and top < height:
        assert min(a[0] for a in covered) <= left
        assert min(a[1] for a in covered) <= top
        assert max(a[2] for a in covered) >= min(width, area[2])
        assert max(a[3] for a in covered) >= min(height, area[3])
        assert sum((r - lft) * (b - t) for lft, t, r, b in covered) == (
            max(a[2] for a in covered) - min(a[0] for a in covered)
        ) * (max(a[3] for a in covered) - min(a[1] for a in covered))


def picture() -> QImage:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(0)
    return image


@pytest.mark.parametrize("most", [40_000, 200_000])
def test_pictures_not_looked_at_go_first(most: int) -> None:
    tiles = Tiles(most)
    made = [Tile(1, 1.0, number, 0) for number in range(12)]
    for tile in made:
        tiles.put(tile, picture())
        assert tiles.size <= most
        tiles.get(made[0])
    assert made[-1] in tiles
    assert (made[0] in tiles) is (most > 40_000)
    tiles.clear()
    assert tiles.size == 0


def test_a_picture_put_twice_counts_once() -> None:
    tiles = Tiles()
    for _ in range(3):
        tiles.put(Tile(1, 1.0, 0, 0), picture())
    assert tiles.size == 40_000


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0, 3.0])
def test_a_page_is_drawn_at_the_pixels_of_the_screen(ratio: float) -> None:
    leaf = Leaf((595.0, 842.0), QSizeF(500, 400), None, ratio, down=100)
    assert leaf.scale == pytest.approx(leaf.factor * ratio, abs=1e-4)
    assert leaf.rect.width() == pytest.approx(500 - 2 * EDGE)
    assert leaf.point_at(leaf.rect.bottomRight()).toTuple() == pytest.approx((595, 842))
    tiles = list(leaf.tiles(1))
    whole = leaf.rect_of_tile(tiles[0])
    for tile in tiles:
        whole = whole.united(leaf.rect_of_tile(tile))
    assert whole.contains(leaf.rect.intersected(QRectF(0, 0, 500, 400)).adjusted(1, 1, -1, -1))


def test_the_zoom_is_bounded_for_huge_and_tiny_pages() -> None:
    for size in ((100_000.0, 100_000.0), (1.0, 1.0), (1.0, 100_000.0)):
        leaf = Leaf(size, QSizeF(500, 400), 8.0, 2.0)
        assert leaf.scale <= MOST_SCALE
        assert max(leaf.extent) <= LONGEST + 2 * EDGE
        assert len(list(leaf.tiles(1))) < 20
