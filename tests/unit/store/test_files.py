"""Private files appear whole or not at all."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

import pytest

from briefer.store.files import make_folder, replacing
from briefer.store.originals import Originals


def test_a_file_is_replaced_whole_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with replacing(path) as stream:
        stream.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), replacing(path) as stream:
        stream.writelines([b"half", "no bytes"])  # type: ignore[list-item]  # that is what fails
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_all_folders_that_are_made_are_private_and_others_keep_their_mode(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    make_folder(shared / "one" / "two")
    modes = [
        stat.S_IMODE(folder.stat().st_mode) for folder in (shared, shared / "one", shared / "one" / "two")
    ]
    assert modes == [0o755, 0o700, 0o700]


def test_an_original_is_kept_once_under_its_hash(tmp_path: Path) -> None:
    source = tmp_path / "paper.txt"
    source.write_bytes(b"Some words.")
    digest = hashlib.sha256(b"Some words.").hexdigest()
    originals = Originals(tmp_path / "files")
    assert originals.path(digest) is None
    for _again in range(2):
        with originals.keeping({digest: source}) as here:
            assert here == {digest: True}
        source.unlink(missing_ok=True)
    kept = originals.path(digest)
    assert kept is not None
    assert kept.read_bytes() == b"Some words."


@pytest.mark.parametrize("name", ["missing.txt", "", "nul\0.txt"])
def test_what_cannot_be_read_is_not_kept(tmp_path: Path, name: str) -> None:
    originals = Originals(tmp_path / "files")
    with originals.keeping({"0" * 64: tmp_path / name}) as here:
        assert here == {"0" * 64: False}
    assert list(originals.kept()) == []
