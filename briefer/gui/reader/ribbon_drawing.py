"""Draws links between the panes. What is sure, doubtful or by hand is told by line and pattern too."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from briefer.core.bitext import Bead, Origin
from briefer.core.values import dataclass
from briefer.gui.reader.grips import PAD, Grip, Shape
from briefer.gui.reader.place import FAIR, SURE
from briefer.gui.theme import Palette

_STUB = 0.3  # of the width, for text without counterpart
_HANDLE = QRectF(-7, -1.5, 14, 3)


@dataclass(frozen=True, slots=True)
class State:
    """How a link is to be drawn besides what it is."""

    lit: bool = False  # current, or under the pointer
    joined: bool = False  # among those that are being dragged together
    planned: bool = False  # would come of what is being dragged


def fill(painter: QPainter, rect: QRectF, brush: QBrush | QColor) -> None:
    """Fill a rectangle. (`fillRect` lets PySide6 make every gradient by its name at its first call.)"""
    pen = painter.pen()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRect(rect)
    painter.setPen(pen)


class Links:
    """Draws with one painter, in one palette, a ribbon `width` pixels wide."""

    def __init__(self, painter: QPainter, colors: Palette, width: float) -> None:
        self._painter = painter
        self._colors = colors
        self._width = width

    def draw(self, shape: Shape, bead: Bead, state: State) -> None:
        """One bead at the heights of `shape`."""
        if shape.left and shape.right:
            self._link(outline(shape.left, shape.right, self._width), bead, state)
        else:
            self._unmatched(shape, bead, state)

    def handles(self, shape: Shape, held: Grip | None) -> None:
        """The ends that can be dragged; `held` is one that is under the pointer or is being dragged."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        for side in (0, 1):
            extent = shape.side(side)
            for lower, height in enumerate(extent or ()):
                grip = Grip(shape.number, side, lower=bool(lower))
                self._painter.setBrush(self._colors.color("accent" if grip == held else "muted"))
                center = QPointF(9 if not side else self._width - 9, height + (PAD if lower else -PAD))
                self._painter.drawRoundedRect(_HANDLE.translated(center), 1.5, 1.5)

    def _link(self, path: QPainterPath, bead: Bead, state: State) -> None:
        painter, by_hand = self._painter, bead.origin is Origin.HAND
        doubtful = not by_hand and bead.confidence < FAIR
        painter.setPen(self._pen(bead, state))
        painter.setBrush(self._colors.color(_shade(bead, state)))
        painter.drawPath(path)
        if doubtful and not state.planned:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(self._colors.color("muted"), Qt.BrushStyle.BDiagPattern))
            painter.drawPath(path)
        if by_hand and not state.planned:
            self._diamond(path.boundingRect().center())

    def _unmatched(self, shape: Shape, bead: Bead, state: State) -> None:
        painter, extent = self._painter, shape.left or shape.right
        if extent is None:
            return
        width = self._width * _STUB
        left = 0.0 if shape.left else self._width - width
        rect = QRectF(left, extent[0] - PAD, width, extent[1] - extent[0] + 2 * PAD)
        name = "link_current" if state.lit or state.joined else "hatch"
        fill(painter, rect, QBrush(self._colors.color(name), Qt.BrushStyle.BDiagPattern))
        by_hand = bead.origin is Origin.HAND
        edge = rect.left() if shape.left else rect.right() - 1.5
        along = QRectF(edge, rect.top(), 1.5, rect.height())
        fill(painter, along, self._colors.color("accent" if by_hand else name))
        if state.planned or state.joined:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colors.color("accent"), 1.4, Qt.PenStyle.DashLine))
            painter.drawRect(rect.adjusted(0.7, 0, -0.7, 0))
        elif by_hand:
            self._diamond(QPointF(left + width / 2, rect.center().y()))

    def _pen(self, bead: Bead, state: State) -> QPen:
        """Dashes for what is planned, a whole line for what was made by hand, broken ones for doubt."""
        if state.planned or state.joined:
            return QPen(self._colors.color("accent"), 1.4, Qt.PenStyle.DashLine)
        if bead.origin is Origin.HAND:
            return QPen(self._colors.color("accent"), 1.3)
        if bead.confidence >= SURE:
            return QPen(Qt.PenStyle.NoPen)
        style = Qt.PenStyle.DashLine if bead.confidence >= FAIR else Qt.PenStyle.DotLine
        return QPen(self._colors.color("muted"), 1.0, style)

    def _diamond(self, center: QPointF) -> None:
        corners = [QPointF(0, -4), QPointF(4, 0), QPointF(0, 4), QPointF(-4, 0)]
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colors.color("accent"))
        self._painter.drawPolygon(QPolygonF([center + corner for corner in corners]))


def outline(left: tuple[float, float], right: tuple[float, float], width: float) -> QPainterPath:
    """The outline of a link between two heights on either side."""
    path = QPainterPath(QPointF(0, left[0] - PAD))
    _bend(path, width, right[0] - PAD)
    path.lineTo(width, right[1] + PAD)
    _bend(path, 0, left[1] + PAD)
    path.closeSubpath()
    return path


def _shade(bead: Bead, state: State) -> str:
    if state.planned:
        return "accent_soft"
    if state.lit or state.joined:
        return "link_current"
    if bead.confidence >= SURE:
        return "link_sure"
    return "link_fair" if bead.confidence >= FAIR else "link_doubtful"


def _bend(path: QPainterPath, x: float, y: float) -> None:
    start = path.currentPosition()
    middle = (start.x() + x) / 2
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, y), QPointF(x, y))
