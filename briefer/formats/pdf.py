"""Reads PDF files that have a text layer, by PyMuPDF.

To be called in the parsing process only: the library holds the interpreter's lock, and odd
files make it hang, crash or take all memory. What the lines on a page amount to is in
`pdf_lines`, `pdf_columns`, `pdf_furniture`, `pdf_footnotes` and `pdf_blocks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pymupdf

from briefer.core.errors import (
    FileDamaged,
    FileGarbled,
    FileTooLong,
    FileWithoutText,
    PasswordNeeded,
    PasswordWrong,
)
from briefer.formats.letters import garbled
from briefer.formats.parsed import Parsed
from briefer.formats.pdf_blocks import blocks_of
from briefer.formats.pdf_lines import PrintedPage, printed_page
from briefer.formats.request import ReadOptions, Report, unheard

MOST_PAGES = 2000
_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
# MuPDF's own exceptions come through as they are where PyMuPDF does not wrap them.
_FAULTS = (
    pymupdf.mupdf.FzErrorBase,
    RuntimeError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    OSError,
    MemoryError,
)


@dataclass(slots=True)
class _Pages:
    """The pages that could be read, and how many could not or were pictures."""

    read: list[PrintedPage] = field(default_factory=list)
    damaged: int = 0
    pictures: int = 0


def read_pdf(data: bytes, options: ReadOptions = ReadOptions(), report: Report = unheard) -> Parsed:
    """The blocks of a PDF file, with their pages and places; `report` hears of every page.

    Raises FileDamaged, PasswordNeeded, PasswordWrong, FileTooLong, FileWithoutText or FileGarbled.
    """
    pymupdf.TOOLS.mupdf_display_errors(on=False)
    pymupdf.TOOLS.mupdf_display_warnings(on=False)
    with _opened(data, options.password) as document:
        count = document.page_count
        if count > MOST_PAGES:
            raise FileTooLong(pages=count, most=MOST_PAGES)
        pages = _pages(document, count, report)
    if not any(page.lines for page in pages.read):
        raise FileDamaged() if pages.damaged else FileWithoutText()
    if garbled("\n".join(line.text for page in pages.read for line in page.lines)):
        raise FileGarbled()
    repairs = [("pages-without-text", pages.pictures), ("pages-damaged", pages.damaged)]
    return Parsed(
        format="pdf",
        blocks=tuple(blocks_of(pages.read)),
        pages=count,
        repairs=tuple(code for code, times in repairs if times),
    )


@contextmanager
def _opened(data: bytes, password: str | None) -> Iterator[pymupdf.Document]:
    """The document in `data`; one without pages is damaged, though nothing was raised.

    The password may be the owner's or the user's; a file that has the owner's alone needs none.
    """
    try:
        document = pymupdf.open(stream=data, filetype="pdf")
        protected = bool(document.needs_pass)
        opens = not protected or (password is not None and bool(document.authenticate(password)))
        empty = opens and not document.page_count
    except _FAULTS as error:
        raise FileDamaged() from error
    with document:
        if not opens:
            raise PasswordNeeded() if password is None else PasswordWrong()
        if empty:
            raise FileDamaged()
        yield document


def _pages(document: pymupdf.Document, count: int, report: Report) -> _Pages:
    pages = _Pages()
    for number in range(count):
        report(number / count)
        try:
            page = document[number]
            printed = printed_page(
                number + 1, page.rect.width, page.rect.height, page.get_text("dict", flags=_FLAGS)
            )
            pages.pictures += not printed.lines and bool(page.get_images())
        except _FAULTS:
            pages.damaged += 1
            continue
        pages.read.append(printed)
    return pages
