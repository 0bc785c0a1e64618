"""What a parsing process does before there is a file: it reads small ones of its own.

So everything that a reader imports late is there when the file comes.
"""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

_TEXT = "Решили: 1. Text."
_WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    f"<w:p><w:r><w:t>{_TEXT}</w:t></w:r></w:p></w:body></w:document>"
)


def warm() -> None:
    """Read a small PDF, a small DOCX and a small HTML file; what comes of it does not matter."""
    from briefer.formats.parsed import to_json
    from briefer.formats.registry import read

    for name, data in (("a.pdf", _pdf()), ("a.docx", _docx()), ("a.html", f"<html><p>{_TEXT}".encode())):
        with suppress(Exception):  # what fails here fails again with the file, and is told then
            to_json(read(name, data))


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
