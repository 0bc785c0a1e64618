"""The links of a page: what stands under their rectangles, and where they lead.

They are read off the annotations themselves, for PyMuPDF's own list of links hangs on some files.
Nothing is followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pymupdf

from briefer.core.document import Box
from briefer.core.structure.lines import Anchor
from briefer.core.values import dataclass

MOST_LINKS = 200
LONGEST_TARGET = 2000
_LINK = 1
_TARGET = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedLink:
    """Words on a page, as it is shown, that lead to `target`."""

    box: Box
    text: str
    target: str


def links_on(page: pymupdf.Page, number: int) -> tuple[PrintedLink, ...]:
    """The links of a page to addresses outside; none if it has too many to be true."""
    annotations = [xref for xref, kind, _ in page.annot_xrefs() if kind == _LINK]
    if not annotations or len(annotations) > MOST_LINKS:
        return ()
    targets = [(xref, target) for xref in annotations if (target := _target(page.parent, xref))]
    words = page.get_text("words") if targets else []
    return tuple(link for xref, target in targets if (link := _link(page, number, xref, target, words)))


def anchors_of(links: Sequence[PrintedLink], boxes: Sequence[Box]) -> Iterator[Anchor]:
    """The links whose words stand in one of `boxes`."""
    for link in links:
        x, y = (link.box.left + link.box.right) / 2, (link.box.top + link.box.bottom) / 2
        if any(box.left - 1 <= x <= box.right + 1 and box.top <= y <= box.bottom for box in boxes):
            yield Anchor(link.text, link.target)


def _target(document: pymupdf.Document, xref: int) -> str | None:
    kind, value = document.xref_get_key(xref, "A/URI")
    if kind != "string":
        kind, value = document.xref_get_key(xref, "A")
        found = re.fullmatch(r"(\d+) 0 R", value) if kind == "xref" else None
        kind, value = document.xref_get_key(int(found[1]), "URI") if found else ("null", "")
    value = value.strip().encode("utf-8", "replace").decode("utf-8")
    return value if kind == "string" and len(value) <= LONGEST_TARGET and _TARGET.fullmatch(value) else None


def _link(
    page: pymupdf.Page, number: int, xref: int, target: str, words: Sequence[Sequence[float]]
) -> PrintedLink | None:
    _, listed = page.parent.xref_get_key(xref, "Rect")
    sides = [float(side) for side in re.findall(r"-?\d+(?:\.\d*)?", listed)]
    if len(sides) != 4:
        return None
    rect = pymupdf.Rect(*sides) * page.transformation_matrix
    left, right = min(rect.x0, rect.x1), max(rect.x0, rect.x1)
    top, bottom = min(rect.y0, rect.y1), max(rect.y0, rect.y1)
    covered = []
    for x0, y0, x1, y1, word, *_ in words:
        if left <= (x0 + x1) / 2 <= right and top <= (y0 + y1) / 2 <= bottom:
            covered.append(str(word))
    shown = rect * page.rotation_matrix
    xs, ys = sorted((shown.x0, shown.x1)), sorted((shown.y0, shown.y1))
    box = Box(number, xs[0], ys[0], xs[1], ys[1])
    text = _bare(" ".join(covered))
    return PrintedLink(box, text, target) if text else None


def _bare(text: str) -> str:
    """Words without the punctuation of the sentence around them."""
    text = text.rstrip(".,;:").lstrip('«“"')
    if re.fullmatch(r"\([^()]*\)", text):
        return text[1:-1]
    if text.startswith("(") and text.count("(") > text.count(")"):
        text = text[1:]
    if text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1]
    return text.rstrip('.,;:»”"')
