"""Checks, backups and restoring: each way a library can be hurt, and the way back."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command

from briefer.app.keeping import Keeper
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.upkeep import Upkeep
from briefer.core.document import Source
from briefer.core.errors import (
    BackupDamaged,
    BackupFailed,
    BackupNone,
    BackupUnknown,
    BrieferError,
    DiskFull,
    LibraryBusy,
    LibraryDamaged,
    LibraryLost,
    LibraryNewer,
    LibraryUnavailable,
)
from briefer.store.backups import BackupKind
from tests.disks import fill
from tests.factories import plain_document, sample_annotation, sample_document

TEXT = b"The Commission on Narcotic Drugs decided so."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library", busy_seconds=0.2, keep=lambda: 2)
    yield library
    library.close()


@pytest.fixture
def upkeep(library: Library) -> Upkeep:
    return Upkeep(library)


@pytest.fixture
def saved(library: Library, tmp_path: Path) -> str:
    """A library with two documents, one of them with its original file, and an annotation."""
    path = tmp_path / "paper.txt"
    path.write_bytes(TEXT)
    document = plain_document({"en": ["Seized."]}, "paper.txt")
    source = replace(document.sources[0], path=str(path), sha256=hashlib.sha256(TEXT).hexdigest())
    library.save(OpenDocument(replace(document, sources=(source,))))
    identity = library.save(OpenDocument(sample_document())).id
    assert identity is not None
    library.add_annotation(sample_annotation(sample_document(), identity))
    return identity


@pytest.fixture
def database(library: Library) -> Path:
    return library.folder / "library.sqlite"


def found(upkeep: Upkeep) -> set[str]:
    return {finding.code for finding in upkeep.check().findings}


def altered(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_library_in_order_is_well_and_the_index_renewed_is_a_remark(
    upkeep: Upkeep, library: Library, saved: str
) -> None:
    report = upkeep.check()
    assert report.well
    assert [remark.code for remark in report.remarks] == ["index-renewed"]
    assert (report.documents, report.files, report.indexed) == (2, 1, 2)
    assert upkeep.check().remarks == ()
    (next((library.folder / "index").glob("*.passages"))).write_bytes(b"broken")
    report = upkeep.check()
    assert report.well
    assert [remark.code for remark in report.remarks] == ["index-renewed"]


def test_what_has_gone_from_the_library_is_no_fault_of_the_index(
    upkeep: Upkeep, library: Library, saved: str
) -> None:
    upkeep.check()
    library.store.trash.remove([saved])
    library.store.trash.empty()
    report = upkeep.check()
    assert (report.well, report.remarks, report.indexed) == (True, (), 1)


def test_an_index_that_cannot_be_locked_is_told_for_what_it_is(
    upkeep: Upkeep, library: Library, saved: str
) -> None:
    lock = library.folder / "index.lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()
    (finding,) = upkeep.check().findings
    assert (finding.code, finding.params["path"]) == ("library-unavailable", str(lock))
    with pytest.raises(LibraryUnavailable):
        upkeep.rebuild_index()


def test_an_empty_library_and_one_that_is_not_there_are_well(upkeep: Upkeep) -> None:
    assert upkeep.check().well


ALTERED = {
    "UPDATE paragraphs SET text = 'Seized,' WHERE text = 'Seized.'": {"document-altered"},
    "UPDATE paragraphs SET text = 'Ceased.' WHERE text = 'Seized.'": {"document-altered", "words-wrong"},
    "UPDATE paragraphs SET stems = ' other ' WHERE text = 'Seized.'": {"words-wrong"},
    "UPDATE paragraphs SET kind = 'poem' WHERE text = 'Seized.'": {"document-unreadable"},
    "UPDATE documents SET session = '67' WHERE session = '68'": {"document-altered"},
    "UPDATE beads SET confidence = 0.1 WHERE number = 3": {"beads-altered"},
    "UPDATE beads SET \"left\" = '[]' WHERE number = 3": {"beads-wrong"},
    "DELETE FROM beads WHERE number = 3": {"beads-wrong"},
    "DELETE FROM paragraphs WHERE language = 'ru' AND number = 3": {
        "document-altered",
        "paragraphs-missing",
        "beads-wrong",
        "words-wrong",
    },
    "UPDATE annotations SET note = 'We do not.'": {"annotation-altered"},
    "UPDATE targets SET start = 1": {"annotation-altered"},
    "UPDATE annotations SET color = 'none'": {"annotations-unreadable"},
    "UPDATE targets SET annotation_id = 'nobody'": {"reference-broken"},
    "DROP TABLE folder_documents": {"table-missing"},
}


@pytest.mark.parametrize("statement", ALTERED)
def test_what_is_altered_behind_briefers_back_is_found(
    upkeep: Upkeep, library: Library, saved: str, database: Path, statement: str
) -> None:
    library.close()
    altered(database, statement)
    assert found(upkeep) == ALTERED[statement]


def test_original_files_are_checked_by_hash(upkeep: Upkeep, library: Library, saved: str) -> None:
    (original,) = (library.folder / "files").iterdir()
    original.write_bytes(TEXT.replace(b"so", b"no"))
    stray = library.folder / "files" / "stray"
    stray.write_bytes(b"")
    assert found(upkeep) == {"file-altered", "file-orphaned"}
    original.unlink()
    stray.unlink()
    assert found(upkeep) == {"file-missing"}


def test_an_import_killed_before_its_document_was_saved_leaves_nothing_wrong(
    upkeep: Upkeep, library: Library, saved: str
) -> None:
    staged = library.folder / "files" / f".{'a' * 64}.{'b' * 32}.arriving"
    staged.write_bytes(b"half")
    os.utime(staged, (0, 0))
    assert upkeep.check().well
    assert not staged.exists()


def test_an_import_killed_after_its_document_was_saved_keeps_its_original(
    upkeep: Upkeep, library: Library, saved: str
) -> None:
    (original,) = (library.folder / "files").iterdir()
    original.rename(original.with_name(f".{original.name}.{'b' * 32}.arriving"))
    assert upkeep.check().well
    assert original.read_bytes() == TEXT


def test_a_backup_is_private_verified_and_kept_by_count(upkeep: Upkeep, library: Library, saved: str) -> None:
    paths = [upkeep.back_up() for _number in range(4)]
    assert [path.exists() for path in paths] == [False, False, True, True]
    newest = upkeep.backups()[0]
    assert (newest.path, newest.documents, newest.kind) == (paths[-1], 2, BackupKind.ASKED)
    assert newest.files == tuple(sorted(source.sha256 for source in _sources(library)))
    folder = library.folder / "backups"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert not list(folder.glob(".*"))


def test_the_first_change_of_a_day_makes_a_backup_and_the_next_none(library: Library, saved: str) -> None:
    library.close()
    for _again in range(2):
        again = Library(library.folder)
        again.save(OpenDocument(plain_document({"en": ["More."]}, "more.txt")))
        assert [backup.kind for backup in Upkeep(again).backups()] == [BackupKind.DAILY]
        assert Upkeep(again).backups()[0].documents == 2
        again.close()


def test_a_backup_that_fails_is_told_and_stops_no_change(library: Library, saved: str) -> None:
    library.close()
    (library.folder / "backups").write_text("in the way")
    again, told = Library(library.folder), list[BrieferError]()
    again.backup_failed.subscribe(told.append)
    again.save(OpenDocument(plain_document({"en": ["More."]}, "more.txt")))
    assert len(told) == 1
    assert len(again.summaries()) == 3
    again.close()


def test_a_damaged_database_makes_no_backup(
    upkeep: Upkeep, library: Library, saved: str, database: Path
) -> None:
    library.close()
    altered(database, "UPDATE targets SET annotation_id = 'nobody'")
    with pytest.raises(BackupFailed):
        upkeep.back_up()
    assert not list((library.folder / "backups").iterdir())


def test_a_damaged_backup_is_found_and_passed_over(upkeep: Upkeep, library: Library, saved: str) -> None:
    good, bad = upkeep.back_up(), upkeep.back_up()
    data = bytearray(bad.read_bytes())
    data[-100] ^= 1
    bad.write_bytes(data)
    assert found(upkeep) == {"backup-damaged"}
    newest = upkeep.newest_good()
    assert newest is not None
    assert newest.path == good
    with pytest.raises(BackupDamaged):
        upkeep.restore(bad.name)
    assert upkeep.restore().source == good


def garbage(path: Path) -> None:
    path.write_bytes(b"these are no tables " * 5000)


def truncated(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.truncate(path.stat().st_size // 2)


def zeroed(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.seek(4096)
        stream.write(bytes(path.stat().st_size - 4096))


def zeroed_head(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.write(bytes(4096))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def missing(path: Path) -> None:
    path.unlink()


def garbage_with_its_wal(path: Path) -> None:
    garbage(path)
    Path(f"{path}-wal").write_bytes(b"left over" * 1000)


HURT = (garbage, truncated, zeroed, zeroed_head, emptied, missing, garbage_with_its_wal)


@pytest.mark.parametrize("hurt", HURT, ids=lambda hurt: str(hurt.__name__))
def test_a_hurt_database_is_told_kept_aside_and_replaced_by_the_newest_backup(
    upkeep: Upkeep, library: Library, saved: str, database: Path, hurt: Callable[[Path], None]
) -> None:
    upkeep.back_up()
    library.close()
    hurt(database)
    hurt_bytes = database.read_bytes() if database.exists() else None
    assert not upkeep.check().well
    with pytest.raises(LibraryDamaged):
        library.load(saved)
    library.close()
    assert (database.read_bytes() if database.exists() else None) == hurt_bytes
    restored = upkeep.restore()
    assert library.load(saved).document == sample_document()
    assert len(library.annotations(saved)) == 1
    assert upkeep.check().well
    if hurt_bytes:
        assert restored.aside is not None
        assert restored.aside.name.startswith("library.sqlite.damaged-")
        assert restored.aside.read_bytes() == hurt_bytes
    assert restored.saved is None


def test_a_lost_database_is_not_taken_for_a_new_library(library: Library, saved: str, database: Path) -> None:
    library.close()
    database.unlink()
    for attempt in (library.summaries, lambda: library.save(OpenDocument(sample_document()))):
        with pytest.raises(LibraryLost):
            attempt()
    assert not database.exists()


def test_what_is_left_of_a_lost_database_without_a_word_in_it_is_not_told(
    upkeep: Upkeep, library: Library, saved: str, database: Path
) -> None:
    upkeep.back_up()
    library.close()
    database.unlink()
    Path(f"{database}-wal").touch()
    Path(f"{database}-shm").write_bytes(bytes(32))
    assert upkeep.restore().aside is None
    assert library.load(saved).document == sample_document()


def test_a_log_left_of_a_lost_database_is_never_played_into_a_new_one(
    upkeep: Upkeep, library: Library, database: Path
) -> None:
    library.save(OpenDocument(plain_document({"en": ["Only in the log."]}, "log.txt")))
    with closing(sqlite3.connect(database)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM documents").fetchone()
        library.save(OpenDocument(sample_document()))
        log = Path(f"{database}-wal").read_bytes()
    library.close()
    assert log
    shutil.rmtree(library.folder / "backups", ignore_errors=True)
    database.unlink()
    Path(f"{database}-wal").write_bytes(log)
    with pytest.raises(LibraryLost):
        library.summaries()
    aside = upkeep.begin_anew().aside
    assert aside is not None
    assert Path(f"{aside}-wal").read_bytes() == log
    assert library.summaries() == []
    assert upkeep.check().well


def test_without_a_good_backup_one_may_begin_anew(
    upkeep: Upkeep, library: Library, saved: str, database: Path
) -> None:
    library.close()
    garbage(database)
    with pytest.raises(BackupNone):
        upkeep.restore()
    upkeep.begin_anew()
    assert library.summaries() == []
    assert list((library.folder / "files").iterdir())
    assert found(upkeep) == {"file-orphaned"}


def test_restoring_over_a_sound_database_backs_it_up_first(
    upkeep: Upkeep, library: Library, saved: str
) -> None:
    upkeep.back_up()
    library.remove_annotation("a1")
    restored = upkeep.restore()
    assert len(library.annotations(saved)) == 1
    assert restored.aside is None
    assert restored.saved is not None
    upkeep.restore(restored.saved.name)
    assert library.annotations(saved) == ()


def test_a_copy_elsewhere_can_be_restored_by_its_path(
    upkeep: Upkeep, library: Library, saved: str, tmp_path: Path
) -> None:
    copy = upkeep.back_up(tmp_path / "copy.sqlite")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    Keeper(library).remove([saved])
    upkeep.restore(str(copy))
    assert library.load(saved).document == sample_document()
    with pytest.raises(BackupUnknown):
        upkeep.restore("nothing")
    (tmp_path / "none.sqlite").write_text("none")
    with pytest.raises(BackupDamaged):
        upkeep.restore(str(tmp_path / "none.sqlite"))


HOLDER = """
import sys
from pathlib import Path
from briefer.app.library import Library
library = Library(Path(sys.argv[1]))
library.annotations()
print("open", flush=True)
sys.stdin.read()
"""


def test_nothing_is_restored_while_another_program_uses_the_library(
    upkeep: Upkeep, library: Library, saved: str
) -> None:
    upkeep.back_up()
    library.close()
    arguments = [sys.executable, "-c", HOLDER, str(library.folder)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(LibraryBusy):
            upkeep.restore()
        other.communicate()
    assert upkeep.restore().source


def test_a_newer_library_is_neither_checked_nor_backed_up(
    upkeep: Upkeep, library: Library, saved: str, database: Path
) -> None:
    library.close()
    altered(database, "UPDATE alembic_version SET version_num = '9999'")
    before = database.read_bytes()
    for attempt in (upkeep.check, upkeep.back_up, upkeep.daily):
        with pytest.raises(LibraryNewer):
            attempt()
    assert database.read_bytes() == before


def test_a_backup_is_made_before_migrating_and_without_one_nothing_is_migrated(
    library: Library, database: Path
) -> None:
    from briefer.store.engine import engine_for
    from briefer.store.migrations import configuration

    database.parent.mkdir(mode=0o700)
    engine, config = engine_for(database, 0.1), configuration()
    with engine.connect() as connection:
        connection.execution_options(writing=True)
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, "0003")
    engine.dispose()
    before = database.read_bytes()
    (library.folder / "backups").write_text("in the way")
    with pytest.raises(BrieferError):
        library.summaries()
    assert database.read_bytes() == before
    (library.folder / "backups").unlink()
    assert library.summaries() == []
    (backup,) = Upkeep(library).backups()
    assert (backup.kind, backup.revision) == (BackupKind.MIGRATION, "0003")


def test_rebuilding_the_index_counts_what_is_in_it(upkeep: Upkeep, library: Library, saved: str) -> None:
    assert upkeep.rebuild_index() == 2
    shutil.rmtree(library.folder / "index")
    assert upkeep.rebuild_index() == 2


def test_originals_stay_as_long_as_a_backup_needs_them(upkeep: Upkeep, library: Library, saved: str) -> None:
    files = library.folder / "files"
    upkeep.back_up()
    keeper = Keeper(library)
    keeper.remove([each.id for each in library.summaries()])
    keeper.empty_trash()
    assert len(list(files.iterdir())) == 1
    for _number in range(2):
        upkeep.back_up()
    assert list(files.iterdir()) == []
    assert upkeep.check().well


def _sources(library: Library) -> list[Source]:
    return [source for each in library.summaries() for source in library.load(each.id).document.sources]


def test_a_full_disk_leaves_no_half_backup_and_loses_none(small_disk: Path) -> None:
    library = Library(small_disk / "library", keep=lambda: 1)
    library.save(OpenDocument(sample_document()))
    upkeep = Upkeep(library)
    first = upkeep.back_up()
    filler = fill(small_disk)
    with pytest.raises(DiskFull):
        upkeep.back_up()
    with pytest.raises(DiskFull):
        upkeep.restore()
    assert [backup.path for backup in upkeep.backups()] == [first]
    assert not list((library.folder / "backups").glob(".*"))
    assert not list(library.folder.glob(".*"))
    assert len(library.summaries()) == 1
    library.close()
    filler.unlink()
    assert upkeep.back_up().exists()
    assert upkeep.check().well
    library.close()
