"""What is said between windows is bounded and checked, and the way is private."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.gui.instance.message import MOST_BYTES, Wanted, address, private_folder, read_wanted

ROOT = Path(Path.cwd().anchor)


@pytest.mark.parametrize("files", [(), (ROOT / "a",), (ROOT / "а б", ROOT / "c\udcff")])
def test_what_is_wanted_comes_over(files: tuple[Path, ...]) -> None:
    wanted = Wanted(files, "token-1")
    assert read_wanted(wanted.written()) == wanted


def message(**changes: object) -> bytes:
    return json.dumps({"briefer": 1, "files": [], "token": "", **changes}).encode()


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\xff",
        b"[]",
        b"[" * 60_000,
        b" " * (MOST_BYTES + 1) + message(),
        message(briefer=2),
        message(files="/a"),
        message(files=["relative"]),
        message(files=[str(ROOT / "a\0b")]),
        message(files=[7]),
        message(files=[str(ROOT / name) for name in "abc"]),
    ],
)
def test_what_is_none_of_ours_is_not_understood(line: bytes) -> None:
    assert read_wanted(line) is None


@pytest.mark.parametrize("token", ["x" * 201, "a\nb", "é", 7, None])
def test_a_token_that_is_none_is_left_out(token: object) -> None:
    assert read_wanted(message(token=token)) == Wanted()


@given(st.binary(max_size=200))
def test_no_line_is_an_error(line: bytes) -> None:
    read_wanted(line)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are otherwise there")
def test_a_folder_that_others_can_enter_is_no_place_for_a_socket(tmp_path: Path) -> None:
    private = private_folder(tmp_path / "own" / "briefer")
    assert private is not None
    assert private.stat().st_mode & 0o077 == 0
    open_to_all = tmp_path / "open"
    open_to_all.mkdir()
    open_to_all.chmod(0o755)
    assert private_folder(open_to_all) is None
    (tmp_path / "link").symlink_to(private)
    assert private_folder(tmp_path / "link") is None
    (tmp_path / "file").touch()
    assert private_folder(tmp_path / "file") is None


def test_every_library_has_its_own_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    one, other = address(tmp_path / "one"), address(tmp_path / "other")
    assert one != other
    assert one == address(Path(os.path.relpath(tmp_path / "one")))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a folder")
def test_without_a_folder_for_sockets_one_of_the_user_is_taken_and_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(os, "access", lambda *_: False)  # as without /run/user/N
    found = address(tmp_path / "library")
    assert found is not None
    assert Path(found).parent == tmp_path / "state" / "briefer" / "run"
    assert address(tmp_path / "library") == found  # the one who listens asks a second time


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a folder")
def test_the_folder_that_the_system_names_is_taken_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    tmp_path.chmod(0o700)
    found = [address(tmp_path / "library") for _ in range(2)]
    assert [Path(each or "").parent for each in found] == [tmp_path / "briefer"] * 2
