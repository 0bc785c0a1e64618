"""Alignment cases: those with gold beside the checkout, and new ones made by disturbing clean pairs.

A clean pair is a paragraph and its translation. `disturbed` does to them what file formats and
translators do: neighbours joined, paragraphs missing, running heads and page numbers put in.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from briefer.core.document import Kind, Paragraph, Version
from tests.shared_data import DATA

SHARED = DATA / "align"
KINDS = ("clean", "merged", "gaps", "furniture", "hard")
Gold = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


@dataclass(frozen=True)
class Case:
    """Two versions as bare lines, and the beads that are right."""

    name: str
    kind: str
    left: Version
    right: Version
    gold: Gold


def bare(language: str, lines: Sequence[str]) -> Version:
    return Version(language, tuple(Paragraph(Kind.BODY, line) for line in lines))


def shared_cases(folder: Path = SHARED) -> list[Case]:
    """The cases with gold beside the checkout, none where there are none."""
    return [
        _shared(folder, path.name.removesuffix(".gold.jsonl")) for path in sorted(folder.glob("*.gold.jsonl"))
    ]


def _shared(folder: Path, name: str) -> Case:
    left, right = (bare(code, _lines(folder / f"{name}.{code}.txt")) for code in ("ru", "en"))
    beads = [json.loads(line) for line in _lines(folder / f"{name}.gold.jsonl")]
    found = re.search("|".join(KINDS), name)
    gold = tuple((tuple(bead["ru"]), tuple(bead["en"])) for bead in beads)
    return Case(name, found.group() if found else "other", left, right, gold)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


# The weights were learned from these cases alone. No other case shares text with them, but for fifteen
# lines of un-0600-furniture-0.
TUNING = (
    "un-0600-gaps-0", "un-0120-furniture-0", "un-0120-furniture-1", "un-0120-gaps-0", "un-0120-gaps-1",
    "un-0120-merged-0", "un-0120-merged-1",
)  # fmt: skip


def tuning_part(cases: Sequence[Case]) -> list[Case]:
    return [case for case in cases if case.name in TUNING]


def checking_part(cases: Sequence[Case]) -> list[Case]:
    return [case for case in cases if case.name not in TUNING]


def clean_pairs(case: Case) -> list[tuple[str, str]]:
    """The texts of the case's beads of one paragraph and one."""
    return [
        (case.left.paragraphs[ours[0]].text, case.right.paragraphs[theirs[0]].text)
        for ours, theirs in case.gold
        if len(ours) == len(theirs) == 1
    ]


@dataclass(frozen=True)
class Rates:
    """How often each disturbance comes: a paragraph, but `regrouped` a pair that is joined.

    `refrain` is how many documents have a heading that comes again and again."""

    joined: float = 0.0
    missing: float = 0.0
    page: float = 0.0
    regrouped: float = 0.0
    block: float = 0.0
    refrain: float = 0.0


RATES = {
    "clean": Rates(),
    "merged": Rates(joined=0.09),
    "gaps": Rates(missing=0.06),
    "furniture": Rates(page=0.12),
    "hard": Rates(joined=0.08, missing=0.06, page=0.12),
    "rough": Rates(joined=0.07, missing=0.05, page=0.1, regrouped=0.2, block=0.004, refrain=0.5),
}


def disturbed(
    name: str, pairs: Sequence[tuple[str, str]], kind: str, seed: int, style: str | None = None
) -> Case:
    """A case made of clean pairs. The same seed gives the same case.

    `style` is one of the ways in which pages are marked, chosen by the seed if None.
    """
    chance = np.random.default_rng(zlib.crc32(f"{name} {kind} {seed}".encode()))
    rates = RATES[kind]
    heads = _Heads(chance, pairs, style)
    sides: tuple[list[str], list[str]] = ([], [])
    gold: list[tuple[tuple[int, ...], tuple[int, ...]]] = []

    def put(ours: Sequence[str], theirs: Sequence[str]) -> None:
        before = len(sides[0]), len(sides[1])
        sides[0].extend(ours)
        sides[1].extend(theirs)
        gold.append((tuple(range(before[0], len(sides[0]))), tuple(range(before[1], len(sides[1])))))

    def page_marks() -> None:
        for side in (0, 1):
            if chance.random() < rates.page:
                for line in heads.next(side):
                    put(*(([line], []) if side == 0 else ([], [line])))

    every = int(chance.integers(4, 12)) if chance.random() < rates.refrain else 0
    refrain = heads.heading()
    place = 0
    while place < len(pairs):
        page_marks()
        if every and len(gold) % every == every - 1:
            put(*_grouped(chance, rates, (refrain,)))
        taken = _group(chance, rates, len(pairs) - place)
        if chance.random() < rates.block:
            taken, left = int(chance.integers(3, 9)), chance.random() < 0.5
            for ours, theirs in pairs[place : place + taken]:
                put(*(((ours,), ()) if left else ((), (theirs,))))
        else:
            put(*_grouped(chance, rates, pairs[place : place + taken]))
        place += taken
    return Case(f"{name}-{kind}-{seed}", kind, bare("ru", sides[0]), bare("en", sides[1]), tuple(gold))


