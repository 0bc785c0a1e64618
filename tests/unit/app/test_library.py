"""The library through its own door: save, load, find, list, annotate."""

from __future__ import annotations

import datetime
import hashlib
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.app.library import Library, LibraryChanged
from briefer.app.model import OpenDocument
from briefer.core.annotation import Anchor, Annotation, Color, Scope, Stance, Status
from briefer.core.document import Document, Kind, Paragraph, Source
from briefer.core.errors import (
    AnnotationUnknown,
    DocumentAmbiguous,
    DocumentUnknown,
    LibraryUnavailable,
    SymbolWrong,
)
from briefer.store.revisions import CURRENT
from tests.factories import (
    SYMBOL,
    plain_document,
    sample_annotation,
    sample_document,
    sample_target,
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library", busy_seconds=0.2)
    yield library
    library.close()


def save(library: Library, document: Document) -> str:
    saved = library.save(OpenDocument(document))
    assert saved.id is not None
    return saved.id


def file_document(path: Path, text: str = "Some words.") -> Document:
    """A document whose one source really is on disk."""
    path.write_text(text, encoding="utf-8")
    source = Source(str(path), "text", hashlib.sha256(path.read_bytes()).hexdigest())
    return replace(plain_document({"en": [text]}), sources=(source,))


def test_a_saved_document_loads_back_equal(library: Library) -> None:
    identity = save(library, sample_document())
    assert library.load(identity) == OpenDocument(sample_document(), identity)


def test_saving_the_same_file_again_gives_the_saved_document(library: Library) -> None:
    identity = save(library, sample_document())
    reread = replace(sample_document(), bitext=None)
    assert library.save(OpenDocument(reread)) == OpenDocument(sample_document(), identity)
    assert len(library.summaries()) == 1


def test_saving_under_its_id_replaces_the_text_and_keeps_annotations(library: Library) -> None:
    document = sample_document()
    identity = save(library, document)
    annotation = sample_annotation(document, identity)
    library.add_annotation(annotation)
    corrected = replace(document, versions=document.versions[:1], bitext=None)
    library.save(OpenDocument(corrected, identity))
    assert library.load(identity).document == corrected
    assert library.annotations(identity) == (annotation,)


def test_documents_without_files_are_never_taken_for_each_other(library: Library) -> None:
    document = replace(sample_document(), sources=())
    assert save(library, document) != save(library, document)


def test_the_bytes_of_a_file_are_kept_for_their_owner_alone(library: Library, tmp_path: Path) -> None:
    document = file_document(tmp_path / "paper.txt")
    save(library, document)
    kept = library.folder / "files" / document.sources[0].sha256
    assert kept.read_bytes() == (tmp_path / "paper.txt").read_bytes()
    for path in (library.folder, *library.folder.rglob("*")):
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_a_file_that_changed_meanwhile_is_not_kept_but_its_document_is(
    library: Library, tmp_path: Path
) -> None:
    document = file_document(tmp_path / "paper.txt")
    (tmp_path / "paper.txt").write_text("Other words.", encoding="utf-8")
    identity = save(library, document)
    assert library.load(identity).document == document
    assert list((library.folder / "files").iterdir()) == []


def test_a_file_name_that_is_no_unicode_is_saved(library: Library) -> None:
    source = replace(sample_document().sources[0], path="/documents/\udcff.txt")
    document = replace(sample_document(), sources=(source,))
    assert library.load(save(library, document)).document == document


def test_summaries_list_the_newest_first_with_their_annotations(library: Library) -> None:
    first = save(library, sample_document())
    second = save(library, plain_document({"en": ["Words."]}))
    library.add_annotation(sample_annotation(sample_document(), first))
    newest, oldest = library.summaries()
    assert (newest.id, newest.title, newest.languages, newest.annotations) == (
        second,
        "plain.txt",
        ("en",),
        0,
    )
    assert oldest.id == first
    assert oldest.title == "Проект резолюции об обмене данными о прекурсорах"
    assert (oldest.symbol, oldest.date) == (SYMBOL, datetime.date(2025, 3, 3))
    assert oldest.languages == ("ru", "en")
    assert oldest.organ == "Commission on Narcotic Drugs"
    assert (oldest.session, oldest.agenda_item, oldest.annotations) == ("68", "6", 1)


def test_asking_does_not_make_a_library(tmp_path: Path) -> None:
    library = Library(tmp_path / "none")
    assert library.summaries() == []
    assert library.by_source("0" * 64) is None
    assert not library.folder.exists()


def test_a_document_is_found_by_id_beginning_symbol_and_file(library: Library, tmp_path: Path) -> None:
    identity = save(library, sample_document())
    assert library.find(identity) == identity
    assert library.find(identity[:6]) == identity
    assert library.find(SYMBOL) == identity
    assert library.find("Е/СN.7/2025/L.4") == identity  # with Cyrillic Е and С
    filed = save(library, file_document(tmp_path / "paper.txt"))
    copy = tmp_path / "copy.txt"
    copy.write_bytes((tmp_path / "paper.txt").read_bytes())
    assert library.find(str(copy)) == filed


@pytest.mark.parametrize("reference", ["", "abc", "deadbeef", "A/79/1", "no such file.txt", "\0"])
def test_what_names_no_document_is_unknown(library: Library, reference: str) -> None:
    save(library, sample_document())
    with pytest.raises(DocumentUnknown) as caught:
        library.find(reference)
    assert caught.value.params["reference"] == reference


def test_five_characters_of_an_id_are_too_few(library: Library) -> None:
    identity = save(library, sample_document(symbol=None))
    with pytest.raises(DocumentUnknown):
        library.find(identity[:5])


def test_a_symbol_of_two_documents_names_the_candidates(library: Library) -> None:
    ids = {save(library, sample_document(name=name)) for name in ("one.txt", "two.txt")}
    with pytest.raises(DocumentAmbiguous) as caught:
        library.find(SYMBOL)
    candidates = caught.value.params["candidates"]
    assert isinstance(candidates, tuple)
    assert {identity for identity, _title in candidates} == ids


def test_a_symbol_is_entered_folded_and_taken_away(library: Library) -> None:
    identity = save(library, sample_document(symbol=None))
    entered = library.set_symbol(identity, "Е/СN.7/2025/CRP.5")
    assert entered.document.masthead.symbol == "E/CN.7/2025/CRP.5"
    assert library.load(identity) == entered
    assert library.find("E/CN.7/2025/CRP.5") == identity
    assert library.set_symbol(identity, None).document == sample_document(symbol=None)


def test_what_is_no_symbol_is_refused(library: Library) -> None:
    identity = save(library, sample_document())
    with pytest.raises(SymbolWrong):
        library.set_symbol(identity, "paper five")
    assert library.load(identity).document.masthead.symbol == SYMBOL


def test_an_annotation_comes_back_equal_after_the_library_was_closed(library: Library) -> None:
    document = sample_document()
    identity = save(library, document)
    annotation = Annotation(
        id="a1",
        document_id=identity,
        scope=Scope.BEAD,
        targets=(sample_target(document, "ru", 5), sample_target(document, "en", 5, 6, 12)),
        created=datetime.datetime(2025, 3, 11, 9, 30, 1, 5, datetime.UTC),
        modified=datetime.datetime(2025, 3, 11, 9, 31, tzinfo=datetime.UTC),
        author="delegation",
        note="Ёмко.\nSecond line",
        color=Color.VIOLET,
        tags=("control", "states"),
        stance=Stance.RED_LINE,
        status=Status.DONE,
    )
    library.add_annotation(annotation)
    library.close()
    assert library.annotations(identity) == (annotation,)


def test_annotations_come_in_reading_order(library: Library) -> None:
    document = sample_document()
    identity = save(library, document)
    for name, language, index in (("late", "en", 6), ("middle", "ru", 5), ("early", "en", 1)):
        target = sample_target(document, language, index)
        library.add_annotation(sample_annotation(document, identity, annotation_id=name, targets=(target,)))
    assert [annotation.id for annotation in library.annotations()] == ["early", "middle", "late"]


def test_an_annotation_is_replaced_and_removed(library: Library) -> None:
    document = sample_document()
    identity = save(library, document)
    annotation = sample_annotation(document, identity)
    library.add_annotation(annotation)
    changed = replace(annotation, note="", tags=(), targets=(sample_target(document, "ru", 3),))
    library.replace_annotation(changed)
    assert library.annotations() == (changed,)
    library.remove_annotation(annotation.id)
    assert library.annotations() == ()


def test_annotations_of_what_is_not_there_are_refused(library: Library) -> None:
    document = sample_document()
    annotation = sample_annotation(document, "nowhere")
    with pytest.raises(DocumentUnknown):
        library.add_annotation(annotation)
    identity = save(library, document)
    with pytest.raises(AnnotationUnknown):
        library.replace_annotation(replace(annotation, document_id=identity))
    with pytest.raises(AnnotationUnknown):
        library.remove_annotation(annotation.id)
    with pytest.raises(DocumentUnknown):
        library.load("nowhere")


def test_every_change_is_told(library: Library) -> None:
    told: list[LibraryChanged] = []
    library.changed.subscribe(told.append)
    document = sample_document()
    identity = save(library, document)
    annotation = sample_annotation(document, identity)
    library.add_annotation(annotation)
    library.replace_annotation(replace(annotation, note="Other."))
    library.remove_annotation(annotation.id)
    library.set_symbol(identity, None)
    assert told == [LibraryChanged(identity)] * 5


def test_info_counts_what_is_there(library: Library) -> None:
    document = sample_document()
    library.add_annotation(sample_annotation(document, save(library, document)))
    info = library.info()
    assert (info.folder, info.documents, info.paragraphs, info.annotations) == (library.folder, 1, 15, 1)
    assert info.size > 10_000
    assert info.schema == CURRENT


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    path = tmp_path / "library"
    path.write_text("no folder")
    library = Library(path)
    with pytest.raises(LibraryUnavailable):
        library.summaries()
    library.close()


def test_a_document_read_anew_keeps_its_id_its_symbol_and_its_annotations(library: Library) -> None:
    first = sample_document(symbol=None)
    identity = save(library, first)
    library.set_symbol(identity, SYMBOL)
    kept = sample_annotation(first, identity, annotation_id="kept")
    moved = sample_annotation(first, identity, annotation_id="moved", targets=[sample_target(first, index=6)])
    gone = sample_annotation(first, identity, annotation_id="gone", targets=[sample_target(first, index=2)])
    for annotation in (kept, moved, gone):
        library.add_annotation(annotation)
    russian, english = first.versions
    paragraphs = (
        *english.paragraphs[:2],
        *english.paragraphs[3:6],
        Paragraph(Kind.BODY, "New."),
        english.paragraphs[6],
    )
    # One paragraph fewer in front of the first annotation's, and one more before the second's.
    again = replace(first, versions=(russian, replace(english, paragraphs=paragraphs)), bitext=None)
    told: list[LibraryChanged] = []
    library.changed.subscribe(told.append)
    reread = library.reread(identity, OpenDocument(again))
    assert told == [LibraryChanged(identity)]
    assert (reread.id, reread.document.masthead.symbol) == (identity, SYMBOL)
    assert library.load(identity).document == reread.document
    found = {annotation.id: annotation for annotation in library.annotations(identity)}
    assert found["kept"].anchor is Anchor.MOVED
    assert [target.index for target in found["kept"].targets] == [4]
    assert (found["moved"].anchor, found["moved"].targets[0].index) == (Anchor.EXACT, 6)
    assert found["gone"] == replace(gone, anchor=Anchor.LOST)


def test_a_document_that_is_not_saved_cannot_be_read_anew(library: Library) -> None:
    with pytest.raises(DocumentUnknown):
        library.reread("0" * 32, OpenDocument(sample_document()))
