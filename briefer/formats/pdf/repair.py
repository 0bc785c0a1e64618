"""Repairs the text layer of PDF files, font by font: one bad font spoils no other.

Samples of what each font shows are gathered from all pages; what letters prove of a font is
then done to every span that is set in it. How it is proved is in `briefer.formats.repair`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from briefer.formats.repair.codes import GLYPHS_SHIFTED, MISREAD, PRIVATE_READ
from briefer.formats.repair.fit import fit
from briefer.formats.repair.glyphs import GOOD, LEAST_PAIRS, SAMPLE, Table, unshifted
from briefer.formats.repair.misread import misreading_of, suspect

Repair = Callable[[str], str]
_PRIVATE = {0xF000 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x20, 0x100)}
LEAST_PRIVATE = 0.3
_HYPHENS = frozenset("-\u2013\u2014")


class FontRepairs:
    """What is wrong with the fonts of a document.

    `add` every page's layout, as PyMuPDF's "dict" gives it, then ask for `plan`.
    """

    def __init__(self) -> None:
        self._samples: dict[str, list[str]] = {}
        self._lengths: dict[str, int] = {}

    def add(self, layout: Mapping[str, Any]) -> None:
        for span in _spans(layout):
            font = span["font"]
            if self._lengths.get(font, 0) < SAMPLE:
                self._samples.setdefault(font, []).append(span["text"])
                self._lengths[font] = self._lengths.get(font, 0) + len(span["text"]) + 1

    def plan(self) -> Plan:
        """What is to be done to the text of which font."""
        samples = {font: " ".join(parts) for font, parts in self._samples.items()}
        repairs: dict[str, Repair] = {}
        codes: list[str] = []
        for font, sample in samples.items():
            if found := _reading(sample):
                code, repairs[font] = found
                codes.append(code)
        rest = {font: sample for font, sample in samples.items() if font not in repairs}
        for font, table in unshifted(rest).items():
            repairs[font] = partial(_translated, table=table)
            codes.append(GLYPHS_SHIFTED)
        return Plan(repairs, tuple(dict.fromkeys(codes)))


class Plan:
    """Repairs by font; `codes` names them."""

    def __init__(self, repairs: Mapping[str, Repair], codes: tuple[str, ...]) -> None:
        self._repairs = repairs
        self.codes = codes

    def concerns(self, layout: Mapping[str, Any]) -> bool:
        """Whether a page has text in a font that is to be repaired."""
        return any(span["font"] in self._repairs for span in _spans(layout))

    def apply(self, layout: Mapping[str, Any]) -> None:
        """Repair the text of a page, in place."""
        for span in _spans(layout):
            if repair := self._repairs.get(span["font"]):
                span["text"] = repair(span["text"])


def _spans(layout: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for block in layout["blocks"]:
        for line in block.get("lines", ()):
            yield from line["spans"]


def _reading(sample: str) -> tuple[str, Repair] | None:
    """How the bytes of a font's text are to be read, if otherwise than they were."""
    private = sum("\uf020" <= character <= "\uf0ff" for character in sample)
    if private > LEAST_PRIVATE * len(sample):
        shown = sample.translate(_PRIVATE)
        if misreading := misreading_of([shown]):
            return PRIVATE_READ, lambda text: misreading.undone(text.translate(_PRIVATE))
        better = fit(shown)
        good = better.pairs >= LEAST_PAIRS and better.mean > GOOD
        return (PRIVATE_READ, partial(_translated, table=_PRIVATE)) if good else None
    if suspect(sample) and (misreading := misreading_of([sample])):
        return MISREAD, misreading.undone
    return None


def _translated(text: str, table: Table) -> str:
    shown = text.translate(table)
    # Fonts may share a name. A hyphen alone comes from another one, not a J from this.
    return text if text.strip() in _HYPHENS and shown.strip().isalpha() else shown
