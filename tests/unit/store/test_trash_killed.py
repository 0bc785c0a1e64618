"""Emptying the trash and deleting old backups, killed at each of their steps: nothing is left behind."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from briefer.core.document import Source
from briefer.store.backups import BackupKind
from briefer.store.library import LibraryStore
from briefer.store.originals import file_hash
from tests.factories import plain_document

_KILLED = 77
_MOST = 80  # steps

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


def saved(store: LibraryStore, path: Path, text: str) -> str:
    path.write_text(text)
    source = Source(str(path), "text", file_hash(path))
    document = plain_document({"en": [text]}, path.name)
    return store.save(type(document)((source,), document.masthead, document.versions), None)[0]


def killed(deed: Callable[[], object], step: int) -> bool:
    """Whether `deed` was killed before its `step`th statement, end of a transaction or deleted file."""
    child = os.fork()
    if child == 0:
        left = [step]

        def count(*_: object) -> None:
            left[0] -= 1
            if left[0] < 0:
                os._exit(_KILLED)

        event.listen(Engine, "before_cursor_execute", count)
        event.listen(Engine, "commit", count)
        sys.addaudithook(lambda name, _: count() if name == "os.remove" else None)
        try:
            deed()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == _KILLED


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """With two documents in the trash and one outside it, which shares no file with them."""
    store = LibraryStore(tmp_path / "library", 0.2, lambda: 1)
    ids = [saved(store, tmp_path / f"{name}.txt", name) for name in ("one", "two", "three")]
    store.trash.remove(ids[:2])
    shutil.rmtree(tmp_path / "library" / "backups", ignore_errors=True)
    store.close()
    return tmp_path / "library"


def test_emptying_that_is_killed_is_brought_to_an_end_at_the_next_opening(
    library: Path, tmp_path: Path
) -> None:
    seen = set()
    for step in range(_MOST):
        folder = tmp_path / str(step)
        shutil.copytree(library, folder)

        def deed(folder: Path = folder) -> None:
            store = LibraryStore(folder, 0.2)
            store._looked_after = True  # without the day's backup, which would need the files
            store.trash.empty()

        was_killed = killed(deed, step)
        store = LibraryStore(folder, 0.2)
        store.settle()
        removed, kept = len(store.trash.entries()), len(list((folder / "files").iterdir()))
        assert kept == removed + 1
        assert [each.code for each in store.health.check(lambda _: None).findings] == []
        store.close()
        seen.add(removed)
        if not was_killed:
            break
    assert not was_killed
    assert seen == {0, 2}


def test_old_backups_that_are_deleted_leave_no_files_behind(library: Path, tmp_path: Path) -> None:
    before = LibraryStore(library, 0.2, lambda: 1)
    before.backups.make(BackupKind.ASKED)
    before.trash.empty()
    assert len(list((library / "files").iterdir())) == 3  # the backup needs them
    before.close()
    for step in range(_MOST):
        folder = tmp_path / str(step)
        shutil.copytree(library, folder)

        def deed(folder: Path = folder) -> None:
            store = LibraryStore(folder, 0.2, lambda: 1)
            store._looked_after = True
            store.back_up(BackupKind.ASKED)

        was_killed = killed(deed, step)
        store = LibraryStore(folder, 0.2, lambda: 1)
        store._looked_after = True
        if was_killed:
            store.back_up(BackupKind.ASKED)
        assert len(list((folder / "files").iterdir())) == 1
        assert [each.code for each in store.health.check(lambda _: None).findings] == []
        store.close()
        if not was_killed:
            break
    assert not was_killed
