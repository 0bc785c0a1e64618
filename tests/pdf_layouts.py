"""PDF files in which two language versions stand side by side, in tables, or on turned pages."""

from __future__ import annotations

import html
import io
from collections.abc import Sequence

import pymupdf

from tests.pdf_pages import A4

MARGIN, GUTTER, BOTTOM = 56.0, 18.0, 770.0
CSS = "* { font-family: sans-serif; font-size: 9.5px; line-height: 1.25; } p { margin: 0 0 7px 0; }"
Part = str
Row = Sequence[str]


def in_columns(*texts: Sequence[Part]) -> bytes:
    """Each of the texts in a column of its own that runs on over the pages."""
    width = (A4.width - 2 * MARGIN - GUTTER * (len(texts) - 1)) / len(texts)
    stories = [_story(parts) for parts in texts]
    pages = _Pages()
    going = [True] * len(stories)
    while any(going):
        device = pages.begin()
        for number, story in enumerate(stories):
            if going[number]:
                left = MARGIN + number * (width + GUTTER)
                more, _ = story.place(pymupdf.Rect(left, MARGIN, left + width, BOTTOM))
                story.draw(device)
                going[number] = bool(more)
        pages.end()
    return pages.close()


def in_one_text_of_columns(parts: Sequence[Part]) -> bytes:
    """One text in two columns a page, the left one first."""
    width = (A4.width - 2 * MARGIN - GUTTER) / 2
    story, pages, more = _story(parts), _Pages(), 1
    while more:
        device = pages.begin()
        for left in (MARGIN, MARGIN + width + GUTTER):
            if more:
                more, _ = story.place(pymupdf.Rect(left, MARGIN, left + width, BOTTOM))
                story.draw(device)
        pages.end()
    return pages.close()


def in_table(rows: Sequence[Row], shares: Sequence[float], *, ruled: bool, head: Row | None = None) -> bytes:
    """A table whose columns take these `shares` of the width; `head` is repeated on every page."""
    lefts = [MARGIN + sum(shares[:n]) * (A4.width - 2 * MARGIN) for n in range(len(shares) + 1)]
    pages, lines = _Pages(), list[tuple[int, tuple[float, float], tuple[float, float]]]()
    device, top = pages.begin(), MARGIN
    queue = [head, *rows] if head else list(rows)
    while queue:
        row = queue[0]
        stories = [_story([text]) for text in row]
        bottoms = []
        for story, left, right in zip(stories, lefts, lefts[1:], strict=False):
            more, filled = story.place(pymupdf.Rect(left + 5, top + 4, right - 5, BOTTOM))
            bottoms.append(BOTTOM + 1 if more else filled[3])
        if max(bottoms) > BOTTOM - 10:
            pages.end()
            device, top = pages.begin(), MARGIN
            queue = [head, *queue] if head else queue
            continue
        for story in stories:
            story.draw(device)
        bottom = max(bottoms) + 2
        if ruled:
            number = pages.count - 1
            lines += [(number, (lefts[0], y), (lefts[-1], y)) for y in (top, bottom)]
            lines += [(number, (x, top), (x, bottom)) for x in lefts]
        top = bottom
        queue.pop(0)
    pages.end()
    return _drawn(pages.close(), lines)


def turned(data: bytes, degrees: int) -> bytes:
    """The pages laid down sideways, and marked to be shown upright."""
    with pymupdf.open(stream=data, filetype="pdf") as source, pymupdf.open() as document:
        for page in source:
            sideways = degrees % 180 != 0
            size = (page.rect.height, page.rect.width) if sideways else (page.rect.width, page.rect.height)
            copy = document.new_page(width=size[0], height=size[1])
            copy.show_pdf_page(copy.rect, source, page.number, rotate=degrees)
            copy.set_rotation(degrees)
        return document.tobytes()


def sideways(data: bytes, degrees: int) -> bytes:
    """The pages as they are, marked to be shown turned."""
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for page in document:
            page.set_rotation(degrees)
        return document.tobytes()


def cropped(data: bytes) -> bytes:
    """Pages cut out of larger sheets that have printer's marks outside."""
    with pymupdf.open(stream=data, filetype="pdf") as source, pymupdf.open() as document:
        for page in source:
            sheet = document.new_page(width=page.rect.width + 80, height=page.rect.height + 80)
            inner = page.rect + (40, 40, 40, 40)  # noqa: RUF005 - a rectangle moved
            sheet.show_pdf_page(inner, source, page.number)
            sheet.insert_text((10, 20), "printer's mark 7", fontsize=8)
            sheet.set_cropbox(inner)
        return document.tobytes()


def with_furniture(data: bytes, *, head: str, code: str) -> bytes:
    """A running head, a page number, and a document code in the corner of every page."""
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for number, page in enumerate(document, 1):
            page.insert_text((MARGIN, 36), head, fontsize=8)
            page.insert_text((A4.width - 90, 810), f"{number}/{document.page_count}", fontsize=8)
            page.insert_text((MARGIN, 810), code, fontsize=7)
        return document.tobytes()


class _Pages:
    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._writer = pymupdf.DocumentWriter(self._out)
        self.count = 0

    def begin(self) -> object:
        self.count += 1
        return self._writer.begin_page(A4)

    def end(self) -> None:
        self._writer.end_page()

    def close(self) -> bytes:
        self._writer.close()
        return self._out.getvalue()


def _story(parts: Sequence[Part]) -> pymupdf.Story:
    return pymupdf.Story("".join(f"<p>{html.escape(part)}</p>" for part in parts), user_css=CSS)


def _drawn(data: bytes, lines: Sequence[tuple[int, tuple[float, float], tuple[float, float]]]) -> bytes:
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for number, start, end in lines:
            document[number].draw_line(start, end, width=0.5)
        return document.tobytes()
