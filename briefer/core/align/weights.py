"""What each feature of the evidence weighs, in log odds.

Learned by `tests/benchmarks/alignment_tuning.py`, which prints this table; kinds of paragraphs, which bare
lines do not show, were set by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Weights:
    """A weight for each feature by name; a feature without one weighs nothing."""

    values: Mapping[str, float]

    # The kinds of evidence that can be switched off, by the beginnings of their features' names.
    KINDS: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "numbers": ("number.",),
        "symbols": ("symbol.",),
        "lexicon": ("lexicon.",),
        "openings": ("opening.",),
        "same words": ("same.",),
        "cognates": ("sound.", "consonants."),
        "learned words": ("learned.",),
        "lengths": ("length.",),
        "labels": ("label.",),
        "kinds": ("kinds", "gap.aside"),
        "punctuation and case": ("end.", "case."),
        "page furniture": (
            "furniture.", "gap.page", "gap.symbol", "gap.number", "gap.counter", "gap.repeated", "gap.known"
        ),
    }  # fmt: skip

    def of(self, name: str) -> float:
        return self.values.get(name, 0.0)

    def without(self, kind: str) -> Weights:
        """The same with one of `KINDS` switched off. Raises KeyError for any other."""
        beginnings = self.KINDS[kind]
        return Weights({name: 0.0 if name.startswith(beginnings) else w for name, w in self.values.items()})


WEIGHTS = Weights(
    {
        "case.same": -0.731,
        "consonants.rare": 0.368,
        "end.same": 3.892,
        "furniture.counter.glued": -1.574,
        "furniture.counter.matched": -3.174,
        "furniture.known.glued": -4,
        "furniture.known.matched": -3,
        "furniture.number.glued": 1.012,
        "furniture.number.matched": -0.092,
        "furniture.page.glued": -1.046,
        "furniture.page.matched": -1.014,
        "furniture.repeated.both": 0.236,
        "furniture.repeated.glued": -0.894,
        "furniture.repeated.matched": 0.129,
        "furniture.symbol.glued": -0.062,
        "furniture.symbol.matched": -2.923,
        "gap": 0.097,
        "gap.aside": 1.5,
        "gap.counter": 5.037,
        "gap.known": 3,
        "gap.length": -0.182,
        "gap.number": -0.984,
        "gap.opening": 0.391,
        "gap.page": 1.822,
        "gap.repeated": 1.914,
        "gap.symbol": 2.961,
        "kinds": 1.0,
        "label.one": -2.775,
        "label.other": -0.073,
        "label.same": 1.046,
        "learned.rare": 0.15,
        "length.far": -0.789,
        "length.square": -0.386,
        "lexicon.count": -0.179,
        "lexicon.hit": 0.284,
        "lexicon.rare": 0.165,
        "number.count": -1.646,
        "number.hit": 1.476,
        "number.rare": 0.241,
        "opening.count": -0.095,
        "opening.rare": 0.136,
        "same.hit": 0.211,
        "same.rare": 0.323,
        "shape.1-1": 3.221,
        "shape.1-2": 2.066,
        "shape.1-3": -0.943,
        "shape.1-4": 1.293,
        "shape.2-2": 2.102,
        "shape.2-3": -0.142,
        "shape.2-4": -0.007,
        "shape.3-3": -0.033,
        "shape.3-4": -0.001,
        "sound.rare": 0.347,
        "symbol.count": -2.961,
    }
)
