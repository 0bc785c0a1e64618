"""What a person does to the library as a collection, and the way back from each step."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.app.keeping import Keeper, StepKind
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.searching import Searcher
from briefer.core.details import Details, details_of
from briefer.core.errors import (
    DocumentUnknown,
    FolderNameless,
    FolderUnknown,
    FolderWithinItself,
    SymbolWrong,
)
from briefer.core.folders import path_names
from tests.factories import plain_document, sample_annotation, sample_document

DAY = datetime.timedelta(days=1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library")
    yield library
    library.close()


@pytest.fixture
def keeper(library: Library) -> Keeper:
    return Keeper(library)


@pytest.fixture
def saved(library: Library) -> str:
    identity = library.save(OpenDocument(sample_document())).id
    assert identity is not None
    return identity


def listed(library: Library) -> list[str]:
    return [each.id for each in library.summaries()]


def test_details_put_right_show_everywhere_and_can_be_taken_back(
    library: Library, keeper: Keeper, saved: str
) -> None:
    before = details_of(sample_document())
    wanted = Details(
        "Precursors", "E/CN.7/2025/L.4*", "Third Committee", "79", "98 (a)", None, "Geneva", None
    )
    keeper.describe(saved, wanted)
    (summary,) = library.summaries()
    assert (summary.title, summary.symbol, summary.session) == ("Precursors", "E/CN.7/2025/L.4*", "79")
    assert library.load(saved).document.title("en") == "Precursors"
    assert [found.id for found in Searcher(library).search("Precursors")] == [saved]
    assert keeper.details(saved) == (wanted, before)
    assert keeper.undo() is not None
    assert library.load(saved).document == sample_document()
    keeper.redo()
    assert keeper.details(saved)[0] == wanted


def test_details_entered_by_hand_outlive_a_new_reading(library: Library, keeper: Keeper, saved: str) -> None:
    keeper.describe(saved, replace(details_of(sample_document()), session="70", place=None, title="Mine"))
    read = sample_document()
    read = replace(read, masthead=replace(read.masthead, session="69", agenda_item="7", place="Geneva"))
    library.reread(saved, OpenDocument(read))
    by_hand, text = keeper.details(saved)
    assert (by_hand.session, by_hand.place, by_hand.title, by_hand.agenda_item) == ("70", None, "Mine", "7")
    assert text == details_of(read)
    keeper.describe(saved, text)
    assert library.load(saved).document == read


def test_details_entered_by_hand_outlive_another_language_and_a_reading_after_it(
    library: Library, keeper: Keeper, saved: str
) -> None:
    keeper.describe(saved, replace(details_of(sample_document()), session="70", title="Mine"))
    opened = library.load(saved)
    library.save(
        replace(opened, document=replace(opened.document, sources=sample_document(name="x").sources))
    )
    library.reread(saved, OpenDocument(sample_document()))
    by_hand, text = keeper.details(saved)
    assert (by_hand.session, by_hand.title) == ("70", "Mine")
    assert text == details_of(sample_document())


def test_a_wrong_symbol_is_refused_and_changes_nothing(library: Library, keeper: Keeper, saved: str) -> None:
    with pytest.raises(SymbolWrong):
        keeper.describe(saved, Details(symbol="nothing"))
    assert library.load(saved).document == sample_document()
    assert keeper.last is None


def test_what_is_removed_is_out_of_sight_and_comes_back_whole(
    library: Library, keeper: Keeper, saved: str
) -> None:
    annotation = sample_annotation(sample_document(), saved)
    library.add_annotation(annotation)
    folder = keeper.make_folder("Mine")
    keeper.file(folder.id, [saved])
    keeper.remove([saved])
    assert listed(library) == []
    assert library.annotations() == ()
    assert Searcher(library).search("precursors") == []
    assert library.info().documents == library.info().annotations == 0
    for attempt in (library.load, library.find):
        with pytest.raises(DocumentUnknown):
            attempt(saved)
    (removed,) = keeper.trash()
    assert (removed.id, removed.symbol) == (saved, "E/CN.7/2025/L.4")
    step = keeper.undo()
    assert step is not None
    assert (step.kind, step.count) == (StepKind.REMOVE, 1)
    assert library.load(saved).document == sample_document()
    assert library.annotations(saved) == (annotation,)
    assert [found.id for found in Searcher(library).search("precursors")] == [saved]
    assert library.summaries()[0].folders == (folder.id,)


def test_saving_a_file_again_that_is_in_the_trash_takes_it_out(
    library: Library, keeper: Keeper, saved: str
) -> None:
    keeper.remove([saved])
    assert library.save(OpenDocument(sample_document())).id == saved
    assert listed(library) == [saved]


def test_emptying_the_trash_spares_what_is_young_and_the_originals_that_are_needed(
    library: Library, keeper: Keeper, tmp_path: Path
) -> None:
    ids = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.txt"
        path.write_text(name)
        document = plain_document({"en": [name]}, name)
        (source,) = document.sources
        import hashlib

        source = replace(source, path=str(path), sha256=hashlib.sha256(name.encode()).hexdigest())
        ids.append(library.save(OpenDocument(replace(document, sources=(source,)))).id or "")
    files = library.folder / "files"
    assert len(list(files.iterdir())) == 2
    keeper.remove(ids[:1])
    assert keeper.empty_trash(days=30) == 0
    assert len(list(files.iterdir())) == 2
    assert keeper.empty_trash() == 1
    assert [path.read_text() for path in files.iterdir()] == ["two"]
    assert listed(library) == ids[1:]
    assert keeper.trash() == []


def test_folders_hold_documents_several_times_and_lose_none(
    library: Library, keeper: Keeper, saved: str
) -> None:
    outer = keeper.make_folder("  For the\nweek ")
    inner = keeper.make_folder("Red lines", outer.id)
    keeper.file(outer.id, [saved])
    keeper.file(inner.id, [saved])
    assert set(library.summaries()[0].folders) == {outer.id, inner.id}
    keeper.rename_folder(inner.id, "Lines")
    known = {folder.id: folder for folder in library.folders()}
    assert path_names(known, inner.id) == ("For the week", "Lines")
    keeper.delete_folder(outer.id)
    assert library.folders() == []
    assert listed(library) == [saved]
    keeper.undo()
    assert set(library.summaries()[0].folders) == {outer.id, inner.id}
    assert {folder.name for folder in library.folders()} == {"For the week", "Lines"}
    keeper.unfile(inner.id, [saved])
    assert library.summaries()[0].folders == (outer.id,)


def test_undoing_a_filing_leaves_what_was_there_before(library: Library, keeper: Keeper, saved: str) -> None:
    other = library.save(OpenDocument(plain_document({"en": ["Text."]}))).id
    assert other is not None
    folder = keeper.make_folder("Mine")
    keeper.file(folder.id, [saved])
    keeper.file(folder.id, [saved, other])
    keeper.undo()
    assert [each.id for each in library.summaries() if each.folders] == [saved]


def test_folders_never_stand_in_a_circle(keeper: Keeper) -> None:
    outer = keeper.make_folder("Outer")
    inner = keeper.make_folder("Inner", outer.id)
    for parent in (outer, inner):
        with pytest.raises(FolderWithinItself):
            keeper.move_folder(outer.id, parent.id)
    keeper.move_folder(inner.id, None)
    keeper.move_folder(outer.id, inner.id)


def test_a_folder_has_a_name_and_a_place(keeper: Keeper) -> None:
    with pytest.raises(FolderNameless):
        keeper.make_folder(" \n\u200b ")
    with pytest.raises(FolderUnknown):
        keeper.make_folder("Mine", "nowhere")
    with pytest.raises(FolderUnknown):
        keeper.delete_folder("nowhere")


def test_a_step_that_cannot_be_undone_is_told_once(keeper: Keeper, library: Library) -> None:
    folder = keeper.make_folder("Mine")
    Keeper(library).delete_folder(folder.id)
    with pytest.raises(FolderUnknown):
        keeper.undo()
    assert keeper.undo() is None
