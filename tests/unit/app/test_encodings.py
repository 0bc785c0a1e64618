"""What a text file says in each encoding."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.app.encodings import NAMES, SAMPLE, encoding_name, previews, same_encoding

LINE = "Комиссия по наркотическим средствам, отмечая ещё раз рост оборота"


def lines(path: Path, also: str | None = None) -> dict[str, str | None]:
    return {preview.encoding: preview.line for preview in previews(path, also)}


@pytest.mark.parametrize("encoding", [name for name in NAMES if name != "cp1252"])
def test_a_russian_text_can_be_read_in_its_own_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"E/CN.7/2025/L.4\n\n{LINE}\n".encode(encoding))
    assert lines(path)[encoding] == LINE
    assert list(lines(path)) == list(NAMES)


def test_an_encoding_in_which_the_bytes_are_not_valid_has_no_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(LINE.encode("cp1251"))
    assert lines(path)["utf-8"] is None


def test_a_character_cut_by_the_end_of_the_sample_is_not_wrong(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("a" + LINE * SAMPLE)[:SAMPLE].encode())
    assert lines(path)["utf-8"] is not None


def test_markup_and_control_characters_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(f"<html>\n<p class='ж'>{LINE}\x00\x07</p>".encode())
    line = lines(path)["utf-8"]
    assert line is not None
    assert line.startswith(LINE)
    assert line.isprintable()


def test_another_encoding_is_listed_besides(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"plain")
    assert lines(path, "utf-32")["utf-32"] is None
    assert "ascii" in lines(path, "us-ascii")


@pytest.mark.parametrize(
    ("given", "name"),
    [("windows-1251", "Windows-1251"), ("KOI8-R", "KOI8-R"), ("utf8", "UTF-8"), ("no such", "no such")],
)
def test_an_encoding_has_one_name_however_it_is_called(given: str, name: str) -> None:
    assert encoding_name(given) == name


def test_the_same_encoding_is_recognised_by_any_of_its_names() -> None:
    assert {same_encoding(name) for name in ("windows-1251", "cp1251", "CP1251")} == {"cp1251"}
