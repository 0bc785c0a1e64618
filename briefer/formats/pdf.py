"""Reads PDF files that have a text layer, by PyMuPDF.

To be called in the parsing process only: the library holds the interpreter's lock, and odd
files make it hang, crash or take all memory. Pages are read in `pdf_pages`; what the lines on
them amount to is in `pdf_lines`, `pdf_columns`, `pdf_furniture`, `pdf_footnotes` and `pdf_blocks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pymupdf

from briefer.core.errors import FileDamaged, FileTooLong, PasswordNeeded, PasswordWrong
from briefer.formats.parsed import Parsed
from briefer.formats.pdf_blocks import blocks_of
from briefer.formats.pdf_pages import FAULTS, read_pages
from briefer.formats.request import ReadOptions, Report, unheard

MOST_PAGES = 2000


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
        pages = read_pages(document, lambda number: report(number / count))
    pages.check()
    return Parsed("pdf", tuple(blocks_of(pages.in_order())), pages=count, repairs=pages.codes())


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
    except FAULTS as error:
        raise FileDamaged() from error
    with document:
        if not opens:
            raise PasswordNeeded() if password is None else PasswordWrong()
        if empty:
            raise FileDamaged()
        yield document
