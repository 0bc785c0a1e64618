"""Measures the alignment: what is right, how sure it is of it, how long it takes, what each evidence brings.

python -m tests.benchmarks.alignment [--quick]

Three sets are told apart: the part of the shared cases that the weights were learned from, the part that they
were not, and new disturbed cases made from the text of the latter. Strict: a link counts when both sides
are exactly right; figures are micro-averaged. Without the shared cases only time is measured.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefer.app.knowledge import known_languages
from briefer.core.align import align
from briefer.core.align.knowledge import Knowledge
from briefer.core.align.weights import WEIGHTS, Weights
from briefer.core.bitext import Bead
from tests.benchmarks.alignment_cases import (
    STYLES,
    Case,
    checking_part,
    clean_pairs,
    disturbed,
    shared_cases,
    tuning_part,
)

_CHECKED = ("un-0600-clean-0", "un-0600-merged-0", "un-0600-furniture-0", "udhr-clean", "sdg-clean")
_DISTURBANCES = ("merged", "gaps", "furniture", "hard", "rough")
_SIZE = 100
_LARGE = 5000
Counts = list[int]
Group = tuple[tuple[int, ...], tuple[int, ...]]


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def own_cases(cases: Iterable[Case], names: Sequence[str], seed: int, size: int = _SIZE) -> list[Case]:
    """Disturbed cases of `size` clean pairs of some cases, each way of marking pages in turn."""
    made: list[Case] = []
    for case in cases:
        pairs = clean_pairs(case) if case.name in names else []
        for first in range(0, max(0, len(pairs) - size // 2), size):
            for kind in _DISTURBANCES:
                style = STYLES[len(made) % len(STYLES)]
                part = pairs[first : first + size]
                made.append(disturbed(case.name, part, kind, seed + len(made), style))
    return made


def gold_of(case: Case) -> set[Group]:
    """The right beads, those with an empty side paragraph by paragraph."""
    gold: set[Group] = set()
    for ours, theirs in case.gold:
        if ours and theirs:
            gold.add((ours, theirs))
        else:
            gold |= {((i,), ()) for i in ours} | {((), (j,)) for j in theirs}
    return gold


def counted(gold: set[Group], found: set[Group]) -> Counts:
    """Hits, found and right ones: of links, then of unmatched paragraphs."""
    links = [{group for group in beads if all(group)} for beads in (gold, found)]
    alone = [beads - matched for beads, matched in zip((gold, found), links, strict=True)]
    return [count for right, got in (links, alone) for count in (len(right & got), len(got), len(right))]


def f1(hits: int, found: int, right: int) -> float:
    return 2 * hits / (found + right) if found + right else 1.0


class Score:
    """The counts of some cases by kind, and each bead with whether it is right."""

    def __init__(
        self,
        cases: Sequence[Case],
        knowledge: Knowledge | None,
        weights: Weights = WEIGHTS,
        taught: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.groups: defaultdict[str, Counts] = defaultdict(lambda: [0] * 6)
        self.beads: list[tuple[Bead, bool]] = []
        began = time.process_time()
        for case in cases:
            bitext = align(case.left, case.right, knowledge=knowledge, weights=weights, taught=taught)
            beads = bitext.beads
            gold = gold_of(case)
            self.beads += [(bead, (bead.left, bead.right) in gold) for bead in beads]
            counts = counted(gold, {(bead.left, bead.right) for bead in beads})
            for group in ("all", case.kind):
                self.groups[group] = [a + b for a, b in zip(self.groups[group], counts, strict=True)]
        self.seconds = time.process_time() - began

    @property
    def links(self) -> float:
        return f1(*self.groups["all"][:3])

    @property
    def unmatched(self) -> float:
        return f1(*self.groups["all"][3:])

    def table(self, title: str) -> None:
        say(f"\n{title:<44}{'links':>10}{'unmatched':>11}{'of':>8}")
        for group, counts in self.groups.items():
            say(f"  {group:<42}{f1(*counts[:3]):>10.4f}{f1(*counts[3:]):>11.4f}{counts[2]:>8}")


def reliability(title: str, beads: Sequence[tuple[Bead, bool]]) -> None:
    """Of the beads that claim so much, how many are right."""
    say(f"\n{title:<44}{'claimed':>10}{'right':>11}{'beads':>8}")
    edges = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
    for low, high in itertools.pairwise(edges):
        within = [(bead.confidence, right) for bead, right in beads if low <= bead.confidence < high]
        if within:
            claimed = sum(confidence for confidence, _ in within) / len(within)
            share = sum(right for _, right in within) / len(within)
            label = f"from {low:.2f} to {min(high, 1.0):.2f}"
            say(f"  {label:<42}{claimed:>10.3f}{share:>11.3f}{len(within):>8}")


def ablations(cases: Sequence[Case], own: Sequence[Case], knowledge: Knowledge) -> None:
    """What is left without each kind of evidence."""
    say(f"\n{'without':<24}{'checked':>11}{'unmatched':>11}{'disturbed':>11}{'unmatched':>11}")

    def row(title: str, weights: Weights, known: Knowledge | None) -> None:
        ours, theirs = Score(cases, known, weights), Score(own, known, weights)
        figures = (ours.links, ours.unmatched, theirs.links, theirs.unmatched)
        say(f"  {title:<22}" + "".join(f"{figure:>11.4f}" for figure in figures))

    row("nothing", WEIGHTS, knowledge)
    for kind in WEIGHTS.KINDS:
        row(kind, WEIGHTS.without(kind), knowledge)
    row("tables of languages", WEIGHTS, None)


def large(pairs: Sequence[tuple[str, str]], knowledge: Knowledge, count: int) -> None:
    """Time and memory for a document of `count` paragraphs a side."""
    text = [pairs[number % len(pairs)] for number in range(count)]
    case = disturbed("large", text, "hard", 1, "mixed")
    pauses = _Pauses()
    began = time.process_time()
    align(case.left, case.right, pauses.check, knowledge=knowledge)
    seconds = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(f"{count} paragraphs a side: {seconds:.2f} s, peak {memory:.0f} MB")
    say(f"  may be stopped every {pauses.longest:.3f} s")


class _Pauses:
    """The longest time between two calls of `check`."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last: float | None = None

    def check(self) -> None:
        now = time.process_time()
        if self._last is not None:
            self.longest = max(self.longest, now - self._last)
        self._last = now


