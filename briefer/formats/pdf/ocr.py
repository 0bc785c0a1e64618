"""Recognises the text of pages that are pictures, by the Tesseract in MuPDF.

To be called in the parsing process only. A recognised page comes out as the same lines as a
printed one, so that structure is found in it by the same code. How its columns are told apart
beforehand is in `pdf.ocr_columns`.
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pymupdf

from briefer.formats.ocr import LANGUAGES
from briefer.formats.pdf.ocr_columns import columns_of, inked_part, lies_on_side
from briefer.formats.pdf.turning import turned
from briefer.formats.repair.fit import fit

DOTS_PER_INCH = 300
# Pixels along the longer side; so many do to see which way up a page is.
SHORTEST, LONGEST, BRIEFLY = 2200, 5000, 1700
MOST_PIXELS = 25_000_000
# In multiples of the size of type.
WORD_GAP = 0.03
# Type of nearly one size is of one size: the size of recognised words is a measurement.
SAME_SIZE = 0.25
DOUBTFUL, READABLE = 0.9, 0.6
LEAST_PAIRS = 20
_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE
# Points within which two lines stand at one height.
NEAR = 6.0
LONG = 25
_LETTER = re.compile(r"[^\W_]")
_SCRAP = re.compile(r"\W*(?:(?![IVX])[^\W\d_]\W*){1,2}")


def recognised(page: pymupdf.Page, tessdata: Path, alive: Callable[[], None]) -> dict[str, Any]:
    """The text on a page as PyMuPDF's "dict" has it, in the coordinates of the page.

    A page that lies on its side or head over is told and turned. `alive` is called before each
    part of a page. Raises what PyMuPDF raises.
    """
    alive()
    turn = _turn(page, tessdata)
    with _held(page, turn):
        scale = resolution(page.rect.width, page.rect.height)
        lines: list[dict[str, Any]] = []
        columns = columns_of(page)
        for clip in columns.parts:
            alive()
            lines.extend(_lines(page, clip, scale, tessdata))
        box = (0.0, 0.0, page.rect.width, page.rect.height)
        block = {"type": 0, "bbox": box, "lines": _in_few_sizes(_without_noise(lines))}
        layout = {"blocks": [block], "gutter": columns.gutter}
        return turned(layout, (4 - turn) % 4, page.rect.width, page.rect.height)


@contextmanager
def _held(page: pymupdf.Page, turn: int) -> Iterator[None]:
    """The page after so many quarters clockwise."""
    rotation = page.rotation
    page.set_rotation((rotation + 90 * turn) % 360)
    try:
        yield
    finally:
        page.set_rotation(rotation)


def _turn(page: pymupdf.Page, tessdata: Path) -> int:
    """By how many quarters clockwise a page reads well, tried on a part of it; 0 if never.

    To recognise a page the wrong way up takes many times as long, so this comes first.
    """
    turns = (1, 3, 0, 2) if lies_on_side(page) else (0, 2, 1, 3)
    for turn in turns:
        with _held(page, turn):
            scale = resolution(page.rect.width, page.rect.height, BRIEFLY)
            found = fit("\n".join(map(_text, _lines(page, inked_part(page), scale, tessdata))))
        if found.mean > READABLE and found.pairs >= LEAST_PAIRS:
            return turn
        if turn == turns[0] and found.pairs < LEAST_PAIRS // 2:
            return 0
    return 0


def resolution(width: float, height: float, most: int = LONGEST) -> float:
    """How many pixels to a point: enough for small type, and within bounds for a huge page.

    `most` bounds the pixels of the longer side.
    """
    longest = max(width, height, 1.0)
    wanted = min(max(longest * DOTS_PER_INCH / 72, SHORTEST), most)
    return min(wanted / longest, math.sqrt(MOST_PIXELS / max(width * height, 1.0)))


def doubtful(text: str) -> bool:
    """Whether recognised text reads so badly that much of it must be wrong."""
    found = fit(text)
    return found.pairs >= LEAST_PAIRS and found.mean < DOUBTFUL


def _lines(page: pymupdf.Page, clip: pymupdf.Rect, scale: float, tessdata: Path) -> list[dict[str, Any]]:
    """What stands in a part of a page, in the coordinates of the page."""
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), clip=clip, colorspace=pymupdf.csRGB)
    data = pixmap.pdfocr_tobytes(compress=False, language=LANGUAGES, tessdata=str(tessdata))
    with pymupdf.open(stream=data, filetype="pdf") as copy:
        layout = copy[0].get_text("rawdict", flags=_FLAGS)
        factor = clip.width / copy[0].rect.width
    found = [line for block in layout["blocks"] for line in block.get("lines", ())]
    return [_placed(line, factor, clip) for line in found]


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
