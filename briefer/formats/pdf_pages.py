"""The pages of a PDF file as printed lines: repaired where they can be, counted where not.

What is on a page besides lines, and how lines become blocks, is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

import pymupdf

from briefer.core.errors import FileDamaged, FileGarbled, FileWithoutText
from briefer.formats.letters import garbled
from briefer.formats.pdf_layout import layout_of
from briefer.formats.pdf_lines import printed_page
from briefer.formats.pdf_printed import PrintedPage
from briefer.formats.pdf_repair import FontRepairs

# MuPDF's own exceptions come through as they are where PyMuPDF does not wrap them.
FAULTS = (
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
# Letters drawn as lines: so many strokes on a page without text are taken for some.
LEAST_STROKES = 40


@dataclass(slots=True)
class Pages:
    """The pages that could be read, and the numbers of those that could not or were pictures."""

    read: dict[int, PrintedPage] = field(default_factory=dict)
    damaged: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    doubtful: list[int] = field(default_factory=list)
    repairs: tuple[str, ...] = ()

    def in_order(self) -> list[PrintedPage]:
        return [self.read[number] for number in sorted(self.read)]

    def codes(self) -> tuple[str, ...]:
        """What was repaired or is missing, each code with the numbers of its pages."""
        found = {
            "pages-without-text": self.pictures,
            "pages-garbled": self.garbled,
            "pages-damaged": self.damaged,
            "ocr": self.recognised,
            "ocr-doubtful": self.doubtful,
        }
        return self.repairs + tuple(f"{code}:{ranges(pages)}" for code, pages in found.items() if pages)

    def check(self) -> None:
        """Raises FileDamaged, FileGarbled or FileWithoutText when nothing could be read."""
        if any(page.lines for page in self.read.values()):
            return
        if self.garbled:
            raise FileGarbled()
        raise FileDamaged() if self.damaged and not self.pictures else FileWithoutText()


def read_pages(document: pymupdf.Document, done: Callable[[int], None]) -> Pages:
    """The pages of `document`; `done` hears of each, counted from 1."""
    pages = Pages()
    fonts = FontRepairs()
    for number in range(1, document.page_count + 1):
        try:
            page = document[number - 1]
            layout = layout_of(page)
            fonts.add(layout)
            pages.read[number] = printed(number, page, layout)
            if not pages.read[number].lines and _pictured(page):
                pages.pictures.append(number)
        except FAULTS:
            pages.read.pop(number, None)
            pages.damaged.append(number)
        done(number)
    _repair(document, pages, fonts)
    _set_garbled_apart(pages)
    return pages


def printed(number: int, page: pymupdf.Page, layout: Mapping[str, Any]) -> PrintedPage:
    """The lines of a page, of which PyMuPDF gives `layout`."""
    return printed_page(number, page.rect.width, page.rect.height, layout)


def ranges(numbers: Sequence[int]) -> str:
    """Numbers for a reader: 1, 3–5."""
    runs = groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0])
    spans = [[number for _, number in run] for _, run in runs]
    return ", ".join(f"{span[0]}–{span[-1]}" if len(span) > 1 else str(span[0]) for span in spans)


def _text(page: PrintedPage) -> str:
    return "\n".join(line.text for line in page.lines)


def _repair(document: pymupdf.Document, pages: Pages, fonts: FontRepairs) -> None:
    """Read again the pages that have text in a font that can be repaired."""
    plan = fonts.plan()
    if not plan.codes:
        return
    pages.repairs = plan.codes
    for number in pages.read:
        page = document[number - 1]
        layout = layout_of(page)
        if plan.concerns(layout):
            plan.apply(layout)
            pages.read[number] = printed(number, page, layout)


def _set_garbled_apart(pages: Pages) -> None:
    """Take the text from pages on which it is in no language."""
    whole = garbled("\n".join(map(_text, pages.read.values())))
    good = any(not garbled(_text(page)) and len(_text(page)) > 60 for page in pages.read.values())
    for number, page in pages.read.items():
        if page.lines and (garbled(_text(page)) or (whole and not good)):
            pages.garbled.append(number)
            pages.read[number] = replace(page, lines=())


def _pictured(page: pymupdf.Page) -> bool:
    """Whether a page without text shows something: a picture, or letters drawn as lines."""
    return bool(page.get_images()) or len(page.get_bboxlog()) > LEAST_STROKES
