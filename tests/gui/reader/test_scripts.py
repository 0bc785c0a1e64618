"""Other scripts: from right to left, and without spaces between words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.masthead import Masthead
from briefer.gui.reader.view import ReaderView
from tests.gui.reader.conftest import Reader, level_error

ARABIC = "إذ تعيد تأكيد الالتزامات الواردة في الإعلان العالمي لحقوق الإنسان والاتفاقيات ذات الصلة، " * 3
CHINESE = "重申《世界人权宣言》所载各项承诺，并回顾有关公约以及麻醉药品委员会的各项决议和决定，" * 4
ENGLISH = "Reaffirming the commitments contained in the Universal Declaration and the conventions, " * 3


def document(language: str, text: str) -> OpenDocument:
    kinds = (Kind.BODY, Kind.ITEM, Kind.PREAMBULAR)
    own = tuple(Paragraph(kinds[n % 3], text, str(n + 1)) for n in range(6))
    other = tuple(Paragraph(kinds[n % 3], ENGLISH, str(n + 1)) for n in range(6))
    beads = tuple(Bead((n,), (n,), 0.9) for n in range(6))
    versions = (Version(language, own), Version("en", other))
    return OpenDocument(Document((), Masthead(), versions, Bitext(language, "en", beads)))


def ink(view: ReaderView, side: int, index: int) -> tuple[int, int]:
    """The first and last column of pixels in the last line of a paragraph that are not paper."""
    pane = view._spread.panes[side]
    lines = pane.blocks.lines(pane.document().findBlockByNumber(index))
    last = lines.lineAt(lines.lineCount() - 1)
    y = round(pane.blocks.extent((index,))[0] + last.y())
    image = pane.viewport().grab().toImage()
    column = pane.column()
    paper = image.pixel(0, 0)
    dark = [
        x
        for x in range(round(column.left) - 4, round(column.right) + 4)
        if any(image.pixel(x, y + step) != paper for step in range(2, round(last.height())))
    ]
    return dark[0], dark[-1]


def test_arabic_stands_on_the_right_with_its_labels_there(open_reader: Reader) -> None:
    view = open_reader(document("ar", ARABIC), 1000, 900)
    column = view._spread.panes[0].column()
    first, last = ink(view, 0, 0)
    assert column.right - last < 6
    assert first - column.left > 30
    assert not column.labels_left
    assert column.width - column.right > 2 * column.left - column.width + column.right
    assert level_error(view) == 0


def test_arabic_items_are_moved_in_from_the_right(open_reader: Reader) -> None:
    pane = open_reader(document("ar", ARABIC), 1000, 900)._spread.panes[0]
    plain, item = (pane.blocks.rect(pane.document().findBlockByNumber(n)) for n in (0, 1))
    assert item.left() == plain.left()
    assert item.right() < plain.right()


def test_an_arabic_paragraph_within_another_language_goes_from_right_to_left(open_reader: Reader) -> None:
    view = open_reader(document("en-x-mixed", ARABIC), 1000, 900)
    column = view._spread.panes[0].column()
    first, last = ink(view, 0, 0)
    assert column.right - last < 6
    assert first - column.left > 30
    assert column.labels_left


def test_letters_are_found_where_they_stand_in_arabic(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(document("ar", ARABIC), 1000, 900)
    pane = view._spread.panes[0]
    rect = pane.blocks.rect(pane.document().firstBlock())
    at = QPoint(round(rect.right()) - 3, round(rect.top()) + 8)
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pane.textCursor().positionInBlock() <= 2
    pane.selectAll()
    assert view.selected_targets()[0].quote == ARABIC.strip()


@pytest.mark.parametrize("width", [900, 1600])
def test_chinese_breaks_its_lines_within_the_column(open_reader: Reader, width: int) -> None:
    view = open_reader(document("zh", CHINESE), width, 900)
    pane = view._spread.panes[0]
    column = pane.column()
    lines = pane.blocks.lines(pane.document().firstBlock())
    assert lines.lineCount() > 3
    room = column.right - column.left
    widths = [lines.lineAt(number).naturalTextWidth() for number in range(lines.lineCount())]
    assert max(widths) <= room
    assert min(widths[:-1]) > 0.8 * room
    assert level_error(view) == 0


def test_guessed_heights_are_near_the_measured_ones(open_reader: Reader) -> None:
    for language, text in (("zh", CHINESE), ("ar", ARABIC), ("en", ENGLISH)):
        pane = open_reader(document(language, text), 1200, 900)._spread.panes[0]
        composition = pane.blocks.composition
        assert composition is not None
        assert composition.stack is not None
        guessed = sum(composition.setting.guesses(composition.sheet.right - composition.sheet.left))
        measured = sum(composition.stack.heights[0].values)
        assert 0.6 * measured < guessed < 1.6 * measured
