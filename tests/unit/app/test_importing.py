"""Importing real files through the parsing process into a library on disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.app.composing import joined_document
from briefer.app.importing import Importer
from briefer.app.library import Library
from briefer.app.model import Imported, ImportStatus, SameSymbol
from briefer.app.opening import Opener
from briefer.app.reading import LocalReader
from briefer.app.searching import Searcher
from briefer.app.task import Progress
from briefer.core.bitext import Bitext
from briefer.core.details import details_of
from briefer.core.errors import FileBinary, FileEmpty, FileMissing, SymbolTaken
from briefer.core.masthead import Masthead
from briefer.formats.parser import Parser
from tests.factories import plain_document, sample_annotation, sample_document, sample_target

ENGLISH = """E/CN.7/2025/L.7

Draft resolution on precursors

The Commission on Narcotic Drugs,

1. Calls upon States parties to strengthen the control of precursors;

2. Requests the Executive Director to report on this in 2026.
"""
RUSSIAN = """E/CN.7/2025/L.7

Проект резолюции о прекурсорах

Комиссия по наркотическим средствам,

1. Призывает государства-участники усилить контроль над прекурсорами;

2. Просит Директора-исполнителя представить об этом доклад в 2026 году.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library")
    yield library
    library.close()


@pytest.fixture
def importer(library: Library) -> Importer:
    return Importer(Opener(LocalReader(Parser()), library), library)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def statuses(done: list[Imported]) -> list[tuple[str, str]]:
    return [(imported.path.name, imported.status.value) for imported in done]


def test_a_file_is_new_once_and_known_afterwards(importer: Importer, library: Library, papers: Path) -> None:
    path = write(papers / "paper.txt", ENGLISH)
    copy = write(papers / "copy.txt", ENGLISH)
    (new,) = importer.import_paths([path])
    (known,) = importer.import_paths([copy])
    assert (new.status, known.status) == (ImportStatus.NEW, ImportStatus.KNOWN)
    assert new.id == known.id
    assert [entry.id for entry in library.summaries()] == [new.id]


def test_without_a_library_the_opener_still_leads_to_known(library: Library, papers: Path) -> None:
    importer = Importer(Opener(LocalReader(Parser())), library)
    path = write(papers / "paper.txt", ENGLISH)
    assert statuses(importer.import_paths([path, path])) == [("paper.txt", "new"), ("paper.txt", "known")]


def test_the_other_language_of_a_symbol_becomes_a_version(
    importer: Importer, library: Library, papers: Path
) -> None:
    first = write(papers / "first.txt", ENGLISH)
    second = write(papers / "second.txt", RUSSIAN)
    new, version = importer.import_paths([first, second])
    assert (new.status, version.status) == (ImportStatus.NEW, ImportStatus.VERSION)
    assert new.id == version.id
    assert new.id is not None
    document = library.load(new.id).document
    assert document.languages == ("ru", "en")
    assert [source.path for source in document.sources] == [str(first), str(second)]
    assert isinstance(document.bitext, Bitext)
    assert any(bead.matched for bead in document.bitext.beads)
    assert statuses(importer.import_paths([second, first])) == [
        ("second.txt", "known"),
        ("first.txt", "known"),
    ]
    (found,) = Searcher(library).search("прекурсоры доклад OR усилить")
    assert found.hits[0].counterpart


def test_files_of_one_name_but_for_the_language_are_joined(
    importer: Importer, library: Library, papers: Path
) -> None:
    write(papers / "paper_en.txt", ENGLISH.split("\n", 1)[1])
    write(papers / "paper_ru.txt", RUSSIAN.split("\n", 1)[1])
    assert statuses(importer.import_paths([papers])) == [("paper_en.txt", "new"), ("paper_ru.txt", "version")]
    assert [entry.languages for entry in library.summaries()] == [("ru", "en")]


CHANGED = ENGLISH + "\n3. Decides to remain seized of the matter.\n"


def test_another_text_of_a_symbol_is_refused_until_the_person_has_decided(
    importer: Importer, library: Library, papers: Path
) -> None:
    new, refused = importer.import_paths([write(papers / "a.txt", ENGLISH), write(papers / "b.txt", CHANGED)])
    assert (new.status, refused.status) == (ImportStatus.NEW, ImportStatus.REFUSED)
    assert isinstance(refused.error, SymbolTaken)
    assert refused.error.params["id"] == new.id
    assert len(library.summaries()) == 1


def test_another_text_of_a_symbol_kept_beside_it_supersedes_it(
    importer: Importer, library: Library, papers: Path
) -> None:
    (old,) = importer.import_paths([write(papers / "a.txt", ENGLISH)])
    (new,) = importer.import_paths([write(papers / "b.txt", CHANGED)], same_symbol=SameSymbol.KEEP)
    assert new.status is ImportStatus.VERSION
    standing = {each.id: each.standing.superseded_by for each in library.summaries()}
    assert standing == {old.id: new.id, new.id: None}


