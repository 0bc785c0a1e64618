"""Annotating saved documents: on disk at once, undone and redone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.app.annotating import AnnotationsChanged, Annotator, Draft, clean_tags
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.opening import Opener
from briefer.app.reading import LocalReader
from briefer.app.resources import resource
from briefer.core.anchoring import bead_targets, span_targets
from briefer.core.annotation import Color, Scope, Stance
from briefer.core.errors import AnnotationOvertaken, AnnotationUnknown, NothingSelected
from briefer.formats.parser import Parser


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    found = Library(tmp_path / "library")
    yield found
    found.close()


@pytest.fixture
def opened() -> OpenDocument:
    return Opener(LocalReader(Parser())).open([resource("samples", "joint-statement.ru-en.txt")])


def test_the_first_annotation_saves_the_document(library: Library, opened: OpenDocument) -> None:
    targets = span_targets(opened.document, "en", [(10, 0, 9)])
    saved, annotation = Annotator(library).create(opened, Scope.SPAN, targets, Draft("Realizing?"))
    assert saved.id is not None
    assert annotation.document_id == saved.id
    assert [summary.id for summary in library.summaries()] == [saved.id]


def test_an_annotation_is_on_disk_when_the_call_returns(
    tmp_path: Path, library: Library, opened: OpenDocument
) -> None:
    draft = Draft("Ask.", Color.RED, ("finance", "#finance", " "), Stance.RED_LINE)
    _, annotation = Annotator(library).create(opened, Scope.BEAD, bead_targets(opened.document, 20), draft)
    elsewhere = Library(tmp_path / "library")
    assert elsewhere.annotations() == (annotation,)
    assert (annotation.tags, annotation.stance) == (("finance",), Stance.RED_LINE)
    assert {target.language for target in annotation.targets} == {"ru", "en"}
    elsewhere.close()


def test_every_change_is_undone_and_redone(library: Library, opened: OpenDocument) -> None:
    annotator = Annotator(library)
    targets = span_targets(opened.document, "ru", [(20, 0, 7)])
    saved, first = annotator.create(opened, Scope.SPAN, targets, Draft("One"))
    changed = annotator.change(first.id, Draft("Two", Color.GREEN))
    annotator.delete(first.id)
    states = [(), (changed,), (first,), ()]
    assert annotator.annotations(saved.id) == states[0]
    for state in states[1:]:
        annotator.undo(saved.id)
        assert annotator.annotations(saved.id) == state
    assert not annotator.can_undo(saved.id)
    for state in reversed(states[:3]):
        annotator.redo(saved.id)
        assert annotator.annotations(saved.id) == state
    assert not annotator.can_redo(saved.id)


def test_a_new_change_ends_what_could_be_redone(library: Library, opened: OpenDocument) -> None:
    annotator = Annotator(library)
    targets = span_targets(opened.document, "ru", [(20, 0, 7)])
    saved, _ = annotator.create(opened, Scope.SPAN, targets, Draft("One"))
    annotator.undo(saved.id)
    annotator.create(saved, Scope.SPAN, targets, Draft("Two"))
    assert not annotator.can_redo(saved.id)


def test_each_document_has_its_own_undo(tmp_path: Path, library: Library, opened: OpenDocument) -> None:
    path = tmp_path / "other.txt"
    path.write_text("The Commission considered the question of drug control.", encoding="utf-8")
    other = Opener(LocalReader(Parser())).open([path])
    annotator = Annotator(library)
    first, _ = annotator.create(
        opened, Scope.SPAN, span_targets(opened.document, "ru", [(20, 0, 7)]), Draft()
    )
    second, kept = annotator.create(
        other, Scope.SPAN, span_targets(other.document, "en", [(0, 0, 3)]), Draft()
    )
    annotator.undo(first.id)
    assert annotator.annotations(first.id) == ()
    assert annotator.annotations(second.id) == (kept,)
    assert not annotator.can_undo(first.id)
    assert annotator.can_undo(second.id)


def test_what_another_program_deleted_is_not_tried_twice(
    tmp_path: Path, library: Library, opened: OpenDocument
) -> None:
    annotator = Annotator(library)
    targets = span_targets(opened.document, "ru", [(20, 0, 7)])
    saved, annotation = annotator.create(opened, Scope.SPAN, targets, Draft("One"))
    annotator.change(annotation.id, Draft("Two"))
    elsewhere = Library(tmp_path / "library")
    elsewhere.remove_annotation(annotation.id)
    elsewhere.close()
    with pytest.raises(AnnotationUnknown):
        annotator.undo(saved.id)
    with pytest.raises(AnnotationUnknown):
        annotator.undo(saved.id)
    assert not annotator.can_undo(saved.id)


def test_changes_are_told(library: Library, opened: OpenDocument) -> None:
    annotator = Annotator(library)
    told: list[AnnotationsChanged] = []
    annotator.changed.subscribe(told.append)
    saved, annotation = annotator.create(
        opened, Scope.SPAN, span_targets(opened.document, "ru", [(20, 0, 7)]), Draft()
    )
    annotator.delete(annotation.id)
    annotator.undo(saved.id)
    assert [fact.document_id for fact in told] == [saved.id] * 3


def test_nothing_selected_and_an_unknown_annotation_are_told(library: Library, opened: OpenDocument) -> None:
    annotator = Annotator(library)
    with pytest.raises(NothingSelected):
        annotator.create(opened, Scope.SPAN, (), Draft())
    with pytest.raises(AnnotationUnknown):
        annotator.change("0" * 32, Draft())
    assert library.summaries() == []


def test_tags_are_kept_clean() -> None:
    assert clean_tags(["#a", " b  c ", "", "a"]) == ("a", "b c")


def test_what_another_window_wrote_is_never_overwritten_unseen(
    tmp_path: Path, library: Library, opened: OpenDocument
) -> None:
    annotator = Annotator(library)
    targets = span_targets(opened.document, "ru", [(20, 0, 7)])
    saved, mine = annotator.create(opened, Scope.SPAN, targets, Draft("Mine"))
    elsewhere = Library(tmp_path / "library")
    theirs = Annotator(elsewhere).change(mine.id, Draft("Theirs"))
    with pytest.raises(AnnotationOvertaken):
        annotator.change(mine.id, Draft("Mine again"), seen=mine)
    with pytest.raises(AnnotationOvertaken):
        annotator.undo(saved.id)
    assert elsewhere.annotations(saved.id) == (theirs,)
    assert annotator.change(mine.id, Draft("Both"), seen=theirs).note == "Both"
    elsewhere.close()


def test_what_is_forgotten_cannot_be_undone_and_stays(library: Library, opened: OpenDocument) -> None:
    annotator = Annotator(library)
    told: list[AnnotationsChanged] = []
    targets = span_targets(opened.document, "ru", [(20, 0, 7)])
    saved, annotation = annotator.create(opened, Scope.SPAN, targets, Draft("One"))
    annotator.changed.subscribe(told.append)
    annotator.forget(saved.id or "")
    assert not annotator.can_undo(saved.id)
    assert annotator.annotations(saved.id) == (annotation,)
    assert told == [AnnotationsChanged(saved.id or "")]
