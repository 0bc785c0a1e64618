"""The lines that a reader sees on a page, put together from the fragments in the file."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefer.core.document import Box

BOLD, SUPERSCRIPT = 16, 1
# In multiples of the type's size: apart by more, two fragments at one height are two lines.
WIDEST_SPACE = 1.8
WIDEST_TAB = 5.0
_SUPERSCRIPTS = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_FOOTNOTE_MARK = re.compile(r"[\d*†‡]{1,4}|[a-z]")
_MARK_ALONE = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[^\W\d_]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|[•–—-])\s*"
)
_LEADER = re.compile(r"\s…\s?$")
_LEADERS = re.compile(r"\s*(?:[.…]\s?){6,}")
_NOISE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_PICTOGRAMS = re.compile(r"symbol|wingding|webding", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A line on a page. `baseline` is where its letters stand; lengths are in points.

    `row` numbers the heights of a page, so that lines beside each other share it; `column` is
    0 for what goes across the page, else the column, from the left.
    """

    text: str
    box: Box
    baseline: float
    size: float
    strong: bool
    row: int = 0
    column: int = 0
    upright: bool = True

    @property
    def width(self) -> float:
        return self.box.right - self.box.left


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a page from top to bottom, at one height from left to right."""

    number: int
    width: float
    height: float
    lines: tuple[Printed, ...]


def printed_page(number: int, width: float, height: float, layout: Mapping[str, Any]) -> PrintedPage:
    """The lines of a page; `layout` is what PyMuPDF calls its "dict"."""
    fragments = [
        fragment
        for block in layout["blocks"]
        for line in block.get("lines", ())
        if (fragment := _fragment(number, line)) is not None
    ]
    lines: list[Printed] = []
    for place, row in enumerate(_rows([fragment for fragment in fragments if fragment.upright])):
        lines.extend(replace(line, row=place) for line in _joined(row))
    turned = [fragment for fragment in fragments if not fragment.upright]
    lines.extend(replace(line, row=len(lines) + place) for place, line in enumerate(turned))
    return PrintedPage(number, width, height, tuple(lines))


def _fragment(page: int, line: Mapping[str, Any]) -> Printed | None:
    weights: Counter[float] = Counter()
    bold = 0
    for span in line["spans"]:
        visible = sum(not character.isspace() for character in span["text"])
        weights[span["size"]] += visible
        bold += visible if span["flags"] & BOLD else 0
    letters = weights.total()
    if not letters:
        return None
    size = max(weights, key=lambda size: weights[size])
    ordinary = next(span for span in line["spans"] if span["size"] == size and span["text"].strip())
    spans = [(span, _text(span, ordinary)) for span in line["spans"]]
    box = Box(page, *(round(float(side), 1) for side in _visible_box(spans, line["bbox"])))
    text = unicodedata.normalize("NFC", _LEADERS.sub(" … ", "".join(text for _, text in spans)))
    upright = abs(line["dir"][1]) < 0.1 and line["dir"][0] > 0
    return Printed(text.strip(), box, ordinary["origin"][1], size, bold >= 0.9 * letters, upright=upright)


def _visible_box(
    spans: Sequence[tuple[Mapping[str, Any], str]], whole: Sequence[float]
) -> tuple[float, float, float, float]:
    """The line's rectangle without the empty spans at its ends."""
    seen = [span["bbox"] for span, text in spans if text.strip()] or [whole]
    return seen[0][0], min(box[1] for box in seen), seen[-1][2], max(box[3] for box in seen)


def _text(span: Mapping[str, Any], ordinary: Mapping[str, Any]) -> str:
    text = str(span["text"]).encode("utf-8", "replace").decode("utf-8")
    bare = text.strip()
    if _raised(span, ordinary) and _FOOTNOTE_MARK.fullmatch(bare):
        return text.translate(_SUPERSCRIPTS)
    if _PICTOGRAMS.search(span["font"]) and len(text.strip(" ")) == 1 and not bare.isalnum():
        return "• "
    if bare == "o" and "courier" in span["font"].lower():
        return "• "
    return text.replace("\t", " ")


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


def _rows(fragments: Sequence[Printed]) -> list[list[Printed]]:
    """The fragments that stand at the same height, from the top down."""
    rows: list[list[Printed]] = []
    for fragment in sorted(fragments, key=lambda fragment: (fragment.baseline, fragment.box.left)):
        anchor = max(rows[-1], key=lambda member: member.size) if rows else None
        if anchor and fragment.baseline - anchor.baseline < 0.4 * max(anchor.size, fragment.size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda fragment: fragment.box.left) for row in rows]


def _joined(row: Sequence[Printed]) -> list[Printed]:
    lines: list[Printed] = []
    for fragment in row:
        last = lines[-1] if lines else None
        if last and last.text == fragment.text and abs(last.box.left - fragment.box.left) < 2:
            continue  # printed twice to look bold
        if last and _near(last, fragment):
            lines[-1] = _together(last, fragment)
        else:
            lines.append(fragment)
    return lines


def _near(line: Printed, fragment: Printed) -> bool:
    gap = fragment.box.left - line.box.right
    size = max(line.size, fragment.size)
    if gap < WIDEST_SPACE * size or _LEADER.search(line.text):
        return True
    return gap < WIDEST_TAB * size and bool(_MARK_ALONE.fullmatch(line.text))


def _together(line: Printed, fragment: Printed) -> Printed:
    larger = max(line, fragment, key=lambda part: len(part.text))
    small = min(line, fragment, key=lambda part: part.size)
    mark = small.size < 0.8 * larger.size and small.baseline < larger.baseline - 0.15 * larger.size
    text, added = line.text, fragment.text
    if mark and small is fragment and _FOOTNOTE_MARK.fullmatch(added):
        added = added.translate(_SUPERSCRIPTS)
    elif mark and small is line and _FOOTNOTE_MARK.fullmatch(text):
        text = text.translate(_SUPERSCRIPTS) + " "
    elif fragment.box.left - line.box.right > 0.12 * line.size:
        text += " "
    box = Box(
        line.box.page,
        min(line.box.left, fragment.box.left),
        min(line.box.top, fragment.box.top),
        max(line.box.right, fragment.box.right),
        max(line.box.bottom, fragment.box.bottom),
    )
    letters = [part for part in (line, fragment) if not _MARK_ALONE.fullmatch(part.text)]
    strong = all(part.strong for part in letters or (line, fragment))
    return replace(
        line, text=text + added, box=box, size=larger.size, baseline=larger.baseline, strong=strong
    )
