"""The pages of a PDF file as printed lines: repaired where they can be, counted where not.

What is on a page besides lines, and how lines become blocks, is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import pymupdf

from briefer.core.errors import FileDamaged, FileGarbled, FileWithoutText
from briefer.core.values import dataclass
from briefer.formats.letters import garbled
from briefer.formats.pdf.layout import layout_of
from briefer.formats.pdf.lines import printed_page
from briefer.formats.pdf.links import links_on
from briefer.formats.pdf.ocr import doubtful, recognised
from briefer.formats.pdf.printed import PrintedPage
from briefer.formats.pdf.repair import FontRepairs
from briefer.formats.repair import codes

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
MOST_STAMPED, MOST_PICTURE = 100, 0.6


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
            codes.WITHOUT_TEXT: self.pictures,
            codes.PAGES_GARBLED: self.garbled,
            codes.PAGES_DAMAGED: self.damaged,
            codes.RECOGNISED: self.recognised,
            codes.DOUBTFUL: self.doubtful,
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
            if _pictured(page, _letters(pages.read[number])):
                pages.pictures.append(number)
        except FAULTS:
            pages.read.pop(number, None)
            pages.damaged.append(number)
        done(number)
    _repair(document, pages, fonts)
    _set_garbled_apart(pages)
    return pages


def recognise_pages(
    document: pymupdf.Document, pages: Pages, tessdata: Path, report: Callable[[float], None]
) -> None:
    """Recognise what could not be read of `pages`; `report` hears of the share that is done.

    A page whose recognition fails, or finds less than there is, stays as it is.
    """
    wanted = sorted({*pages.pictures, *pages.garbled})
    for done, number in enumerate(wanted):
        alive = partial(report, done / len(wanted))
        try:
            page = document[number - 1]
            layout = recognised(page, tessdata, alive)
            found = printed(number, page, layout)
        except FAULTS:
            continue
        if _letters(found) <= _letters(pages.read[number]):
            continue
        pages.read[number] = found
        pages.recognised.append(number)
        if doubtful(_text(found)):
            pages.doubtful.append(number)
    pages.pictures = [number for number in pages.pictures if number not in pages.recognised]
    pages.garbled = [number for number in pages.garbled if number not in pages.recognised]


def printed(number: int, page: pymupdf.Page, layout: dict[str, Any]) -> PrintedPage:
    """The lines of a page, of which PyMuPDF gives `layout`."""
    found = printed_page(number, page.rect.width, page.rect.height, layout)
    return replace(found, links=links_on(page, number), gutter=layout.get("gutter"))


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


def _pictured(page: pymupdf.Page, letters: int) -> bool:
    """Whether a page of so many letters shows what they do not say.

    Without any: a picture, or letters drawn as lines. With few, as of a stamp: a picture of
    most of the page.
    """
    if not letters:
        return bool(page.get_images()) or len(page.get_bboxlog()) > LEAST_STROKES
    if letters > MOST_STAMPED:
        return False
    pictures = [pymupdf.Rect(*info["bbox"]) & page.rect for info in page.get_image_info()]
    covered = sum(part.width * part.height for part in pictures if not part.is_empty)
    return bool(covered > MOST_PICTURE * page.rect.width * page.rect.height)


def _letters(page: PrintedPage) -> int:
    return sum(sum(map(str.isalnum, line.text)) for line in page.lines)
