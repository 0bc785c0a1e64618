"""Folders that are watched: what comes whole is imported once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.app.assembly import Assembly
from briefer.app.keeping import Keeper
from briefer.app.model import ImportStatus
from briefer.app.task import Progress
from briefer.app.watching import Watch, WatchedFolders

TEXT = "The Commission on Narcotic Drugs decided on the text numbered {}.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "папка"
    folder.mkdir()
    return folder


@pytest.fixture
def assembly(tmp_path: Path) -> Iterator[Assembly]:
    made = Assembly(tmp_path / "library")
    yield made
    made.close()


def ready(watch: Watch) -> list[str]:
    look = watch.look()
    watch.done(look.ready)
    return [path.name for path in look.ready]


def test_a_file_is_ready_when_it_rests_and_only_once(folder: Path) -> None:
    watch, path = Watch(folder), folder / "paper.txt"
    path.write_text("half")
    assert ready(watch) == []
    path.write_text("half and more")
    assert ready(watch) == []
    assert ready(watch) == ["paper.txt"]
    assert ready(watch) == []


def test_a_file_that_changed_is_ready_again(folder: Path) -> None:
    watch, path = Watch(folder), folder / "paper.txt"
    path.write_text("one")
    assert [ready(watch), ready(watch)] == [[], ["paper.txt"]]
    path.write_text("another")
    assert [ready(watch), ready(watch)] == [[], ["paper.txt"]]


def test_what_is_hidden_empty_or_unfinished_is_passed_over(folder: Path) -> None:
    for name in (".hidden.txt", "~$lock.docx", "paper.pdf.part", "paper.pdf.crdownload"):
        (folder / name).write_text("text")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "inner").mkdir()
    (folder / "inner" / "paper.txt").write_text("text")
    watch = Watch(folder)
    assert [ready(watch), ready(watch)] == [[], ["paper.txt"]]


def test_a_folder_that_vanishes_and_comes_back_is_waited_for(folder: Path) -> None:
    watch = Watch(folder)
    (folder / "paper.txt").write_text("text")
    assert watch.look().there
    shutil.rmtree(folder)
    look = watch.look()
    assert (look.there, look.ready) == (False, {})
    folder.mkdir()
    (folder / "paper.txt").write_text("text")
    assert [ready(watch), ready(watch)] == [[], ["paper.txt"]]


def statuses(watched: WatchedFolders) -> list[str]:
    return [str(each.status) for each in watched.look(Progress()).imported]


def test_watched_folders_are_of_the_library_and_remember_what_they_saw(
    assembly: Assembly, folder: Path
) -> None:
    assembly.watched.add(folder)
    assembly.watched.add(folder)
    (folder / "paper.txt").write_text(TEXT.format(1))
    (folder / "empty.bin").write_bytes(bytes(range(256)) * 4)
    watched = assembly.watched
    assert [statuses(watched), statuses(watched), statuses(watched)] == [[], ["refused", "new"], []]
    again = WatchedFolders(assembly.library, assembly.importer)
    assert [each.path for each in again.folders()] == [folder]
    assert [statuses(again), statuses(again)] == [[], []]
    (folder / "other.txt").write_text(TEXT.format(2))
    assert [statuses(again), statuses(again)] == [[], ["new"]]
    shutil.rmtree(folder)
    assert again.look(Progress()).missing == (folder,)
    again.remove(again.folders()[0].id)
    assert again.folders() == []
    assert len(assembly.library.summaries()) == 2


def test_what_a_person_has_removed_does_not_come_back_from_a_watched_folder(
    assembly: Assembly, folder: Path
) -> None:
    path = folder / "paper.txt"
    path.write_text(TEXT.format(1))
    (done,) = assembly.importer.import_paths([path])
    assert done.status is ImportStatus.NEW
    Keeper(assembly.library).remove([done.id or ""])
    assembly.watched.add(folder)
    assert [statuses(assembly.watched), statuses(assembly.watched)] == [[], []]
    assert assembly.library.summaries() == []
