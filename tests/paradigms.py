"""Word forms as they should meet: a lemma a line with all its forms (`tests/gold/paradigms.*.txt`).

The Russian paradigms are those of the OpenCorpora dictionary, without archaic forms and without the
participles that have become words of their own ("бывший", "данный"); the English ones hold British and
American spellings.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

GOLD = Path(__file__).parent / "gold"


class Score(NamedTuple):
    """Of the forms, the share that meets its lemma; of the pairs that meet, the share that should."""

    recall: float
    precision: float
    apart: tuple[tuple[str, str], ...]


def paradigms(language: str) -> dict[str, list[str]]:
    """The forms of each lemma."""
    lines = (GOLD / f"paradigms.{language}.txt").read_text("utf-8").splitlines()
    return {lemma: forms.split() for lemma, forms in (line.split(":") for line in lines)}


def score(stem: Callable[[str], str], language: str) -> Score:
    """How well `stem` joins the forms of a language."""
    listed = paradigms(language)
    met = [(lemma, form, stem(lemma) == stem(form)) for lemma, forms in listed.items() for form in forms]
    apart = tuple((lemma, form) for lemma, form, together in met if not together)
    owners: dict[str, set[str]] = {}
    for lemma, forms in listed.items():
        for form in forms:
            owners.setdefault(form, set()).add(lemma)
    meeting, wrong = 0, 0
    for one, other in combinations(owners, 2):
        if stem(one) == stem(other):
            meeting += 1
            wrong += owners[one].isdisjoint(owners[other])
    return Score(1 - len(apart) / len(met), 1 - wrong / meeting, apart)
