"""Annotations are gone through by keys, in the order of the rows."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefer.app.annotating import Draft
from briefer.app.model import OpenDocument
from briefer.core.anchoring import span_targets
from briefer.core.annotation import Scope
from briefer.gui.main_window import MainWindow
from tests.factories import sample_document

Place = tuple[str, int, int]


def annotated(window: MainWindow, *places: Place) -> None:
    """Show the sample document with notes at these places."""
    opened = window.parts.library.save(OpenDocument(sample_document(name="other.txt")))
    for language, index, start in places:
        targets = span_targets(opened.document, language, [(index, start, start + 3)])
        opened, _ = window.parts.annotator.create(opened, Scope.SPAN, targets, Draft("note"))
    window.workspace.show(opened)


def step(window: MainWindow, name: str) -> Place:
    window.acts[name].trigger()
    spot = window.frame.reader.surface.spot()
    assert spot is not None
    return spot.language, spot.index, spot.offset


def test_annotations_come_one_after_the_other_in_both_directions(window: MainWindow, qtbot: QtBot) -> None:
    annotated(window, ("ru", 5, 0), ("en", 2, 4), ("ru", 2, 3), ("en", 0, 0))
    qtbot.waitUntil(lambda: not window.frame.reader._spread.busy)
    window.frame.reader.go_to("ru", 0)
    forth = [step(window, "next-annotation") for _ in range(4)]
    assert forth == [("en", 0, 0), ("ru", 2, 3), ("en", 2, 4), ("ru", 5, 0)]
    step(window, "next-annotation")
    assert "no annotation after" in window.frame.notices.text
    back = [step(window, "previous-annotation") for _ in range(3)]
    assert back == forth[-2::-1]
    assert not window.frame.notices.text
    step(window, "previous-annotation")
    assert "no annotation before" in window.frame.notices.text


def test_the_list_follows_to_the_annotation_that_was_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    annotated(window, ("ru", 2, 3))
    qtbot.waitUntil(lambda: not window.frame.reader._spread.busy)
    window.frame.reader.go_to("ru", 0)
    step(window, "next-annotation")
    current = window.frame.annotations.current
    assert current is not None
    assert current.targets[0].index == 2


def test_a_document_that_is_not_saved_has_no_annotations(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.show(OpenDocument(sample_document(name="other.txt")))
    qtbot.waitUntil(lambda: not window.frame.reader._spread.busy)
    window.frame.reader.go_to("ru", 0)
    assert step(window, "next-annotation") == ("ru", 0, 0)
    assert "no annotation after" in window.frame.notices.text
