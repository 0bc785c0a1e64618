"""Recognises the text of pages that are pictures, by the Tesseract in MuPDF.

To be called in the parsing process only. A recognised page comes out as the same lines as a
printed one, so that structure is found in it by the same code. How its columns are told apart
beforehand is in `pdf_ocr_columns`.
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pymupdf

from briefer.formats.ocr import LANGUAGES
from briefer.formats.pdf_ocr_columns import columns_of
from briefer.formats.repair.fit import fit

DOTS_PER_INCH = 300
SHORTEST, LONGEST = 2200, 5000
MOST_PIXELS = 25_000_000
MARGIN = 4.0
# Type of nearly one size is of one size: the size of recognised words is a measurement.
SAME_SIZE = 0.25
DOUBTFUL = 0.9
LEAST_LETTERS = 20
_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE
_LETTER = re.compile(r"\w")


def recognised(page: pymupdf.Page, tessdata: Path, alive: Callable[[], None]) -> dict[str, Any]:
    """The text on a page as PyMuPDF's "dict" has it, in the coordinates of the page.

    `alive` is called before each part of a page. Raises what PyMuPDF raises.
    """
    scale = resolution(page.rect.width, page.rect.height)
    lines: list[dict[str, Any]] = []
    for clip in columns_of(page):
        alive()
        pixmap = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), clip=clip, colorspace=pymupdf.csRGB)
        lines.extend(_lines(pixmap, tessdata, clip))
    return {"blocks": [{"type": 0, "lines": _in_few_sizes([line for line in lines if not _noise(line)])}]}


def resolution(width: float, height: float) -> float:
    """How many pixels to a point: enough for small type, and within bounds for a huge page."""
    longest = max(width, height, 1.0)
    wanted = min(max(longest * DOTS_PER_INCH / 72, SHORTEST), LONGEST)
    return min(wanted / longest, math.sqrt(MOST_PIXELS / max(width * height, 1.0)))


def doubtful(text: str) -> bool:
    """Whether recognised text reads so badly that much of it must be wrong."""
    found = fit(text)
    return found.pairs >= LEAST_LETTERS and found.mean < DOUBTFUL


def _lines(pixmap: pymupdf.Pixmap, tessdata: Path, clip: pymupdf.Rect) -> list[dict[str, Any]]:
    data = pixmap.pdfocr_tobytes(compress=False, language=LANGUAGES, tessdata=str(tessdata))
    with pymupdf.open(stream=data, filetype="pdf") as copy:
        page = copy[0]
        layout = page.get_text("dict", flags=_FLAGS)
        scale = clip.width / page.rect.width
    found = [line for block in layout["blocks"] for line in block.get("lines", ())]
    return [_placed(line, scale, clip) for line in found]


def _placed(line: Mapping[str, Any], scale: float, clip: pymupdf.Rect) -> dict[str, Any]:
    """A line of the picture of `clip`, in the coordinates of the page."""
    spans = [
        {
            **span,
            "size": span["size"] * scale,
            "bbox": _moved(span["bbox"], scale, clip),
            "origin": _moved(span["origin"], scale, clip),
            "flags": 0,
        }
        for span in line["spans"]
    ]
    return {**line, "spans": spans, "bbox": _moved(line["bbox"], scale, clip)}


def _moved(places: Sequence[float], scale: float, clip: pymupdf.Rect) -> tuple[float, ...]:
    corner = (clip.x0, clip.y0)
    return tuple(place * scale + corner[index % 2] for index, place in enumerate(places))


def _noise(line: Mapping[str, Any]) -> bool:
    """Whether a line is what specks and strokes of a pen are taken for."""
    text = "".join(span["text"] for span in line["spans"]).strip()
    letters = len(_LETTER.findall(text))
    return not letters or (letters < 3 and letters * 2 < len(text))


def _in_few_sizes(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines with one size of type each, and one for all that are near the commonest."""
    sizes = [_size(line) for line in lines]
    weighted = [size for line, size in zip(lines, sizes, strict=True) for _ in range(len(line["spans"]))]
    body = statistics.median(weighted) if weighted else 10.0
    for line, size in zip(lines, sizes, strict=True):
        same = body if abs(size - body) < SAME_SIZE * body else size
        baseline = statistics.median(span["origin"][1] for span in line["spans"])
        for span in line["spans"]:
            span["size"] = round(same, 1)
            span["origin"] = (span["origin"][0], baseline)
    return list(lines)


def _size(line: Mapping[str, Any]) -> float:
    return float(statistics.median(span["size"] for span in line["spans"] for _ in span["text"]))
