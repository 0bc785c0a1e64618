"""What a parsing process does before there is a file: it reads small ones of its own.

So everything that a reader imports late is there when the file comes. When it has come already, it does not
wait for what other kinds of files need.
"""

from __future__ import annotations

import io
import select
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress

_TEXT = "Решили: 1. Text."
_WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    f"<w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p></w:body></w:document>"
)


def warm(asked: Callable[[], bool] = lambda: False) -> None:
    """Read small files, until one is `asked` for; what comes of it does not matter."""
    from briefer.formats.parsed import to_json
    from briefer.formats.registry import read

    for name, made in (("a.txt", _plain), ("a.pdf", _pdf), ("a.docx", _docx), ("a.html", _html)):
        with suppress(Exception):  # what fails here fails again with the file, and is told then
            if not asked():
                data = made()  # for a PDF half of the work
            if not asked():
                to_json(read(name, data))


def waiting() -> bool:
    """Whether something stands in standard input; False where that cannot be known of a pipe."""
    return sys.platform != "win32" and bool(select.select([sys.stdin.buffer], [], [], 0)[0])


def _plain() -> bytes:
    return _TEXT.encode()


def _html() -> bytes:
    return f"<html><p>{_TEXT}".encode()


def _pdf() -> bytes:
    import pymupdf

    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "1. A few words that are read before there is a file.")
        return document.tobytes()


def _docx() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", _WORD)
    return buffer.getvalue()
