"""The index kept in order: in another process, and under a running program whatever becomes of its files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from briefer.app.engine import Engine
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.searching import Searcher
from briefer.app.task import Progress
from briefer.core.hits import SearchResults
from tests.factories import plain_document, sample_document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library", busy_seconds=0.2)
    library.save(OpenDocument(sample_document()))
    for number in range(8):
        words = ["drugs and health", "control", "drug " * number]
        library.save(OpenDocument(plain_document({"en": words}, f"{number}.txt")))
    yield library
    library.close()


def test_another_process_makes_the_index(library: Library) -> None:
    engine = Engine()
    told: list[float] = []
    try:
        engine.index(library.folder, Progress(told.append))
        assert told
        seal = library.folder / "index" / "seal.json"
        written = seal.stat().st_mtime_ns
        assert Searcher(library).find("drugs").total == 9
        assert seal.stat().st_mtime_ns == written
        assert len(engine._idle) == 1  # another, ready for the next document
    finally:
        engine.close()


def deleted(folder: Path) -> None:
    shutil.rmtree(folder)


def truncated(folder: Path) -> None:
    for path in folder.iterdir():
        os.truncate(path, path.stat().st_size // 2)


def overwritten(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_bytes(b"\x80nothing of the kind" * 9)


def unnoticed(folder: Path) -> None:
    """With the size and the time that the seal knows."""
    for path in folder.iterdir():
        if path.name != "seal.json":
            stat = path.stat()
            path.write_bytes(b"\x80" * stat.st_size)
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def of_another_state(folder: Path) -> None:
    (folder / "seal.json").write_text('{"generation": 1, "documents": {}, "passages": [], "files": {}}')


@pytest.mark.parametrize("damage", [deleted, truncated, overwritten, unnoticed, of_another_state])
@pytest.mark.parametrize("running", [True, False], ids=["running", "started anew"])
def test_a_damaged_index_gives_the_same_results(library: Library, damage: object, running: bool) -> None:
    def asked(library: Library) -> list[SearchResults]:
        return [
            Searcher(library).find(query)
            for query in ("drugs", '"and health" OR контроль', "drug* NOT control")
        ]

    expected = asked(library)
    assert callable(damage)
    if not running:
        library.close()
    damage(library.folder / "index")
    assert asked(library) == expected
    library.save(OpenDocument(plain_document({"en": ["drugs again"]}, "again.txt")))
    assert Searcher(library).find("again").total == 1
    assert Searcher(library).find("drugs").total == expected[0].total + 1


def gone(path: Path, content: bytes) -> None:
    path.unlink()


def emptied(path: Path, content: bytes) -> None:
    path.write_bytes(b"")


def halved(path: Path, content: bytes) -> None:
    path.write_bytes(content[: len(content) // 2])


def scrambled(path: Path, content: bytes) -> None:
    chance = Random(len(content))  # noqa: S311 - the same bytes at every run, not a secret
    path.write_bytes(chance.randbytes(len(content)))


def scrambled_unnoticed(path: Path, content: bytes) -> None:
    stat = path.stat()
    scrambled(path, content)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


@pytest.mark.parametrize("running", [True, False], ids=["running", "started anew"])
@pytest.mark.parametrize("damage", [gone, emptied, halved, scrambled, scrambled_unnoticed])
def test_damage_to_any_file_of_the_index_changes_no_result(
    library: Library, damage: Callable[[Path, bytes], None], running: bool
) -> None:
    queries = ("drugs", '"and health" OR контроль', "drug* NOT control")
    searcher = Searcher(library)
    expected = [searcher.find(query) for query in queries]
    names = sorted(path.suffix for path in (library.folder / "index").iterdir())
    assert len(names) >= 2
    for place in range(len(names)):
        path = sorted((library.folder / "index").iterdir(), key=lambda path: path.suffix)[place]
        if not running:
            library.close()
        damage(path, path.read_bytes())
        for patient in (False, True):
            found = [searcher.find(query, patient=patient) for query in queries]
            assert all(each.behind for each in found) or found == expected
        assert found == expected, path.name
    searcher.refresh(Progress())
    assert [searcher.find(query, patient=False) for query in queries] == expected
    assert library.store.search.lacking() == 0


class Killed(BaseException):
    """Stops what runs where it is."""


def test_who_is_stopped_while_indexing_leaves_the_index_as_it_was(library: Library) -> None:
    searcher = Searcher(library)
    expected = searcher.find("drugs")
    seal = library.folder / "index" / "seal.json"
    written = seal.stat().st_mtime_ns

    def stop(share: float) -> None:
        if share > 0.5:
            raise Killed

    for number in range(3):
        library.save(OpenDocument(plain_document({"en": ["drugs anew"]}, f"anew-{number}.txt")))
    with pytest.raises(Killed), library.store.search.view() as view:
        view.refresh(stop)
    # What somebody leaves who is killed while segments are written, and before they are sealed.
    strays = [seal.with_name(name) for name in ("stray.passages", ".stray.passages.0a1b", ".seal.json.2c3d")]
    for stray in strays:
        stray.write_bytes(b"half a segment")
    behind = searcher.find("drugs", patient=False)
    assert behind.behind
    assert behind.documents == expected.documents
    assert seal.stat().st_mtime_ns == written
    assert searcher.find("drugs").total == expected.total + 3
    assert not any(stray.exists() for stray in strays)


def test_many_small_changes_leave_few_files_and_the_same_results(library: Library) -> None:
    searcher = Searcher(library)
    for number in range(30):
        document = plain_document({"en": [f"drugs {number}"]}, f"new-{number % 10}.txt")
        saved = library.save(OpenDocument(document))
        if number % 3 == 0 and saved.id:
            library.set_symbol(saved.id, f"A/{number}")
        searcher.find("drugs", limit=1)
    assert len(list((library.folder / "index").glob("*.passages"))) <= 12
    before = searcher.find("drugs", limit=100)
    with library.store.search.view() as view:
        view.rebuild()
    assert searcher.find("drugs", limit=100) == before
