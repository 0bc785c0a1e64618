"""Paints a page: what is drawn of it, the frame around a paragraph, or a sentence in its place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from briefer.core.document import Box
from briefer.gui.pages.leaf import Leaf
from briefer.gui.pages.tiles import Tiles
from briefer.gui.theme import Palette

INK, FRAME = "#444444", "#2d5f9a"


class Brush:
    """Paints one page with one painter over a whole viewport."""

    def __init__(self, painter: QPainter, leaf: Leaf, colors: Palette) -> None:
        self._painter = painter
        self._leaf = leaf
        self._colors = colors
        painter.setPen(QPen(colors.color("line"), 1.0))
        painter.setBrush(colors.color("page"))
        painter.drawRect(leaf.rect)

    def tiles(self, page: int, tiles: Tiles) -> None:
        """What is drawn sharp, over what is there at other scales where something is missing."""
        painter, leaf = self._painter, self._leaf
        painter.save()
        painter.setClipRect(leaf.rect)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tone = self._colors.color("page")
        painter.fillRect(leaf.rect, Qt.GlobalColor.white)
        wanted = list(leaf.tiles(page))
        if any(tile not in tiles for tile in wanted):
            for tile, image in tiles.others(page, leaf.scale):
                painter.drawImage(leaf.rect_of_tile(tile), image)
        for tile in wanted:
            if (picture := tiles.get(tile)) is not None:
                painter.drawImage(leaf.rect_of_tile(tile), picture)
        if tone != QColor(Qt.GlobalColor.white):
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(leaf.rect, tone)
        painter.restore()

    def sentence(self, words: str) -> None:
        """A sentence in the place of the page."""
        seen = QRectF(0, 0, self._leaf.room.width(), self._leaf.room.height())
        self._painter.setPen(QColor(INK))
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        self._painter.drawText(self._leaf.rect.intersected(seen).adjusted(16, 16, -16, -16), flags, words)

    def frames(self, boxes: Iterable[Box]) -> None:
        """A frame around each rectangle of the page."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(FRAME)
        self._painter.setPen(QPen(color, 2.0))
        color.setAlpha(36)
        self._painter.setBrush(color)
        for box in boxes:
            around = self._leaf.rect_of((box,)).adjusted(-4, -3, 4, 3).toAlignedRect()  # for a sharp line
            self._painter.drawRoundedRect(QRectF(around), 3, 3)

    def focus(self) -> None:
        """A line around the whole: keys go to the page."""
        self._painter.setPen(QPen(self._colors.color("accent"), 1.0))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(QRectF(0, 0, self._leaf.room.width() - 1, self._leaf.room.height() - 1))
