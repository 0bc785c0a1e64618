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
        "case.same": -0.524,
        "end.same": 2.803,
        "furniture.counter.glued": -1.429,
        "furniture.counter.matched": -1.08,
        "furniture.known.glued": -4,
        "furniture.known.matched": -3,
        "furniture.number.glued": -0.571,
        "furniture.number.matched": -0.615,
        "furniture.page.glued": -1.206,
        "furniture.page.matched": -0.686,
        "furniture.repeated.glued": -1.496,
        "furniture.repeated.matched": -0.81,
        "furniture.symbol.glued": -0.154,
        "furniture.symbol.matched": -2.054,
        "gap": -0.086,
        "gap.aside": 1.5,
        "gap.counter": 2.51,
        "gap.known": 3,
        "gap.length": -0.382,
        "gap.number": 1.187,
        "gap.opening": -0.413,
        "gap.page": 1.892,
        "gap.repeated": 2.306,
        "gap.symbol": 2.208,
        "kinds": 0.8,
        "label.one": -0.684,
        "label.other": -0.095,
        "label.same": 2.865,
        "length.deviation": -0.008,
        "length.square": -0.656,
        "lexicon.count": -0.163,
        "lexicon.rare": 0.142,
        "number.count": -1.216,
        "number.hit": 0.789,
        "number.rare": 0.521,
        "opening.count": -0.047,
        "opening.rare": 0.165,
        "same.rare": 0.078,
        "shape.1-1": 3.781,
        "shape.1-2": 2.324,
        "shape.1-3": 1.57,
        "shape.1-4": 1.277,
        "shape.2-2": 2.464,
        "shape.2-3": -1.52,
        "shape.2-4": -2.188,
        "shape.3-3": -1.746,
        "shape.3-4": -0.653,
        "shape.4-4": -2.243,
        "sound.rare": 0.1,
        "symbol.count": -2.208,
    }
)
