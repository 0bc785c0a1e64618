"""Files with a password: opened with it, refused without it, and never a word of it elsewhere."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from briefer.core.errors import (
    BrieferError,
    FileDamaged,
    FileProtected,
    FormatUnsupported,
    PasswordNeeded,
    PasswordWrong,
)
from briefer.formats.parser import Parser
from briefer.formats.protection import unlocked
from briefer.formats.registry import read
from briefer.formats.request import ReadOptions
from tests.unit.formats import protected
from tests.unit.formats.word.specimens import raw

WORDS = ("correct horse", "пароль №5", "    ")
DOCX = protected.swollen(raw(f"<w:p><w:r><w:t>{protected.TEXT}</w:t></w:r></w:p>"))
METHODS = (pymupdf.PDF_ENCRYPT_AES_256, pymupdf.PDF_ENCRYPT_AES_128, pymupdf.PDF_ENCRYPT_RC4_128)


def text_of(name: str, data: bytes, password: str | None) -> str:
    parsed = read(name, data, ReadOptions(password=password))
    return "\n".join(line.text for block in parsed.blocks for line in block.lines)


@pytest.mark.parametrize("password", WORDS)
@pytest.mark.parametrize("encrypted", [protected.agile, protected.standard])
def test_a_protected_docx_opens_with_its_password(
    encrypted: Callable[[bytes, str], bytes], password: str
) -> None:
    data = encrypted(DOCX, password)
    assert protected.TEXT in text_of("a.docx", data, password)
    assert protected.TEXT in text_of("misnamed.doc", data, password)
    with pytest.raises(PasswordNeeded):
        text_of("a.docx", data, None)
    for wrong in ("", password + "x", "\ud800"):
        with pytest.raises(PasswordWrong):
            text_of("a.docx", data, wrong)


@pytest.mark.parametrize("method", METHODS)
def test_a_protected_pdf_opens_with_either_password(method: int) -> None:
    data = protected.pdf(user=WORDS[0], owner="the owner's", method=method)
    for password in (WORDS[0], "the owner's"):
        assert protected.TEXT in text_of("a.pdf", data, password)
    with pytest.raises(PasswordNeeded):
        text_of("a.pdf", data, None)
    for wrong in ("", WORDS[1], "\ud800"):
        with pytest.raises(PasswordWrong):
            text_of("a.pdf", data, wrong)


@pytest.mark.parametrize("method", METHODS)
def test_a_pdf_with_the_owners_password_alone_opens_without(method: int) -> None:
    data = protected.pdf(owner="the owner's", method=method)
    for password in (None, "any", "the owner's"):
        assert protected.TEXT in text_of("a.pdf", data, password)


def test_a_password_that_nothing_asks_for_changes_nothing() -> None:
    assert text_of("a.docx", DOCX, "any") == text_of("a.docx", DOCX, None)


def test_the_locked_process_opens_protected_files() -> None:
    reader = Parser()
    for name, data in (
        ("a.docx", protected.agile(DOCX, WORDS[1])),
        ("a.pdf", protected.pdf(user=WORDS[1])),
    ):
        file = reader.parse(Path(name), data, options=ReadOptions(password=WORDS[1]))
        assert file.blocks[0].lines[0].text == protected.TEXT
        with pytest.raises(PasswordNeeded):
            reader.parse(Path(name), data)
        with pytest.raises(PasswordWrong) as caught:
            reader.parse(Path(name), data, options=ReadOptions(password=WORDS[2]))
        assert WORDS[2] not in str(caught.value.params)


def test_no_log_hears_the_password(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    text_of("a.docx", protected.standard(DOCX, WORDS[0]), WORDS[0])
    assert WORDS[0] not in caplog.text


def test_a_hash_that_would_take_for_ever_is_refused_at_once() -> None:
    data = protected.agile(DOCX, WORDS[0], rounds=10_000)
    data = data.replace(b'spinCount="10000" saltSize="16"', b'spinCount="9999999" saltSize=""')
    with pytest.raises(FileProtected):
        unlocked(data, WORDS[0])


@pytest.mark.parametrize(
    ("name", "kind"), [("WordDocument", "DOC"), ("Workbook", "XLS"), ("Book", "XLS"), ("Other", "OLE")]
)
def test_other_compound_files_are_told_by_what_they_hold(name: str, kind: str) -> None:
    data = protected.renamed(
        protected.compound(b"\xec\xa5" + bytes(6000), bytes(40)), "EncryptedPackage", name
    )
    with pytest.raises(FormatUnsupported) as caught:
        unlocked(data, None)
    assert caught.value.params["format"] == kind


def test_a_doc_with_a_password_is_refused_whatever_is_given() -> None:
    head = b"\xec\xa5" + bytes(8) + (0x0100).to_bytes(2, "little")
    data = protected.renamed(
        protected.compound(head + bytes(6000), bytes(40)), "EncryptedPackage", "WordDocument"
    )
    for password in (None, WORDS[0]):
        with pytest.raises(FileProtected):
            unlocked(data, password)


@pytest.mark.parametrize(
    ("description", "error"),
    [
        (b"\x04\x00\x04\x00\x40\x00\x00\x00<encryption/>", FileDamaged),
        (b"\x04\x00\x04\x00\x40\x00\x00\x00<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", FileProtected),
        (b"\x04\x00\x03\x00" + bytes(40), FileProtected),
        (b"", FileDamaged),
        (b"\xff" * 300, FileProtected),
    ],
)
def test_descriptions_that_are_broken_or_unknown_are_told(
    description: bytes, error: type[BrieferError]
) -> None:
    with pytest.raises(error):
        unlocked(protected.compound(bytes(6000), description), WORDS[0])


def test_a_protected_docx_cut_off_anywhere_is_told() -> None:
    whole = protected.agile(DOCX, WORDS[0])
    for length in range(8, len(whole), 512):
        with pytest.raises(BrieferError):
            unlocked(whole[:length], WORDS[0])
