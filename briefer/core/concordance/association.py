"""How strongly a term and words of the other language go together, from the passages they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

# The value of the log-likelihood ratio above which chance has a probability below 0.001.
SIGNIFICANT = 10.83
# Passages added to both sides, so that what was met once does not look certain.
_PRIOR = 2.0


@dataclass(frozen=True, slots=True)
class Contingency:
    """Of `passages` pairs of passages, `left` hold the term, `right` the other words, `both` both.

    `right` may be estimated from a sample.
    """

    both: float
    left: float
    right: float
    passages: float

    @property
    def dice(self) -> float:
        """Dice's coefficient, 0 to 1, drawn towards 0 where there are few passages.

        After Smadja, McKeown and Hatzivassiloglou, "Translating collocations for bilingual lexicons"
        (Computational Linguistics 22:1, 1996), who translate collocations by it.
        """
        return 2 * self.both / (self.left + self.right + _PRIOR)

    @property
    def likelihood(self) -> float:
        """The log-likelihood ratio, −2 log λ; 0 where both meet more rarely than by chance.

        After Dunning, "Accurate methods for the statistics of surprise and coincidence"
        (Computational Linguistics 19:1, 1993).
        """
        total = max(self.passages, self.left, self.right)
        if self.both * total <= self.left * self.right:
            return 0.0
        neither = max(0.0, total - self.left - self.right + self.both)
        cells = (self.both, self.left - self.both, self.right - self.both, neither)
        rows = (self.left, total - self.left)
        columns = (self.right, total - self.right)
        return 2 * (_entropy(cells) - _entropy(rows) - _entropy(columns) + _entropy((sum(cells),)))


def _entropy(counts: tuple[float, ...]) -> float:
    return sum(count * log(count) for count in counts if count > 0)
