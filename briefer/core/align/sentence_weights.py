"""What each feature of the evidence weighs between sentences of one bead, in log odds."""

from __future__ import annotations

from briefer.core.align.weights import WEIGHTS

SENTENCE_WEIGHTS = WEIGHTS.without("page furniture")
