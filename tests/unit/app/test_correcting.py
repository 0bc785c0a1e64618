"""Correcting a saved alignment: on disk at once, undone after a restart, kept when read anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.app.correcting import Corrector, corrected
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.opening import Opener
from briefer.app.reading import LocalReader
from briefer.app.resources import resource
from briefer.core.bitext import Bead, Origin
from briefer.core.corrections import Correction, Operation
from briefer.core.document import Document, Kind, Paragraph
from briefer.core.errors import CorrectionImpossible, CorrectionOvertaken
from briefer.formats.parser import Parser
from tests.factories import plain_document

SESSION = resource("samples", "joint-statement.ru-en.txt")


@pytest.fixture
def reader() -> LocalReader:
    return LocalReader(Parser())


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library", busy_seconds=0.2)
    yield library
    library.close()


@pytest.fixture
def opened(reader: LocalReader) -> OpenDocument:
    return Opener(reader).open([SESSION])


def beads(opened: OpenDocument) -> tuple[Bead, ...]:
    assert opened.document.bitext is not None
    return opened.document.bitext.beads


def last_pair(opened: OpenDocument) -> Bead:
    return next(bead for bead in reversed(beads(opened)) if bead.matched)


def test_the_first_correction_saves_the_document(
    library: Library, reader: LocalReader, opened: OpenDocument
) -> None:
    pair = last_pair(opened)
    corrector = Corrector(library, reader)
    corrected = corrector.correct(opened, Correction(Operation.UNLINK, pair.left, pair.right))
    assert corrected.id is not None
    assert Bead(pair.left, (), 1.0, Origin.HAND) in beads(corrected)
    assert beads(library.load(corrected.id)) == beads(corrected)


def test_all_is_undone_and_done_again_after_a_restart(
    tmp_path: Path, library: Library, reader: LocalReader, opened: OpenDocument
) -> None:
    pair = last_pair(opened)
    states = [opened]
    steps = (
        Correction(Operation.UNLINK, pair.left, pair.right),
        Correction(Operation.LINK, pair.left, pair.right),
        Correction(Operation.MERGE, (pair.left[0] - 1, *pair.left), ()),
    )
    for step in steps:
        states.append(Corrector(library, reader).correct(states[-1], step))
    identity = states[-1].id or ""
    library.close()
    again = Library(tmp_path / "library")
    corrector = Corrector(again, reader)
    now = again.load(identity)
    for state in reversed(states[:-1]):
        undone = corrector.undo(now)
        assert undone is not None
        assert beads(undone) == beads(state)
    assert beads(again.load(identity)) == beads(opened)
    assert corrector.undo(now) is None
    assert not corrector.can_undo(identity)
    for state in states[1:]:
        redone = corrector.redo(now)
        assert redone is not None
        assert beads(redone) == beads(state)
    assert not corrector.can_redo(identity)
    again.close()


def test_a_new_correction_ends_what_could_be_done_again(
    library: Library, reader: LocalReader, opened: OpenDocument
) -> None:
    pair, corrector = last_pair(opened), Corrector(library, reader)
    saved = corrector.correct(opened, Correction(Operation.UNLINK, pair.left))
    undone = corrector.undo(saved)
    assert undone is not None
    assert corrector.can_redo(saved.id)
    corrector.correct(undone, Correction(Operation.MERGE, (pair.left[0] - 1, *pair.left)))
    assert not corrector.can_redo(saved.id)
    assert corrector.redo(saved) is None


def test_restoring_gives_the_automatic_alignment_and_can_itself_be_undone(
    library: Library, reader: LocalReader, opened: OpenDocument
) -> None:
    pair, corrector = last_pair(opened), Corrector(library, reader)
    merged = corrector.correct(opened, Correction(Operation.MERGE, (pair.left[0] - 1, *pair.left)))
    restored = corrector.correct(merged, Correction(Operation.RESTORE))
    assert beads(restored) == beads(opened)
    undone = corrector.undo(restored)
    assert undone is not None
    assert beads(undone) == beads(merged)


def test_what_cannot_be_done_leaves_no_trace(
    library: Library, reader: LocalReader, opened: OpenDocument
) -> None:
    corrector = Corrector(library, reader)
    with pytest.raises(CorrectionImpossible):
        corrector.correct(opened, Correction(Operation.LINK, (0, 5), ()))
    saved = library.save(opened)
    assert not corrector.can_undo(saved.id)
    with pytest.raises(CorrectionImpossible):
        corrector.correct(OpenDocument(plain_document({"en": ["One."]})), Correction(Operation.MERGE, (0,)))


def test_a_correction_of_another_state_is_refused(
    library: Library, reader: LocalReader, opened: OpenDocument
) -> None:
    saved = library.save(opened)
    bitext = saved.document.bitext
    assert bitext is not None
    from briefer.core.corrections import Patch

    stale = Patch(0, (Bead((0,), (0,), 0.1),), ())
    with pytest.raises(CorrectionOvertaken):
        library.correct(saved.id or "", Correction(Operation.MERGE), stale)
    assert library.corrections(saved.id or "") == ([], [])
    assert beads(library.load(saved.id or "")) == bitext.beads


def test_what_was_made_by_hand_survives_reading_anew(
    library: Library, reader: LocalReader, opened: OpenDocument
) -> None:
    pair, corrector = last_pair(opened), Corrector(library, reader)
    wrong = (pair.left, (pair.right[0] - 1,))
    saved = corrector.correct(opened, Correction(Operation.LINK, *wrong))
    assert Bead(*wrong, 1.0, Origin.HAND) in beads(saved)
    shifted = with_paragraph_in_front(opened.document, reader)
    again = corrector.reread(saved.id or "", OpenDocument(shifted))
    assert again.document.bitext is not None
    again.document.bitext.check(*(len(version.paragraphs) for version in again.document.versions))
    moved = (tuple(index + 1 for index in wrong[0]), wrong[1])
    assert [bead for bead in beads(again) if bead.origin is Origin.HAND] == [Bead(*moved, 1.0, Origin.HAND)]
    assert not corrector.can_undo(saved.id)


def with_paragraph_in_front(document: Document, reader: LocalReader) -> Document:
    russian, english = document.versions
    more = replace(russian, paragraphs=(Paragraph(Kind.MASTHEAD, "Новое"), *russian.paragraphs))
    from briefer.app.composing import document_of

    return document_of(document.sources, (more, english)).document


def test_corrections_of_a_document_that_is_not_saved(reader: LocalReader, opened: OpenDocument) -> None:
    pair = last_pair(opened)
    bitext = opened.document.bitext
    assert bitext is not None
    steps = [Correction(Operation.UNLINK, pair.left), Correction(Operation.LINK, pair.left, pair.right)]
    found = corrected(bitext, opened.document, steps, reader)
    assert Bead(pair.left, pair.right, 1.0, Origin.HAND) in found.beads
    found.check(*(len(version.paragraphs) for version in opened.document.versions))
