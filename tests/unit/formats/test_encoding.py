"""Encodings of text files."""

from __future__ import annotations

import pytest

from briefer.core.errors import EncodingUnknown, EncodingWrong, FileBinary
from briefer.formats.encoding import decode

RUSSIAN = "Принимая во внимание, что трансформация афганского наркопроизводства оказывает влияние,"


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_known_without_guessing(name: str) -> None:
    decoded = decode(RUSSIAN.encode(name))
    assert (decoded.text, decoded.guessed) == (RUSSIAN, False)


@pytest.mark.parametrize("name", ["cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5"])
def test_russian_encodings_are_guessed(name: str) -> None:
    decoded = decode(RUSSIAN.encode(name))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (RUSSIAN, name, True)


def test_the_encoding_asked_for_is_taken() -> None:
    assert decode(RUSSIAN.encode("koi8_r"), "koi8-r").text == RUSSIAN


def test_an_encoding_that_is_none_is_told() -> None:
    with pytest.raises(EncodingUnknown):
        decode(b"text", "klingon-8")


def test_an_encoding_that_does_not_fit_is_told() -> None:
    with pytest.raises(EncodingWrong):
        decode(RUSSIAN.encode("cp1251"), "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0>\0\x01\0\0\0",
        b"\0" * 64,
        b"\x01\x02\x03" * 50,
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(FileBinary):
        decode(data)
