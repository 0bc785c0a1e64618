"""The pieces of text on a page: spans of the file with their spaces, raised marks and bullets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from briefer.core.document import Box
from briefer.formats.pdf.printed import Printed

BOLD, SUPERSCRIPT = 16, 1
# A space is so wide, in multiples of the type's size.
SPACE = 0.25
_SUPERSCRIPTS = str.maketrans(
    "0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", ")"
)
_FOOTNOTE_MARK = re.compile(r"[\d*†‡]{1,4}\)?(?:[,;]\s?\d{1,3})*|[a-z]\)?")
_LEADERS = re.compile(r"\s*(?:[.…]\s?){6,}")
_SPACED = re.compile(
    r"(?<!\w)(?:[A-ZА-ЯЁ][ \u00a0]){3,}[A-ZА-ЯЁ](?!\w)|(?<!\w)(?:[a-zа-яё] ){4,}[a-zа-яё](?!\w)"
)
_NOISE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_PICTOGRAMS = re.compile(r"symbol|wingding|webding", re.IGNORECASE)
LEADER = "…"


def fragments_of(number: int, layout: Mapping[str, Any]) -> Iterator[Printed]:
    """The pieces that can be seen; `layout` is what PyMuPDF calls a page's "dict"."""
    for block in layout["blocks"]:
        for line in block.get("lines", ()):
            fragment = _fragment(number, line)
            if fragment is not None:
                yield fragment


def _fragment(page: int, line: Mapping[str, Any]) -> Printed | None:
    spans = [span for span in line["spans"] if span["text"].strip()]
    if not spans:
        return None
    weights: dict[float, float] = {}
    letters = bold = 0.0
    for span in spans:
        visible = len(span["text"].strip(" .…")) or 0.1
        weights[span["size"]] = weights.get(span["size"], 0) + visible
        letters += visible
        bold += visible if span["flags"] & BOLD else 0
    size = max(weights, key=weights.__getitem__)
    ordinary = next(span for span in spans if span["size"] == size)
    text = spans[0]["text"] if len(line["spans"]) == 1 else ""
    if not text or len(text) < 3 or _PICTOGRAMS.search(spans[0]["font"]):
        text = "".join(_text(span, ordinary) for span in line["spans"])
    first, last = spans[0], spans[-1]
    box = Box(
        page,
        round(first["bbox"][0] + SPACE * first["size"] * _spaces(first["text"]), 1),
        round(min(span["bbox"][1] for span in spans), 1),
        round(last["bbox"][2] - SPACE * last["size"] * _spaces(last["text"][::-1]), 1),
        round(max(span["bbox"][3] for span in spans), 1),
    )
    right, down = line["dir"]
    upright = abs(down) < 0.1 and right > 0
    return Printed(_clean(text), box, ordinary["origin"][1], size, bold >= 0.9 * letters, upright=upright)


def _spaces(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _clean(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    return without_spacing(_LEADERS.sub(f" {LEADER} ", text.replace("\t", " "))).strip()


def without_spacing(text: str) -> str:
    """Words that are set with a space after every letter, as one word each."""
    return _SPACED.sub(lambda found: re.sub(r"\s", "", found.group()), text)


def _text(span: Mapping[str, Any], ordinary: Mapping[str, Any]) -> str:
    text = str(span["text"])
    bare = text.strip()
    if not bare:
        return text
    if is_mark(bare) and _raised(span, ordinary):
        return raised(text)
    if len(text.strip(" ")) == 1:
        pictogram = _PICTOGRAMS.search(span["font"]) and not bare.isalnum()
        if pictogram or (bare == "o" and "courier" in span["font"].lower()):
            return "• "
    return text


def is_mark(text: str) -> bool:
    """Whether `text` could be a footnote's mark."""
    return bool(_FOOTNOTE_MARK.fullmatch(text))


def raised(text: str) -> str:
    """`text` in superscript characters."""
    return text.translate(_SUPERSCRIPTS)


def _raised(span: Mapping[str, Any], ordinary: Mapping[str, Any]) -> bool:
    """Whether a span stands above the line, by its flag or by size and place."""
    size = ordinary["size"]
    higher = ordinary["origin"][1] - span["origin"][1] > 0.12 * size
    # MuPDF gives a line that begins with a raised mark the height of the mark.
    first = span["origin"][0] < ordinary["origin"][0]
    return bool(span["flags"] & SUPERSCRIPT) or ((higher or first) and span["size"] < 0.8 * size)


def without_noise(text: str) -> str:
    """`text` without characters that cannot be seen."""
    return _NOISE.sub("", text)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest rectangle around rectangles on one page."""
    return Box(
        boxes[0].page,
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
