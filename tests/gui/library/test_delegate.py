"""Headings are whole in their rows, whatever the font."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView
from pytestqt.qtbot import QtBot

from briefer.app.texts import Texts
from briefer.gui.library.delegate import LINES, PADDING, DocumentDelegate, heading_lines
from briefer.gui.library.model import LibraryModel
from briefer.gui.theme import Theme, palette
from tests.benchmarks.column import made_up

HEADING = "Комиссия по наркотическим средствам, шестьдесят восьмая сессия · Вена, март 2025 года"


@pytest.mark.parametrize("family", ["DejaVu Sans", "DejaVu Serif", "PT Sans"])
@pytest.mark.parametrize("points", [9, 11, 16])
def test_every_line_of_a_heading_has_the_height_that_it_takes(
    family: str, points: int, texts: Texts, qtbot: QtBot
) -> None:
    view = QTreeView()
    qtbot.addWidget(view)
    view.resize(200, 400)
    view.setFont(QFont(family, points))
    model = LibraryModel(texts, view)
    view.setModel(model)
    delegate = DocumentDelegate(texts, palette(Theme.LIGHT), view)
    model.show([made_up(number) for number in range(40)])
    for index in model.indexes():
        if model.hasChildren(index):
            room = QRect(12, 20, delegate._room(index), delegate.sizer()(index).height())
            assert ink(delegate, index, room, clipped=True) == ink(delegate, index, room, clipped=False)


def ink(delegate: DocumentDelegate, index: QModelIndex, room: QRect, *, clipped: bool) -> QImage:
    """A row as it is painted, within its room or beyond."""
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    option = QStyleOptionViewItem()
    option.rect = room
    painter = QPainter(image)
    painter.setFont(delegate._view.font())
    if clipped:
        painter.setClipRect(room.adjusted(-4, PADDING, PADDING, -PADDING))
    delegate.paint(painter, option, index)
    painter.end()
    return image


def test_what_has_no_room_is_left_out_with_dots(qtbot: QtBot) -> None:
    font = QFont("DejaVu Sans", 11)
    lines = heading_lines(HEADING, 120, font.toString())
    assert len(lines) == LINES
    assert lines[-1].endswith("…")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 120 for line in lines)


@given(st.text(alphabet="аяж z𐐷-,.", max_size=60), st.integers(60, 400))
def test_no_word_gets_lost_where_there_is_room(words: str, width: int) -> None:
    lines = heading_lines(words, width, QFont("DejaVu Sans", 11).toString())
    if len(lines) < LINES:
        assert "".join("".join(lines).split()) == "".join(words.split())