def _alone(chance: np.random.Generator, pair: tuple[str, str]) -> tuple[Sequence[str], Sequence[str]]:
    return ((pair[0],), ()) if chance.random() < 0.5 else ((), (pair[1],))


def _grouped(
    chance: np.random.Generator, rates: Rates, pairs: Sequence[tuple[str, str]]
) -> tuple[Sequence[str], Sequence[str]]:
    """What becomes of neighbours that are one bead."""
    ours, theirs = zip(*pairs, strict=True)
    if len(pairs) == 1:
        return _alone(chance, pairs[0]) if chance.random() < rates.missing else (ours, theirs)
    if len(pairs) == 2 and chance.random() < rates.regrouped:
        return ours, _shifted(theirs)
    return ([" ".join(ours)], theirs) if chance.random() < 0.5 else (ours, [" ".join(theirs)])


def _group(chance: np.random.Generator, rates: Rates, left: int) -> int:
    if chance.random() >= rates.joined or left < 2:
        return 1
    most = 4 if rates.regrouped else 2
    count = 2
    while count < min(most, left) and chance.random() < 0.2:
        count += 1
    return count


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.;])\s+(?=[A-ZА-Я])", text)


def _shifted(texts: Sequence[str]) -> list[str]:
    """Two paragraphs with a sentence of one moved to the other; one paragraph where there is none to move."""
    first, second = (_sentences(text) for text in texts)
    if len(first) > 1:
        return [" ".join(first[:-1]), " ".join((*first[-1:], *second))]
    if len(second) > 1:
        return [" ".join((*first, *second[:1])), " ".join(second[1:])]
    return [" ".join(texts)]


# Ways of marking pages; "mixed" takes several in one document.
STYLES = ("of pages", "job", "symbol", "number", "dashes", "word", "title", "both", "united", "mixed")


class _Heads:
    """Running heads and page numbers, in the way of one publisher, each side counting for itself."""

    def __init__(
        self, chance: np.random.Generator, pairs: Sequence[tuple[str, str]], style: str | None
    ) -> None:
        self._chance = chance
        self._style = style or str(chance.choice(STYLES))
        self._pages = int(chance.integers(20, 91))
        forms = ("A/{a}/{b}", "E/CN.{c}/{a}/{b}", "S/20{c}/{b}", "CCPR/C/{a}/{b}", "A/C.3/{a}/L.{b}")
        symbol = str(chance.choice(forms))
        self._symbol = symbol.format(
            a=chance.integers(40, 81), b=chance.integers(1, 901), c=chance.integers(10, 26)
        )
        self._short = short = [
            pair for pair in pairs if 12 < len(pair[0]) < 80 and not any(c.isdigit() for c in pair[0])
        ]
        self._title = short[int(chance.integers(len(short)))] if short else ("Доклад", "Report")
        self._page = [int(chance.integers(1, 4)), int(chance.integers(1, 4))]

    def heading(self) -> tuple[str, str]:
        """A short pair that is not the running title."""
        others = [pair for pair in self._short if pair != self._title]
        return others[int(self._chance.integers(len(others)))] if others else ("Выводы", "Conclusions")

    def next(self, side: int) -> list[str]:
        self._page[side] += int(self._chance.choice((0, 1, 1, 1, 2)))
        page = self._page[side]
        job = f"{self._chance.integers(10, 26)}-{self._chance.integers(10000, 100000)}"
        ways = {
            "of pages": [f"{page}/{self._pages}"],
            "job": [f"{page}/{self._pages} {job}"],
            "symbol": [self._symbol],
            "number": [f"{page}"],
            "dashes": [f"- {page} -"],
            "word": [("стр. {0}", "Page {0}")[side].format(page)],
            "title": [self._title[side]],
            "both": [self._symbol, f"{page}"],
            "united": [f"V.{job}", f"{page}"],
        }
        if self._style == "mixed":
            return ways[str(self._chance.choice(("of pages", "job", "symbol")))]
        return ways[self._style]
