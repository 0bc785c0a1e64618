"""What a file is, by how it begins."""

from __future__ import annotations

import pytest

from briefer.formats.recognition import recognised


@pytest.mark.parametrize(
    ("suffix", "head", "expected"),
    [
        ("txt", b"%PDF-1.7", "PDF"),
        ("pdf", b"junk before\n%PDF-1.7", "PDF"),
        ("pdf", b"PK\x03\x04", "ZIP"),
        ("docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE"),
        ("doc", b"{\\rtf1", "RTF"),
        ("doc", b"\xef\xbb\xbf\r\n{\\rtf1", "RTF"),
        ("txt", b"<!DOCTYPE HTML PUBLIC", "HTML"),
        ("doc", b"<!-- a --><!-- b -->\n<meta charset=utf-8>", "HTML"),
        ("doc", b'<?xml version="1.0"?>\n<html>', "HTML"),
        ("doc", "\ufeff<html>".encode("utf-16-le"), "HTML"),
        ("doc", "<html>".encode("utf-16-be"), "HTML"),
        ("doc", b"<table border=1><tr>", "HTML"),
        ("html", b"Words and <b>more</b>", "HTML"),
        ("html", b"Words alone", "TEXT"),
        ("md", b"<div align=center>\n\n# Title", "TEXT"),
        ("txt", b"<p> is a tag of HTML", "TEXT"),
        ("mht", b"Content-Type: text/html\r\n\r\n<html>", "MHTML"),
        ("doc", b"MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n", "MHTML"),
        ("txt", b"From: a\nContent-Type: text/plain\n\nx", "TEXT"),
        ("txt", b"Distr.: Limited\nDate: 3 March\n\nx", "TEXT"),
    ],
)
def test_content_says_what_a_file_is_before_its_name_does(suffix: str, head: bytes, expected: str) -> None:
    assert recognised(suffix, head) == expected


@pytest.mark.parametrize(
    "head",
    [b"<!-- a -->" * 3000, b"<!--" * 3000, b" " * 9000, b"a:\n" * 9000, b"a: b\n " * 9000, b"<" * 9000],
)
def test_no_beginning_takes_long_to_judge(head: bytes) -> None:
    assert recognised("doc", head + b"x") == "TEXT"
