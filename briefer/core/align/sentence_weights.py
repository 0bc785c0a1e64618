"""What each feature of the evidence weighs between sentences of one bead, in log odds.

Learned by `tests/benchmarks/sentence_tuning.py`, which prints this table.
"""

from __future__ import annotations

from briefer.core.align.weights import Weights

SENTENCE_WEIGHTS = Weights(
    {
        "case.same": 1.149,
        "end.same": 3.265,
        "gap": -0.781,
        "gap.length": 0.92,
        "gap.opening": 0.249,
        "label.one": -0.039,
        "length.deviation": -0.768,
        "length.far": -0.49,
        "length.ratio": -1.178,
        "length.square": -0.007,
        "lexicon.count": -0.258,
        "lexicon.hit": 0.514,
        "lexicon.rare": 0.128,
        "number.count": -0.583,
        "number.hit": 2.063,
        "opening.count": -0.228,
        "same.hit": 1.034,
        "shape.1-1": 2.5,
        "shape.1-2": 1.832,
        "shape.1-3": -1.848,
        "shape.2-2": 1.444,
        "shape.2-3": -3.344,
        "sound.hit": 0.07,
    }
)
