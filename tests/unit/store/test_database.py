"""The database in bad times: newer, damaged, full, locked, out of reach; and that it heals or says so."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.core.errors import (
    DiskFull,
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryNewer,
    LibraryUnavailable,
)
from briefer.store.database import Database
from tests.disks import fill
from tests.factories import plain_document, sample_annotation, sample_document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library", busy_seconds=0.1)
    yield library
    library.close()


def filled(library: Library) -> tuple[str, Path]:
    """A library with one document, closed; the document's id and the database's path."""
    saved = library.save(OpenDocument(sample_document()))
    library.close()
    assert saved.id is not None
    return saved.id, library.folder / "library.sqlite"


def refused(library: Library, kind: type[LibraryError]) -> None:
    """Every way in is refused alike."""
    document = sample_document()
    for attempt in (
        library.summaries,
        lambda: library.by_source("0" * 64),
        lambda: library.save(OpenDocument(document)),
        lambda: library.add_annotation(sample_annotation(document, "x" * 32)),
        lambda: library.find("E/CN.7/2025/L.4"),
    ):
        with pytest.raises(kind) as caught:
            attempt()
        assert caught.value.params["path"] == str(library.folder / "library.sqlite")


def test_a_newer_library_is_refused_untouched(library: Library) -> None:
    _identity, path = filled(library)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = path.read_bytes()
    refused(library, LibraryNewer)
    assert path.read_bytes() == before


def test_what_is_no_database_is_damaged_and_left_as_it_is(library: Library) -> None:
    _identity, path = filled(library)
    path.write_bytes(b"these are no tables " * 500)
    refused(library, LibraryDamaged)
    assert path.read_bytes() == b"these are no tables " * 500


def test_a_database_of_another_program_is_damaged_for_briefer(library: Library) -> None:
    library.folder.mkdir()
    path = library.folder / "library.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE other (x)")
    refused(library, LibraryDamaged)


def test_an_emptied_database_beside_kept_files_is_damaged(library: Library) -> None:
    _identity, path = filled(library)
    (library.folder / "files").mkdir(exist_ok=True)
    (library.folder / "files" / ("0" * 64)).write_bytes(b"kept")
    path.write_bytes(b"")
    refused(library, LibraryDamaged)


def test_a_page_of_noise_is_damage_not_a_crash(library: Library) -> None:
    identity, path = filled(library)
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged):
        library.load(identity)
    with pytest.raises(LibraryDamaged):
        library.summaries()


def test_rows_that_make_no_document_are_damage(library: Library) -> None:
    identity, path = filled(library)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE paragraphs SET kind = 'poem' WHERE number = 0")
        connection.commit()
    with pytest.raises(LibraryDamaged):
        library.load(identity)


def test_a_locked_library_is_busy_and_then_free(library: Library) -> None:
    _identity, path = filled(library)
    other = plain_document({"en": ["Words."]})
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy):
            library.save(OpenDocument(other))
        assert len(library.summaries()) == 1  # reading goes on
    library.save(OpenDocument(other))
    assert len(library.summaries()) == 2


def test_a_folder_that_cannot_be_made_is_told_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    library = Library(tmp_path / "file" / "library")
    with pytest.raises(LibraryUnavailable) as caught:
        library.save(OpenDocument(sample_document()))
    assert caught.value.params["reason"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    with pytest.raises(LibraryUnavailable):
        Library(tmp_path / "closed" / "library").save(OpenDocument(sample_document()))


@pytest.mark.parametrize("name", ["with space", "100%?#&", "вещи 🦉", "a'b\"c"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    library = Library(tmp_path / name)
    identity = library.save(OpenDocument(sample_document())).id
    assert [entry.id for entry in library.summaries()] == [identity]
    assert (tmp_path / name / "library.sqlite").stat().st_size > 0
    library.close()


def test_a_full_database_loses_nothing_and_says_so(library: Library) -> None:
    """SQLite is told to grow no further, as a full disk would tell it."""
    identity, _path = filled(library)
    document = sample_document()

    def grow_no_further(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    with library.store.database.reading() as opened:
        engine = opened.engine
    engine.dispose()
    event.listen(engine, "connect", grow_no_further)
    with pytest.raises(DiskFull):
        library.save(OpenDocument(plain_document({"en": ["long " * 4000] * 20})))
    with pytest.raises(DiskFull):
        library.add_annotation(sample_annotation(document, identity, note="word " * 100_000))
    assert library.annotations() == ()
    assert [entry.id for entry in library.summaries()] == [identity]
    assert library.load(identity).document == document
    event.remove(engine, "connect", grow_no_further)
    engine.dispose()
    annotation = sample_annotation(document, identity)
    library.add_annotation(annotation)
    assert library.annotations() == (annotation,)


def test_a_full_disk_loses_nothing_and_says_so(small_disk: Path, tmp_path: Path) -> None:
    library = Library(small_disk / "library")
    document = sample_document()
    identity = library.save(OpenDocument(document)).id
    assert identity is not None
    filler = fill(small_disk)
    with pytest.raises(DiskFull):
        library.save(OpenDocument(plain_document({"en": ["long " * 4000] * 20})))
    with pytest.raises(DiskFull):
        library.add_annotation(sample_annotation(document, identity, note="word " * 100_000))
    assert [entry.id for entry in library.summaries()] == [identity]
    assert library.load(identity).document == document
    filler.unlink()
    annotation = sample_annotation(document, identity)
    library.add_annotation(annotation)
    library.close()
    assert library.annotations() == (annotation,)
    library.close()


def test_a_library_on_a_full_disk_is_not_half_made(small_disk: Path) -> None:
    filler = fill(small_disk)
    library = Library(small_disk / "library")
    with pytest.raises(DiskFull):
        library.save(OpenDocument(sample_document()))
    filler.unlink()
    library.save(OpenDocument(sample_document()))
    assert len(library.summaries()) == 1
    assert sorted(path.name for path in library.folder.iterdir() if path.name.startswith(".")) == []
    library.close()


def test_what_a_dead_program_had_committed_is_read(library: Library, tmp_path: Path) -> None:
    """Its log was never folded into the database."""
    document = sample_document()
    identity = library.save(OpenDocument(document)).id
    assert identity is not None
    library.add_annotation(sample_annotation(document, identity))
    left = tmp_path / "left"
    left.mkdir()
    for name in ("library.sqlite", "library.sqlite-wal"):
        shutil.copy(library.folder / name, left / name)
    found = Library(left)
    assert [(entry.id, entry.annotations) for entry in found.summaries()] == [(identity, 1)]
    assert len(found.annotations(identity)) == 1
    found.close()


def test_every_connection_is_set_to_be_safe(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.sqlite", 0.1)
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with database.reading() as one, database.reading() as two:
        for connection in (one, two):
            for pragma, value in expected.items():
                assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    database.close()


def test_what_was_deleted_is_not_left_in_the_file(library: Library) -> None:
    identity, path = filled(library)
    document = sample_document()
    library.add_annotation(sample_annotation(document, identity, note="Our confidential red line."))
    library.remove_annotation("a1")
    library.close()
    assert b"confidential red line" not in path.read_bytes()