def measure_alignment(*, quick: bool) -> None:
    cases = shared_cases()
    knowledge = known_languages().between("ru", "en")
    if not cases:
        made_up = [(f"Пункт {n} из {n * 7} слов.", f"Item {n} of {n * 7} words.") for n in range(_LARGE)]
        large(made_up, knowledge, _LARGE)
        return
    everything = Score(cases, knowledge)
    everything.table("all shared cases")
    say(f"{len(cases)} cases in one process: {everything.seconds:.2f} s, at most 3.9")
    Score(tuning_part(cases), knowledge).table("learned from")
    checked = checking_part(cases)
    held_out = Score(checked, knowledge)
    held_out.table("not learned from")
    tuning = [case.name for case in tuning_part(cases)]
    Score(own_cases(cases, tuning, 500_000), knowledge).table("disturbed anew, text learned from")
    own = own_cases(cases, _CHECKED, 900_000)
    disturbed_anew = Score(own, knowledge)
    disturbed_anew.table("disturbed anew, text not learned from")
    reliability("confidence, not learned from", held_out.beads + disturbed_anew.beads)
    pairs = list(dict.fromkeys(pair for case in cases for pair in clean_pairs(case)))
    say("")
    for count in (_LARGE // 2, _LARGE, 2 * _LARGE):
        large(pairs, knowledge, count)
    if not quick:
        from tests.benchmarks.alignment_teaching import measure_teaching

        ablations(checked, own[::3], knowledge)
        measure_teaching(cases, knowledge)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the alignment of paragraphs.")
    parser.add_argument("--quick", action="store_true", help="leave out what each kind of evidence brings")
    measure_alignment(quick=parser.parse_args().quick)
    return 0


if __name__ == "__main__":
    sys.exit(main())
