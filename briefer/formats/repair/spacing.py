"""Words whose letters were spaced out for emphasis: р а з р я д к а."""

from __future__ import annotations

import re

from briefer.formats.repair.fit import fit

LEAST = 4
# One letter and what may follow the last one; then so many more at the same distance.
_END = r"(?=[\s.,:;!?)»”\"]|$)"
_RUN = re.compile(
    rf"(?<!\S)[^\W\d_](?:(?P<gap>[ \u00a0]{{1,2}})[^\W\d_]{_END})(?:(?P=gap)[^\W\d_]{_END}){{{LEAST - 2},}}"
)
GOOD = 0.3


def closed_up(line: str) -> str:
    """`line` with spaced-out words in one piece; single letters in a row that make no word stay."""
    return _RUN.sub(_word, line)


def _word(run: re.Match[str]) -> str:
    letters = run[0].split()
    word = "".join(letters)
    cased = word.isupper() or word.islower() or word.istitle()
    return word if cased and fit(word).mean > GOOD else run[0]
