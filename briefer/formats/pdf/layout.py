"""What a page of a PDF holds, as PyMuPDF tells it: text with its places, and lines drawn.

Text that the file sets in one go over the edge between two cells of a table is parted there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pymupdf

from briefer.formats.pdf.rules import Rule, rules_of
from briefer.formats.pdf.turning import turned

FLAGS = (
    pymupdf.TEXT_PRESERVE_WHITESPACE
    | pymupdf.TEXT_MEDIABOX_CLIP
    | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
    | pymupdf.TEXT_COLLECT_VECTORS
)
# A letter may touch the line beside it.
OVER = 2.0
MOST_UPRIGHT = 400


def layout_of(page: pymupdf.Page) -> dict[str, Any]:
    """The page as what PyMuPDF calls a "dict", with vectors, turned as the page is shown.

    Raises what PyMuPDF raises.
    """
    layout = _unturned(page)
    width, height = layout["width"], layout["height"]
    return turned(layout, page.rotation // 90 % 4, width, height)


def _unturned(page: pymupdf.Page) -> dict[str, Any]:
    layout: dict[str, Any] = page.get_text("dict", flags=FLAGS)
    upright = rules_of(layout).upright
    if len(upright) > MOST_UPRIGHT or not any(_crossed(line, upright) for line in _lines(layout)):
        return layout
    letters: dict[str, Any] = page.get_text("rawdict", flags=FLAGS)
    for block in letters["blocks"]:
        if "lines" in block:
            block["lines"] = [part for line in block["lines"] for part in _parted(line, upright)]
    return letters


def _lines(layout: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for block in layout["blocks"]:
        yield from block.get("lines", ())


def _crossed(line: dict[str, Any], upright: Sequence[Rule]) -> list[float]:
    """Where upright lines go through a line of text."""
    left, top, right, bottom = line["bbox"]
    middle = (top + bottom) / 2
    return [r.at for r in upright if left + OVER < r.at < right - OVER and r.start < middle < r.end]


def _parted(line: dict[str, Any], upright: Sequence[Rule]) -> Iterator[dict[str, Any]]:
    """A line of single letters as lines of text, one for each side of the rules that cross it."""
    places = _crossed(line, upright)
    parts: dict[int, list[dict[str, Any]]] = {}
    for span in line["spans"]:
        sides: dict[int, list[dict[str, Any]]] = {}
        for char in span["chars"]:
            centre = (char["bbox"][0] + char["bbox"][2]) / 2
            sides.setdefault(sum(place < centre for place in places), []).append(char)
        for side, chars in sides.items():
            parts.setdefault(side, []).append(_span(span, chars))
    for spans in parts.values():
        yield {**line, "spans": spans, "bbox": _around([span["bbox"] for span in spans])}


def _span(span: dict[str, Any], chars: Sequence[dict[str, Any]]) -> dict[str, Any]:
    text = "".join(char["c"] for char in chars)
    seen = [char["bbox"] for char in chars if not char["c"].isspace()] or [char["bbox"] for char in chars]
    return {**span, "text": text, "bbox": _around(seen), "origin": chars[0]["origin"]}


def _around(boxes: Sequence[Sequence[float]]) -> tuple[float, float, float, float]:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
