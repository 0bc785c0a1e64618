"""What each feature of the evidence weighs, in log odds.

Learned by `tests/benchmarks/alignment_tuning.py`, which prints this table. What bare lines do not
show (kinds of paragraphs) or seldom (beads of many paragraphs) was set by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from briefer.core.values import dataclass


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
        "case.same": -1.147,
        "consonants.rare": 0.26,
        "end.same": 3.417,
        "furniture.counter.glued": -1.19,
        "furniture.counter.matched": -3.625,
        "furniture.known.glued": -4,
        "furniture.known.matched": -3,
        "furniture.number.glued": 0.189,
        "furniture.number.matched": -0.015,
        "furniture.page.glued": -1.189,
        "furniture.page.matched": -0.983,
        "furniture.repeated.both": -0.16,
        "furniture.repeated.glued": -0.583,
        "furniture.repeated.matched": 0.073,
        "furniture.symbol.glued": -0.08,
        "furniture.symbol.matched": -2.806,
        "gap": 0.013,
        "gap.aside": 1.5,
        "gap.counter": 4.823,
        "gap.known": 3,
        "gap.length": 0.003,
        "gap.number": -0.161,
        "gap.opening": 0.246,
        "gap.page": 2.157,
        "gap.repeated": 1.962,
        "gap.symbol": 2.954,
        "kinds": 1.0,
        "label.one": -3.057,
        "label.other": -0.081,
        "label.same": 1.322,
        "learned.hit": 0.5,
        "learned.rare": 0.15,
        "length.far": -0.335,
        "length.square": -0.382,
        "lexicon.count": -0.164,
        "lexicon.hit": 0.315,
        "lexicon.rare": 0.147,
        "number.count": -1.756,
        "number.hit": 1.577,
        "number.rare": 0.244,
        "opening.count": -0.015,
        "opening.hit": 0.053,
        "opening.rare": 0.079,
        "same.hit": 0.91,
        "same.rare": 0.125,
        "shape.1-1": 3.169,
        "shape.1-2": 1.539,
        "shape.1-3": -0.837,
        "shape.1-4": -2.0,
        "shape.2-2": 1.746,
        "shape.2-3": -0.638,
        "shape.2-4": -2.0,
        "shape.3-3": -2.0,
        "shape.3-4": -3.0,
        "shape.4-4": -3.0,
        "sound.hit": 0.454,
        "sound.rare": 0.12,
        "symbol.count": -2.954,
    }
)
