"""Paragraphs are set when they are asked for, measured as they will be set, and told to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from briefer.core.document import Kind
from briefer.gui.reader.composing import Composition
from briefer.gui.reader.marks import Mark
from briefer.gui.reader.painting import mark_rects
from briefer.gui.reader.pane import TextPane
from tests.gui.reader.conftest import MIXED, Reader, bilingual


def composition_of(pane: TextPane) -> Composition:
    assert pane.blocks.composition is not None
    return pane.blocks.composition


def test_what_was_measured_is_as_high_as_it_is_when_set(open_reader: Reader) -> None:
    view = open_reader(bilingual(MIXED, words=40))
    for pane in view._spread.panes:
        composition = composition_of(pane)
        assert composition.stack is not None
        measured = list(composition.stack.heights[composition.side].values)
        for index in range(pane.blocks.count):
            composition.blockBoundingRect(pane.document().findBlockByNumber(index))
        assert composition.stack.heights[composition.side].values == measured


def test_of_a_long_document_few_paragraphs_are_set(open_reader: Reader) -> None:
    view = open_reader(bilingual([(1, 1)] * 600))
    document = view._spread.panes[0].document()
    lines = [document.findBlockByNumber(number).layout().lineCount() for number in range(600)]
    assert 0 < sum(count > 0 for count in lines) < 60


def test_lines_given_up_are_set_again_when_they_are_needed(open_reader: Reader) -> None:
    view = open_reader(bilingual([(1, 1)] * 30, words=30))
    pane = view._spread.panes[0]
    before = view.grab().toImage()
    composition_of(pane).set_anew()
    assert pane.document().firstBlock().layout().lineCount() == 0
    pane.viewport().update()
    assert view.grab().toImage() == before


def test_the_letter_under_a_point_is_the_one_drawn_there(open_reader: Reader) -> None:
    pane = open_reader(bilingual(MIXED, words=30))._spread.panes[1]
    composition, document = composition_of(pane), pane.document()
    for index in (0, 3, 7):
        block = document.findBlockByNumber(index)
        rect = composition.blockBoundingRect(block)
        layout = block.layout()
        for offset in range(0, block.length() - 1, 7):
            line = layout.lineForTextPosition(offset)
            (mark,) = mark_rects(block, rect.topLeft(), Mark(offset, offset + 1))
            at = QPointF(mark.left() + 1, rect.top() + line.y() + 4)
            assert composition.hitTest(at, Qt.HitTestAccuracy.FuzzyHit) - block.position() == offset
            assert composition.hitTest(at, Qt.HitTestAccuracy.ExactHit) - block.position() == offset
    above = QPointF(5, composition.blockBoundingRect(document.findBlockByNumber(3)).top() - 2)
    assert composition.hitTest(above, Qt.HitTestAccuracy.ExactHit) == -1
    assert document.findBlock(composition.hitTest(above, Qt.HitTestAccuracy.FuzzyHit)).blockNumber() in (2, 3)


def test_a_screen_reader_gets_the_whole_text_in_order_and_the_place_of_its_letters(
    open_reader: Reader,
) -> None:
    opened = bilingual(MIXED, words=30)
    view = open_reader(opened)
    for side, version in enumerate(opened.document.versions):
        pane = view._spread.panes[side]
        accessible = QAccessible.queryAccessibleInterface(pane)
        assert accessible is not None
        assert accessible.role() == QAccessible.Role.EditableText
        text = accessible.textInterface()
        whole = text.text(0, text.characterCount())
        assert whole.replace("\u2029", "\n") == "\n".join(paragraph.text for paragraph in version.paragraphs)
        view.go_to(version.language, 20)
        QApplication.processEvents()
        position = pane.document().findBlockByNumber(20).position()
        assert text.cursorPosition() == position
        letter = text.characterRect(position)
        top = pane.viewport().mapToGlobal(pane.cursorRect().topLeft()).y()
        assert abs(letter.top() - top) <= 1
        assert text.offsetAtPoint(letter.center()) in (position, position + 1)


def test_items_are_moved_in_and_stay_within_the_column(open_reader: Reader) -> None:
    opened = bilingual(MIXED, words=30)
    pane = open_reader(opened)._spread.panes[0]
    column = pane.column()
    for index, paragraph in enumerate(opened.document.versions[0].paragraphs):
        rect = pane.blocks.rect(pane.document().findBlockByNumber(index))
        assert (rect.left() > column.left) == (paragraph.kind is Kind.ITEM)
        assert rect.right() == column.right
