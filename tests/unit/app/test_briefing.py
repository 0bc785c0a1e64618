"""Composing and writing notes: what they may be called, and what a failure leaves behind."""

from __future__ import annotations

import datetime
import os
import stat
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from briefer.app.briefing import SUFFIXES, BriefingNotes
from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.core.briefing import BriefingNote
from briefer.core.errors import ExportFailed, ExportUnsupported, LanguageAbsent, NotYet
from tests.factories import plain_document, sample_annotation, sample_document

DAY = datetime.date(2025, 3, 11)


@pytest.fixture
def notes(speak: Callable[[str], Texts]) -> BriefingNotes:
    return BriefingNotes(speak, lambda: DAY)


@pytest.fixture
def note(notes: BriefingNotes) -> BriefingNote:
    document = sample_document()
    opened = OpenDocument(document, "d")
    return notes.compose(opened, [sample_annotation(document, "d")], notes.header(opened), "both")


def test_the_header_is_filled_from_the_masthead(notes: BriefingNotes) -> None:
    header = notes.header(OpenDocument(sample_document()), author="Mission")
    assert header.session == "Commission on Narcotic Drugs, session 68, Vienna, 10–14 March 2025"
    assert (header.agenda_item, header.symbols, header.date) == ("6", ("E/CN.7/2025/L.4",), DAY)
    assert (header.author, header.mark, header.language) == ("Mission", "", "en")


def test_a_russian_header_names_the_organ_in_russian(notes: BriefingNotes) -> None:
    session = notes.header(OpenDocument(sample_document()), "ru").session
    assert session.startswith("Комиссия по наркотическим средствам, ")
    assert "10–14 марта 2025" in session


def test_a_document_that_says_little_has_a_short_header(notes: BriefingNotes) -> None:
    header = notes.header(OpenDocument(plain_document({"en": ["Text."]})))
    assert (header.session, header.agenda_item, header.symbols) == ("", "", ())
    assert header.subject == "plain.txt"


def test_both_languages_are_those_that_the_document_has(notes: BriefingNotes) -> None:
    single = OpenDocument(plain_document({"en": ["Text."]}))
    assert notes.compose(single, [], notes.header(single), "both").languages == ("en",)
    with pytest.raises(LanguageAbsent):
        notes.compose(single, [], notes.header(single), "ru")


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".DOCX"])
def test_a_note_is_written_for_its_owner_alone(
    suffix: str, note: BriefingNote, notes: BriefingNotes, tmp_path: Path
) -> None:
    path = tmp_path / f"note{suffix}"
    notes.write(note, path)
    assert path.stat().st_size > 500
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("name", "error"),
    [("n.pdf", NotYet), ("n.odt", NotYet), ("n.xyz", ExportUnsupported), ("n", ExportUnsupported)],
)
def test_other_formats_are_refused_before_anything_is_written(
    name: str, error: type[Exception], note: BriefingNote, notes: BriefingNotes, tmp_path: Path
) -> None:
    with pytest.raises(error):
        notes.write(note, tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == []


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_note(
    fails: str, note: BriefingNote, notes: BriefingNotes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "note.md"
    path.write_text("the old one", encoding="utf-8")
    monkeypatch.setattr(os, fails, full)
    with pytest.raises(ExportFailed) as raised:
        notes.write(note, path)
    assert raised.value.params == {"path": str(path), "reason": "No space left on device"}
    assert path.read_text(encoding="utf-8") == "the old one"
    assert [path.name for path in tmp_path.iterdir()] == ["note.md"]


def test_a_folder_that_is_not_there_is_told(note: BriefingNote, notes: BriefingNotes, tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "n.md", tmp_path / "folder.md"):
        (tmp_path / "folder.md").mkdir(exist_ok=True)
        with pytest.raises(ExportFailed):
            notes.write(note, path)


def test_a_note_without_annotations_says_so(notes: BriefingNotes, tmp_path: Path) -> None:
    opened = OpenDocument(sample_document())
    empty = notes.compose(opened, [], notes.header(opened), "both")
    for suffix in SUFFIXES:
        path = tmp_path / f"note{suffix}"
        notes.write(empty, path)
        if suffix == ".docx":
            shown = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
        else:
            shown = path.read_text(encoding="utf-8")
        assert "No passages have been marked." in shown
