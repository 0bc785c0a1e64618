"""Zip files that are broken, lie or would not fit."""

from __future__ import annotations

import pytest

from briefer.core.errors import FileDamaged, FileTooLarge
from briefer.formats import archive as archive_module
from briefer.formats.archive import MEMBER_MEGABYTES, Archive
from tests.unit.formats.word.specimens import zipped


def test_members_are_read_by_name() -> None:
    archive = Archive(zipped({"a/b.xml": "text"}))
    assert [*archive] == ["a/b.xml"]
    assert (archive.read("a/b.xml"), archive.read("c.xml")) == (b"text", b"")


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04...", b"", zipped({"a": "text" * 99})[:-20]],
    ids=["beginning alone", "nothing", "end cut off"],
)
def test_what_is_no_whole_zip_is_damaged(data: bytes) -> None:
    with pytest.raises(FileDamaged):
        Archive(data)


def test_a_member_whose_bytes_were_changed_is_damaged() -> None:
    data = bytearray(zipped({"a": "text of some length"}))
    data[35] ^= 0xFF
    with pytest.raises(FileDamaged):
        Archive(bytes(data)).read("a")


def test_a_bomb_is_not_unpacked() -> None:
    archive = Archive(zipped({"large": b" " * ((MEMBER_MEGABYTES << 20) + 1), "dense": b" " * (20 << 20)}))
    with pytest.raises(FileTooLarge):
        archive.read("large")
    with pytest.raises(FileDamaged):
        archive.read("dense")


def test_a_member_larger_than_it_says_is_damaged() -> None:
    data = zipped({"a": b" " * 5000})
    claimed = data.replace((5000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert claimed != data
    with pytest.raises(FileDamaged):
        Archive(claimed).read("a")


def test_too_many_members_or_too_much_in_all_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({str(number): "text" for number in range(3)})
    monkeypatch.setattr(archive_module, "MOST_ENTRIES", 2)
    with pytest.raises(FileTooLarge):
        Archive(data)
    monkeypatch.undo()
    monkeypatch.setattr(archive_module, "MEGABYTES", 0)
    with pytest.raises(FileTooLarge):
        Archive(data)
