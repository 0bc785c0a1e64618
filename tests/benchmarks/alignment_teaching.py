"""What documents that are already aligned teach new ones, measured.

The clean pairs of all shared cases are parted in two: one half is the library, the other, disturbed, is
aligned with what the library teaches and without; then the halves change places.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefer.core.align.knowledge import Knowledge
from briefer.core.align.teaching import Lesson, taught_pairs
from briefer.core.wordforms import WordForms
from tests.benchmarks.alignment import Score, say
from tests.benchmarks.alignment_cases import STYLES, Case, clean_pairs, disturbed

_DISTURBANCES = ("merged", "gaps", "furniture", "hard", "rough")
_SIZE = 100
_SEED = 5_000_000
Pairs = Sequence[tuple[str, str]]


def measure_teaching(cases: Sequence[Case], knowledge: Knowledge) -> None:
    """Print the table, with the tables of the languages and without."""
    pairs = list(dict.fromkeys(pair for case in cases for pair in clean_pairs(case)))
    halves = pairs[: len(pairs) // 2], pairs[len(pairs) // 2 :]
    say(f"\n{'words taught by other documents':<44}{'links':>10}{'unmatched':>11}{'of':>8}")
    for title, known in (("with the tables", knowledge), ("without them", None)):
        for place, name in enumerate(("first half", "second half")):
            new, taught = _disturbed(halves[place]), _taught(halves[1 - place])
            for how, given in (("off", ()), ("on", taught)):
                score = Score(new, known, taught=given)
                row = f"{name}, {title}, {how}"
                say(f"  {row:<42}{score.links:>10.4f}{score.unmatched:>11.4f}{score.groups['all'][2]:>8}")


def _disturbed(pairs: Pairs) -> list[Case]:
    made: list[Case] = []
    for first in range(0, len(pairs) - _SIZE // 2, _SIZE):
        for kind in _DISTURBANCES:
            part, style = pairs[first : first + _SIZE], STYLES[len(made) % len(STYLES)]
            made.append(disturbed("new", part, kind, _SEED + len(made), style))
    return made


def _taught(pairs: Pairs) -> tuple[tuple[str, str], ...]:
    forms = WordForms()
    return taught_pairs(Lesson(forms.stems(ours), forms.stems(theirs)) for ours, theirs in pairs)
