"""Briefing notes that were exported are found again, and go with the documents they are on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.app.assembly import Assembly
from briefer.app.model import OpenDocument
from briefer.core.briefing import BriefingNote
from tests.factories import sample_annotation, sample_document


@pytest.fixture
def assembly(tmp_path: Path) -> Iterator[Assembly]:
    made = Assembly(tmp_path / "library")
    yield made
    made.close()


@pytest.fixture
def saved(assembly: Assembly) -> OpenDocument:
    return assembly.library.save(OpenDocument(sample_document()))


def note_on(assembly: Assembly, saved: OpenDocument, words: str) -> BriefingNote:
    note = sample_annotation(saved.document, saved.id or "", note=words)
    header = assembly.notes.header(saved, "en", author="A. Delegate")
    return assembly.notes.compose(saved, [note], header, "both")


def test_a_note_is_kept_with_what_it_says(assembly: Assembly, saved: OpenDocument) -> None:
    kept = assembly.records.keep(note_on(assembly, saved, "Ask for a vote."), saved, Path("note.docx"))
    assert assembly.records.all() == [kept]
    assert kept is not None
    assert (kept.author, kept.language, kept.document_ids) == ("A. Delegate", "en", (saved.id,))
    assert "Ask for a vote." in kept.text.splitlines()
    assert "Calls upon States parties to strengthen control measures;" in kept.text.splitlines()


def test_a_note_written_to_the_same_file_replaces_the_one_before(
    assembly: Assembly, saved: OpenDocument
) -> None:
    first = assembly.records.keep(note_on(assembly, saved, "First."), saved, Path("note.docx"))
    second = assembly.records.keep(note_on(assembly, saved, "Second."), saved, Path("note.docx"))
    other = assembly.records.keep(note_on(assembly, saved, "Other."), saved, Path("other.docx"))
    assert first is not None
    assert second is not None
    assert assembly.records.all() == [other, second]
    assert second.created == first.created
    assert assembly.records.delete(second.id)
    assert not assembly.records.delete(second.id)


def test_a_note_goes_with_the_last_of_its_documents(assembly: Assembly, saved: OpenDocument) -> None:
    assembly.records.keep(note_on(assembly, saved, "First."), saved, Path("note.docx"))
    assembly.keeper.remove([saved.id or ""])
    assert len(assembly.records.all()) == 1
    assembly.keeper.empty_trash()
    assert assembly.records.all() == []


def test_a_note_on_what_is_not_saved_leaves_no_record(assembly: Assembly, saved: OpenDocument) -> None:
    unsaved = OpenDocument(saved.document)
    assert assembly.records.keep(note_on(assembly, saved, "First."), unsaved, Path("note.docx")) is None
    assert assembly.records.all() == []