def test_another_text_of_a_symbol_takes_over_place_annotations_and_details(
    importer: Importer, library: Library, papers: Path
) -> None:
    (old,) = importer.import_paths([write(papers / "a.txt", ENGLISH)])
    assert old.id is not None
    before = library.load(old.id).document
    target = sample_target(before, index=len(before.versions[0].paragraphs) - 1)
    library.add_annotation(sample_annotation(before, old.id, targets=[target]))
    library.describe(old.id, replace(details_of(before), session="68"))
    (new,) = importer.import_paths([write(papers / "b.txt", CHANGED)], same_symbol=SameSymbol.REPLACE)
    assert (new.status, new.id) == (ImportStatus.VERSION, old.id)
    document = library.load(old.id).document
    assert document.masthead.session == "68"
    assert "seized" in document.versions[0].paragraphs[-1].text
    (annotation,) = library.annotations(old.id)
    assert annotation.targets[0].quote == target.quote
    (removed,) = library.store.trash.entries()
    library.store.trash.restore([removed.id])
    assert library.load(removed.id).document.versions == before.versions


def test_importing_what_is_in_the_trash_takes_it_out(
    importer: Importer, library: Library, papers: Path
) -> None:
    path = write(papers / "a.txt", ENGLISH)
    (new,) = importer.import_paths([path])
    assert new.id is not None
    library.store.trash.remove([new.id])
    (known,) = importer.import_paths([path])
    assert (known.status, known.id) == (ImportStatus.KNOWN, new.id)
    assert known.notice is not None
    assert [each.id for each in library.summaries()] == [new.id]


def test_importing_a_known_file_brings_back_its_lost_original(
    importer: Importer, library: Library, papers: Path
) -> None:
    path = write(papers / "a.txt", ENGLISH)
    importer.import_paths([path])
    (original,) = (library.folder / "files").iterdir()
    original.unlink()
    importer.import_paths([path])
    assert original.read_text("utf-8") == ENGLISH


def test_a_refused_file_stops_no_other(importer: Importer, library: Library, papers: Path) -> None:
    paths = [
        papers / "missing.txt",
        write(papers / "empty.txt", ""),
        write(papers / "paper.txt", ENGLISH),
    ]
    binary = papers / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 20)
    done = importer.import_paths([*paths, binary])
    assert [imported.status.value for imported in done] == ["refused", "refused", "new", "refused"]
    assert [type(imported.error) for imported in done] == [FileMissing, FileEmpty, type(None), FileBinary]
    assert [imported.id is None for imported in done] == [True, True, False, True]
    assert len(library.summaries()) == 1


def test_folders_are_walked_in_order_without_hidden_files(importer: Importer, papers: Path) -> None:
    (papers / "b").mkdir()
    (papers / ".hidden").mkdir()
    for name in ("c.txt", "b/a.txt", "a.txt", ".hidden/x.txt", ".y.txt"):
        write(papers / name, ENGLISH + name)
    done = importer.import_paths([papers])
    assert [str(imported.path.relative_to(papers)) for imported in done] == ["a.txt", "c.txt", "b/a.txt"]


def test_what_was_imported_before_cancelling_stays(
    importer: Importer, library: Library, papers: Path
) -> None:
    for name in ("a", "b", "c"):
        write(papers / f"{name}.txt", ENGLISH + name)
    progress = Progress()

    def stop_in_the_second_file(fraction: float) -> None:
        if fraction > 0.4:
            progress.cancel()

    progress = Progress(stop_in_the_second_file)
    assert statuses(importer.import_paths([papers], progress)) == [("a.txt", "new")]
    assert len(library.summaries()) == 1


def test_progress_grows_to_the_end(importer: Importer, papers: Path) -> None:
    for name in ("a", "b"):
        write(papers / f"{name}.txt", ENGLISH + name)
    told: list[float] = []
    importer.import_paths([papers], Progress(told.append))
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] == 1


def test_joining_keeps_what_the_saved_document_says_and_aligns() -> None:
    saved = replace(plain_document({"ru": ["Один.", "Два."]}, "ru.txt"), masthead=Masthead(session="68"))
    added = replace(
        plain_document({"en": ["One.", "Two."]}, "en.txt"), masthead=Masthead(session="69", place="Vienna")
    )
    joined = joined_document(saved, added).document
    assert (joined.masthead.session, joined.masthead.place) == ("68", "Vienna")
    assert joined.languages == ("ru", "en")
    assert joined.bitext is not None


def test_joining_a_third_version_leaves_the_alignment_alone() -> None:
    saved = sample_document()
    joined = joined_document(saved, plain_document({"fr": ["Un."]}, "fr.txt")).document
    assert joined.languages == ("ru", "en", "fr")
    assert joined.bitext == saved.bitext
