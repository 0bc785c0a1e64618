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
        "case.same": -0.526,
        "end.same": 3.859,
        "furniture.counter.glued": -1.849,
        "furniture.counter.matched": -1.087,
        "furniture.known.glued": -4,
        "furniture.known.matched": -3,
        "furniture.number.glued": 1.594,
        "furniture.number.matched": -2.557,
        "furniture.page.glued": -0.969,
        "furniture.page.matched": -1.292,
        "furniture.repeated.glued": -1.969,
        "furniture.repeated.matched": -1.006,
        "furniture.symbol.glued": -0.044,
        "furniture.symbol.matched": -3.258,
        "gap": 0.732,
        "gap.aside": 1.5,
        "gap.counter": 2.887,
        "gap.known": 3,
        "gap.length": -0.534,
        "gap.number": 0.947,
        "gap.opening": -0.765,
        "gap.page": 2.263,
        "gap.repeated": 3.097,
        "gap.symbol": 3.296,
        "kinds": 1.0,
        "label.one": -2.581,
        "label.other": -0.2,
        "label.same": 3.029,
        "length.deviation": -0.005,
        "length.ratio": -0.714,
        "length.square": -0.285,
        "lexicon.count": -0.246,
        "lexicon.rare": 0.236,
        "number.count": -2.142,
        "number.rare": 1.139,
        "opening.rare": 0.029,
        "same.rare": 0.443,
        "shape.1-1": 4.342,
        "shape.1-2": 2.805,
        "shape.1-3": 2.035,
        "shape.1-4": -0.069,
        "shape.2-2": 0.312,
        "shape.2-3": -2.143,
        "shape.2-4": -0.887,
        "shape.3-3": -1.154,
        "shape.3-4": -2.037,
        "shape.4-4": -0.622,
        "sound.rare": 0.167,
        "symbol.count": -3.296,
        "learned.rare": 0.15,
    }
)
