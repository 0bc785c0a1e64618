"""Text layers of PDF files that are not what the page shows."""

from __future__ import annotations

import pytest

from briefer.core.errors import FileGarbled
from briefer.formats.pdf.reader import read_pdf
from tests.unit.formats.garbled_pages import ENGLISH, RUSSIAN, coded, shifted

GARBAGE = b"\x10\x11 lbl \x7f kh\x15 qzx jkv wqp \x81\x8d\x8f xkcd zzq vbn\x01"


def lines_of(data: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    parsed = read_pdf(data)
    return tuple(line.text for block in parsed.blocks for line in block.lines), parsed.repairs


def test_shifted_codes_are_read_with_their_digits_and_signs() -> None:
    text, repairs = lines_of(coded([("helv", shifted(line)) for line in RUSSIAN]))
    assert (text, repairs) == (RUSSIAN, ("glyph-codes-shifted",))


def test_a_bad_font_leaves_the_good_ones_alone() -> None:
    bad = [("tiro", shifted(line)) for line in RUSSIAN]
    good = [("helv", line.encode("ascii")) for line in ENGLISH]
    text, repairs = lines_of(coded(bad, good))
    assert (text, repairs) == ((*RUSSIAN, *ENGLISH), ("glyph-codes-shifted",))


def test_russian_bytes_read_as_western_are_read_again() -> None:
    bad = [("tiro", line.encode("cp1251")) for line in RUSSIAN]
    good = [("helv", line.encode("ascii")) for line in ENGLISH]
    text, repairs = lines_of(coded(bad, good))
    assert (text, repairs) == ((*RUSSIAN, *ENGLISH), ("encoding-misread",))


def test_pages_that_stay_garbled_are_named_and_the_others_read() -> None:
    good = [("helv", line.encode("ascii")) for line in ENGLISH]
    bad = [("cour", GARBAGE * 2)] * 4
    text, repairs = lines_of(coded(good, bad, bad, good, bad))
    assert (text, repairs) == ((*ENGLISH, *ENGLISH), ("pages-garbled:2–3, 5",))


def test_a_file_garbled_throughout_is_refused() -> None:
    with pytest.raises(FileGarbled):
        read_pdf(coded([("cour", GARBAGE * 2)] * 4))
