"""Annotations are painted in their colours, stay visible where they overlap, and answer a click."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.core.anchoring import paragraph_target, span_targets
from briefer.core.annotation import Annotation, Color, Scope, Target
from briefer.gui.reader.marks import highlight_marks
from briefer.gui.reader.painting import mark_rects
from briefer.gui.reader.view import ReaderView
from briefer.gui.theme import Appearance, Theme, palette
from tests.factories import MOMENT, sample_document
from tests.gui.reader.conftest import Reader
from tests.gui.reader.test_view import colors_in

DOCUMENT = sample_document()


def annotation(name: str, targets: tuple[Target, ...], color: Color = Color.YELLOW) -> Annotation:
    return Annotation(name, "document", Scope.SPAN, targets, MOMENT, MOMENT, color=color)


def point_on(view: ReaderView, side: int, index: int, number: int) -> QPoint:
    """The middle of highlight `number` of a paragraph, in the viewport."""
    pane = view._spread.panes[side]
    block = pane.document().findBlockByNumber(index)
    mark = pane.underlay.highlights[index][number]
    return next(mark_rects(block, pane.blocks.rect(block).topLeft(), mark)).center().toPoint()


def click(view: ReaderView, side: int, point: QPoint) -> None:
    viewport = view._spread.panes[side].viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)


def test_each_color_is_painted_in_each_theme(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(DOCUMENT))
    marked = zip(Color, range(1, 6), strict=True)
    view.set_annotations(
        tuple(annotation(color, (paragraph_target(DOCUMENT, "en", index),), color) for color, index in marked)
    )
    for theme in Theme:
        view.set_appearance(Appearance(theme=theme))
        fills = [fill for fill, _ in palette(theme).highlights.values()]
        assert colors_in(view.grab().toImage(), fills) == set(fills)


def test_a_click_on_a_highlight_tells_its_annotation(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(OpenDocument(DOCUMENT))
    view.set_annotations((annotation("a", span_targets(DOCUMENT, "ru", [(3, 9, 12)])),))
    with qtbot.waitSignal(view.annotation_activated) as told:
        click(view, 0, point_on(view, 0, 3, 0))
    assert told.args == ["a"]


def test_a_click_beside_a_highlight_tells_nothing(open_reader: Reader, qtbot: QtBot) -> None:
    view = open_reader(OpenDocument(DOCUMENT))
    view.set_annotations((annotation("a", span_targets(DOCUMENT, "ru", [(3, 9, 12)])),))
    with qtbot.assertNotEmitted(view.annotation_activated):
        click(view, 0, point_on(view, 0, 3, 0) + QPoint(80, 0))


def test_where_highlights_overlap_the_shorter_lies_above_in_a_lane_of_its_own(
    open_reader: Reader, qtbot: QtBot
) -> None:
    view = open_reader(OpenDocument(DOCUMENT))
    short = annotation("short", span_targets(DOCUMENT, "en", [(3, 8, 14)]), Color.RED)
    view.set_annotations((short, annotation("long", (paragraph_target(DOCUMENT, "en", 3),), Color.BLUE)))
    marks = view._spread.panes[1].underlay.highlights[3]
    assert [(mark.annotation, mark.lane) for mark in marks] == [("long", 0), ("short", 1)]
    with qtbot.waitSignal(view.annotation_activated) as told:
        click(view, 1, point_on(view, 1, 3, 1))
    assert told.args == ["short"]
    lines = [palette(Theme.LIGHT).highlights[color][1] for color in (Color.RED, Color.BLUE)]
    assert colors_in(view._spread.panes[1].grab().toImage(), lines) == set(lines)


def test_annotations_taken_away_are_no_longer_painted(open_reader: Reader) -> None:
    view = open_reader(OpenDocument(DOCUMENT))
    view.set_annotations((annotation("a", (paragraph_target(DOCUMENT, "en", 3),)),))
    view.set_annotations(())
    fills = [fill for fill, _ in palette(Theme.LIGHT).highlights.values()]
    assert colors_in(view.grab().toImage(), fills) == set()


def test_a_target_beyond_the_text_is_passed_over() -> None:
    version = DOCUMENT.versions[1]
    lost = dataclasses.replace(paragraph_target(DOCUMENT, "en", 3), index=99)
    assert highlight_marks(version, (annotation("a", (lost,)),)) == {}
