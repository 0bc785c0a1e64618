"""A seal is believed only as it was written: one that says something else would hide documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.store.seal import SEAL, Seal, Sealed

KEPT = Seal(12, {"a1": 3, "b2": 12}, ("one.passages",))


@pytest.fixture
def written(tmp_path: Path) -> bytes:
    (tmp_path / "one.passages").write_bytes(b"a segment")
    Sealed(tmp_path).write(KEPT)
    return (tmp_path / SEAL).read_bytes()


def test_what_was_sealed_is_read(tmp_path: Path, written: bytes) -> None:
    assert Sealed(tmp_path).read() == KEPT


@pytest.mark.parametrize("running", [True, False], ids=["running", "started anew"])
def test_no_byte_of_it_changes_unnoticed(tmp_path: Path, written: bytes, running: bool) -> None:
    known = Sealed(tmp_path)
    known.read()
    for place, byte in enumerate(written):
        # "3" and "2" change places: still JSON, of other generations
        (tmp_path / SEAL).write_bytes(written[:place] + bytes([byte ^ 1]) + written[place + 1 :])
        assert (known if running else Sealed(tmp_path)).read() is None, place
    (tmp_path / SEAL).write_bytes(written)
    assert known.read() == KEPT


@pytest.mark.parametrize("cut", [0, 1, -1, -9])
def test_half_of_it_is_none(tmp_path: Path, written: bytes, cut: int) -> None:
    (tmp_path / SEAL).write_bytes(written[:cut])
    assert Sealed(tmp_path).read() is None
