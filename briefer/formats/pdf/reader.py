"""Reads PDF files that have a text layer, by PyMuPDF.

To be called in the parsing process only: the library holds the interpreter's lock, and odd
files make it hang, crash or take all memory. Pages are read in `pdf.pages`; what the lines on
them amount to is in `pdf.lines`, `pdf.columns`, `pdf.furniture`, `pdf.footnotes` and `pdf.blocks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pymupdf

from briefer.core.errors import (
    FileDamaged,
    FileTooLong,
    FileWithoutText,
    OcrUnavailable,
    PasswordNeeded,
    PasswordWrong,
)
from briefer.formats.ocr import available, tessdata_folder
from briefer.formats.page_bounds import MOST_PAGES
from briefer.formats.parsed import Parsed
from briefer.formats.pdf.blocks import blocks_of
from briefer.formats.pdf.pages import FAULTS, read_pages, recognise_pages
from briefer.formats.request import ReadOptions, Report, unheard

# Of the time that a file takes, what goes before the recognition of its pages.
READING = 0.05


def read_pdf(data: bytes, options: ReadOptions = ReadOptions(), report: Report = unheard) -> Parsed:
    """The blocks of a PDF file, with their pages and places; `report` hears of every page.

    Raises FileDamaged, PasswordNeeded, PasswordWrong, FileTooLong, FileWithoutText, FileGarbled
    or OcrUnavailable.
    """
    return _read(data, "pdf", options, report)


def read_picture(
    data: bytes, kind: str, options: ReadOptions = ReadOptions(), report: Report = unheard
) -> Parsed:
    """The blocks of a picture (`kind` is "png", "jpeg", "tiff", "gif" or "bmp"), recognised if that is asked.

    Raises FileDamaged, FileTooLong, FileWithoutText or OcrUnavailable.
    """
    if not options.ocr:
        raise FileWithoutText()
    try:
        with pymupdf.open(stream=data, filetype=kind) as picture:
            pages = picture.convert_to_pdf()
    except FAULTS as error:
        raise FileDamaged() from error
    return _read(pages, kind, options, report)


def _read(data: bytes, kind: str, options: ReadOptions, report: Report) -> Parsed:
    pymupdf.TOOLS.mupdf_display_errors(on=False)
    pymupdf.TOOLS.mupdf_display_warnings(on=False)
    reading = READING if options.ocr else 1.0
    with opened(data, options.password) as document:
        count = document.page_count
        if count > MOST_PAGES:
            raise FileTooLong(pages=count, most=MOST_PAGES)
        pages = read_pages(document, lambda number: report(reading * number / count))
        if options.ocr and (pages.pictures or pages.garbled):
            recognise_pages(
                document, pages, _tessdata(), lambda share: report(reading + (1 - reading) * share)
            )
    pages.check()
    return Parsed(kind, tuple(blocks_of(pages.in_order())), pages=count, repairs=pages.codes())


def _tessdata() -> Path:
    folder = tessdata_folder()
    if folder is None:
        raise OcrUnavailable(missing=" ".join(available()))
    return folder


@contextmanager
def opened(data: bytes, password: str | None) -> Iterator[pymupdf.Document]:
    """The document in `data`; one without pages is damaged, though nothing was raised.

    The password may be the owner's or the user's; a file that has the owner's alone needs none.
    """
    try:
        document = pymupdf.open(stream=data, filetype="pdf")
        opens = _opens(document, password)
        empty = opens and not document.page_count
    except FAULTS as error:
        raise FileDamaged() from error
    with document:
        if not opens:
            raise PasswordNeeded() if password is None else PasswordWrong()
        if empty:
            raise FileDamaged()
        yield document


def _opens(document: pymupdf.Document, password: str | None) -> bool:
    """Whether the document is open, or opens with the password."""
    if not document.needs_pass or password is None:
        return not document.needs_pass
    try:
        return bool(document.authenticate(password))
    except TypeError:  # what cannot be written in UTF-8
        return False
