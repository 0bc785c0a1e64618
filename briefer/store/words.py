"""The words of texts as they are written, counted, for the library's vocabulary."""

from __future__ import annotations

import re
from collections import Counter

from briefer.core.wordforms import fold

_WORD = re.compile(r"[^\W\d_]{2,40}(?:['’][^\W\d_]{1,3})?")
_PLAIN = re.compile(r"[a-zа-я']+")


def word_counts(text: str) -> Counter[str]:
    """Folded words of two letters and more, and how often they stand in `text`."""
    counts = Counter(_WORD.findall(text.lower()))
    for word in [word for word in counts if not _PLAIN.fullmatch(word)]:
        count = counts.pop(word)
        if (folded := fold(word)).isalpha():
            counts[folded] += count
    return counts
