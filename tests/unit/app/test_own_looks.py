"""How a document is set in its own way, from one day to the next."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from briefer.app.own_looks import MOST, OwnLook, OwnLooks

LOOK = OwnLook("sans", 15.0, 1.4)


def test_a_look_is_there_again_and_for_no_other_document(tmp_path: Path) -> None:
    OwnLooks(tmp_path / "deep" / "looks.json").set("a", LOOK)
    again = OwnLooks(tmp_path / "deep" / "looks.json")
    assert again.get("a") == LOOK
    assert again.get("b") is None
    again.set("a", None)
    assert OwnLooks(tmp_path / "deep" / "looks.json").get("a") is None


def test_a_document_without_a_key_has_no_look(tmp_path: Path) -> None:
    looks = OwnLooks(tmp_path / "looks.json")
    looks.set("", LOOK)
    assert looks.get("") is None
    assert not (tmp_path / "looks.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
def test_the_file_is_private(tmp_path: Path) -> None:
    OwnLooks(tmp_path / "looks.json").set("a", LOOK)
    assert stat.S_IMODE((tmp_path / "looks.json").stat().st_mode) == 0o600


def test_the_oldest_looks_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "looks.json"
    held = {str(number): ["", 12, 1.15] for number in range(MOST)}
    path.write_text(json.dumps({"looks": held}))
    looks = OwnLooks(path)
    looks.set("new", LOOK)
    assert looks.get("0") is None
    assert looks.get("1") is not None
    assert looks.get("new") == LOOK


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        '{"looks": []}',
        "[" * 100_000,
        '{"looks": {"a": ["", 1000, 1.15]}}',
        '{"looks": {"a": ["No such face", 12, 1.15]}}',
        '{"looks": {"a": ["", true, 1.15]}}',
        '{"looks": {"a": ["", 12]}}',
    ],
)
def test_what_cannot_be_understood_counts_for_nothing(tmp_path: Path, written: str) -> None:
    path = tmp_path / "looks.json"
    path.write_text(written)
    looks = OwnLooks(path)
    assert looks.get("a") is None
    looks.set("b", LOOK)
    assert OwnLooks(path).get("b") == LOOK


def test_what_cannot_be_written_is_in_force_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    looks = OwnLooks(tmp_path / "file" / "looks.json")
    looks.set("a", LOOK)
    assert looks.get("a") == LOOK
