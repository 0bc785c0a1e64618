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
# In multiples of the size of type.
WORD_GAP = 0.03
# Type of nearly one size is of one size: the size of recognised words is a measurement.
SAME_SIZE = 0.25
DOUBTFUL = 0.9
LEAST_LETTERS = 20
_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE
# Points within which two lines stand at one height.
NEAR = 6.0
LONG = 25
_LETTER = re.compile(r"[^\W_]")
_SCRAP = re.compile(r"\W*(?:(?![IVX])[^\W\d_]\W*){1,2}")


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
    return {"blocks": [{"type": 0, "lines": _in_few_sizes(_without_noise(lines))}]}


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
        layout = page.get_text("rawdict", flags=_FLAGS)
        scale = clip.width / page.rect.width
    found = [line for block in layout["blocks"] for line in block.get("lines", ())]
    return [_placed(line, scale, clip) for line in found]


def _placed(line: Mapping[str, Any], scale: float, clip: pymupdf.Rect) -> dict[str, Any]:
    """A line of the picture of `clip` as one span, in the coordinates of the page."""
    spans = line["spans"]
    characters = [(character, span["size"]) for span in spans for character in span["chars"]]
    box = _moved(line["bbox"], scale, clip)
    size = statistics.median(size for _, size in characters) * scale
    baseline = statistics.median(character["origin"][1] for character, _ in characters) * scale + clip.y0
    span = {
        "text": _spaced(characters),
        "size": size,
        "bbox": box,
        "origin": (box[0], baseline),
        "flags": 0,
        "font": spans[0]["font"],
    }
    return {"spans": [span], "bbox": box, "dir": line["dir"], "wmode": 0}


def _spaced(characters: Sequence[tuple[Mapping[str, Any], float]]) -> str:
    """The text of a line. Letters of a recognised word touch, so whatever does not is two words."""
    text = ""
    end = math.inf
    for character, size in characters:
        apart = character["bbox"][0] - end > WORD_GAP * size
        if apart and character["c"] != " " and not text.endswith(" "):
            text += " "
        text += character["c"]
        end = character["bbox"][2]
    return text


def _moved(places: Sequence[float], scale: float, clip: pymupdf.Rect) -> tuple[float, ...]:
    corner = (clip.x0, clip.y0)
    return tuple(place * scale + corner[index % 2] for index, place in enumerate(places))


def _without_noise(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines but for what specks, strokes of a pen and punched holes are taken for.

    Such are signs alone, and a letter or two in the margin or at a height of their own.
    """
    kept = [line for line in lines if _LETTER.search(_text(line))]
    long = [line["bbox"] for line in kept if len(_text(line)) >= LONG]
    left, right = min((box[0] for box in long), default=0.0), max((box[2] for box in long), default=math.inf)

    def scrap(line: Mapping[str, Any]) -> bool:
        outside = line["bbox"][2] < left or line["bbox"][0] > right
        alone = sum(abs(_middle(line) - _middle(other)) < NEAR for other in kept) == 1
        return bool(_SCRAP.fullmatch(_text(line))) and (outside or alone)

    return [line for line in kept if not scrap(line)]


def _text(line: Mapping[str, Any]) -> str:
    return str(line["spans"][0]["text"]).strip()


def _middle(line: Mapping[str, Any]) -> float:
    return float(line["bbox"][1] + line["bbox"][3]) / 2


def _in_few_sizes(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines with one size of type for all that are near the commonest."""
    spans = [line["spans"][0] for line in lines]
    body = (
        statistics.median(size for span in spans for size in [span["size"]] * len(span["text"]))
        if spans
        else 0
    )
    for span in spans:
        same = abs(span["size"] - body) < SAME_SIZE * body
        span["size"] = round(body if same else span["size"], 1)
    return list(lines)
