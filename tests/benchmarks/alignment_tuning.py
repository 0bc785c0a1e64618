"""Learns the weights of `briefer.core.align.weights` and prints the table.

python -m tests.benchmarks.alignment_tuning [--documents N] [--rounds N] [--go-on | --confidence]

From the clean pairs of the tuning part of the shared cases many disturbed documents are made, and the
weights are found under which the right alignments are most probable (a conditional random field with a
penalty on large weights, climbed by resilient propagation, Riedmiller and Braun, 1993). Some of the
documents are translated more freely: words are left out on one side, so that lengths deviate.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefer.app.knowledge import known_languages
from briefer.core.align.anchors import chain
from briefer.core.align.coverage import hits
from briefer.core.align.engine import Engine
from briefer.core.align.evidence import SHAPES, Evidence, usual_ratio
from briefer.core.align.knowledge import Knowledge
from briefer.core.align.lattice import Lattice, whole
from briefer.core.align.links import CHANNELS
from briefer.core.align.preparing import prepared
from briefer.core.align.search import NEVER, Problem, Search
from briefer.core.align.weights import WEIGHTS, Weights
from briefer.core.document import Paragraph, Version
from tests.benchmarks.alignment import gold_of, own_cases
from tests.benchmarks.alignment_cases import TUNING, Case, clean_pairs, disturbed, shared_cases, tuning_part

Floats = npt.NDArray[np.float64]
# Not to be learned: bare lines show no kinds, lessons teach no words, and large beads are too rare in them.
BY_HAND = (
    *("kinds", "gap.aside", "gap.known", "furniture.known", "learned."),
    *("shape.1-4", "shape.2-4", "shape.3-3", "shape.3-4", "shape.4-4"),
)
_DISTURBANCES = ("clean", "merged", "gaps", "furniture", "hard", "hard", "rough", "rough")
_HALF_BAND = 14
_PENALTY = 0.05


@dataclass
class Lesson:
    """A document with the features of its beads, and those of its right alignment summed.

    `beads` has a row for each bead that is not hopeless by its lengths; `places` says which those are, as
    flat indices into an array by shape and place.
    """

    band: Lattice
    beads: npt.NDArray[np.float32]
    places: npt.NDArray[np.int64]
    left_gaps: Floats
    right_gaps: Floats
    right: Floats


def lesson(case: Case, knowledge: Knowledge, names: dict[str, int]) -> Lesson:
    """What one case teaches. `names` gives each feature its number and grows with the first lesson."""
    left, right, linked = prepared(case.left, case.right, knowledge, lambda: None)
    band = _around_gold(case, left.count, right.count)
    evidence = Evidence(left, right, band, usual_ratio(left, right, chain(left, right, linked, lambda: None)))
    found = hits(left.side, right.side, linked, band)
    rarity = evidence.rarity(found, linked)
    columns = []
    for channel in range(len(CHANNELS)):
        on = (linked.channel[found.link] == channel).astype(np.float64)
        columns += [(on, on), (on * rarity[0], on * rarity[1])]
    lexical = evidence.lexical(found, linked, columns)
    shapes = []
    for shape in SHAPES:
        features = dict(evidence.looks(shape))
        ours, theirs = (dict(Evidence.members(version, shape)) for version in (left, right))
        features |= {name: evidence.summed(shape, ours[name], theirs[name]) for name in ours}
        crowd = evidence.crowd(shape)
        for channel, name in enumerate(CHANNELS):
            answered = lexical.both(shape, 2 * channel)
            features[f"{name}.hit"] = answered[0] + answered[1]
            rare = lexical.sums(shape, 2 * channel + 1)
            features[f"{name}.rare"] = rare - answered[0] * crowd[0] - answered[1] * crowd[1]
        shapes.append(features)
    gaps = [dict(Evidence.gaps(version)) for version in (left, right)]
    for features in (*shapes, *gaps, {"gap.opening": np.zeros(1)}):
        for name in features:
            names.setdefault(name, len(names))
    tables, places = [], []
    for number, (shape, features) in enumerate(zip(SHAPES, shapes, strict=True)):
        kept = np.flatnonzero(evidence.possible(shape) & (features["length.ratio"] < _HOPELESS))
        table = np.zeros((len(kept), _MOST_FEATURES), dtype=np.float32)
        for name, values in features.items():
            table[:, names[name]] = values[kept]
        tables.append(table)
        places.append(kept + number * band.size)
    gap_tables = [np.zeros((version.count, _MOST_FEATURES)) for version in (left, right)]
    for features, gap_table in zip(gaps, gap_tables, strict=True):
        for name, values in features.items():
            gap_table[:, names[name]] = values
    made = Lesson(
        band,
        np.concatenate(tables),
        np.concatenate(places),
        gap_tables[0],
        gap_tables[1],
        np.zeros(_MOST_FEATURES),
    )
    return replace(made, right=_of_gold(case, made, names["gap.opening"]))


_MOST_FEATURES = 72
_HOPELESS = 1.2


def _around_gold(case: Case, n: int, m: int) -> Lattice:
    if n * m <= 1600:
        return whole(n, m)
    middle = np.zeros(n + 1)
    i = j = 0
    for ours, theirs in case.gold:
        middle[i : i + len(ours) + 1] = j
        i, j = i + len(ours), j + len(theirs)
        middle[i] = j
    low = np.clip(middle - _HALF_BAND, 0, m).astype(np.int64)
    high = np.clip(middle + _HALF_BAND, 0, m).astype(np.int64)
    low[0], high[-1] = 0, m
    return Lattice(low, np.maximum.accumulate(high))


def _of_gold(case: Case, made: Lesson, opening: int) -> Floats:
    total = np.zeros(_MOST_FEATURES)
    open_sides: set[int] = set()
    for ours, theirs in case.gold:
        if ours and theirs:
            open_sides = set()
            place = int(made.band.index(np.array([ours[0]]), np.array([theirs[0]]))[0])
            place += SHAPES.index((len(ours), len(theirs))) * made.band.size
            total += made.beads[made.places == place].sum(axis=0)
            continue
        side = 0 if ours else 1
        total[opening] += side not in open_sides
        open_sides.add(side)
        total += made.left_gaps[list(ours)].sum(axis=0) + made.right_gaps[list(theirs)].sum(axis=0)
    return total


def unlikelihood(made: Lesson, weights: Floats, opening: int) -> tuple[float, Floats]:
    """Minus the log probability of the right alignment, and how it changes with the weights."""
    scores = np.full((len(SHAPES), made.band.size), NEVER, dtype=np.float32)
    scores.reshape(-1)[made.places] = made.beads @ weights.astype(np.float32)
    gaps = made.left_gaps @ weights, made.right_gaps @ weights
    problem = Problem(made.band, SHAPES, scores, gaps[0], gaps[1], float(weights[opening]))
    posterior = Search(problem, lambda: None).posterior()
    expected = (posterior.beads.reshape(-1)[made.places] @ made.beads).astype(np.float64)
    expected += posterior.left_gaps @ made.left_gaps + posterior.right_gaps @ made.right_gaps
    expected[opening] += posterior.openings
    return posterior.total - float(made.right @ weights), expected - made.right


def learned(
    lessons: Sequence[Lesson], names: dict[str, int], rounds: int, start: Weights
) -> dict[str, float]:
    """The weights by name. Evidence for may not count against, nor the other way round."""
    weights = np.zeros(_MOST_FEATURES)
    for name, number in names.items():
        weights[number] = (WEIGHTS if name.startswith(BY_HAND) else start).of(name)
    free = np.zeros(_MOST_FEATURES, dtype=bool)
    low, high = np.full(_MOST_FEATURES, -np.inf), np.full(_MOST_FEATURES, np.inf)
    for name, number in names.items():
        free[number] = not name.startswith(BY_HAND)
        if name.endswith((".hit", ".rare")):
            low[number] = 0.0
        if name.endswith(".count") or name.startswith("length."):
            high[number] = 0.0
    steps, before = np.full(_MOST_FEATURES, 0.05), np.zeros(_MOST_FEATURES)
    for number in range(rounds):
        total, slope = _PENALTY * float(weights @ weights), 2 * _PENALTY * weights
        for made in lessons:
            value, change = unlikelihood(made, weights, names["gap.opening"])
            total, slope = total + value, slope + change
        turned = np.sign(slope) * np.sign(before)
        steps = np.clip(
            np.where(turned > 0, steps * 1.2, np.where(turned < 0, steps * 0.5, steps)), 1e-4, 0.5
        )
        slope = np.where(turned < 0, 0.0, slope)
        weights = np.where(free, np.clip(weights - np.sign(slope) * steps, low, high), weights)
        before = slope
        if number % 20 == 0:
            sys.stderr.write(f"{number}: {total / len(lessons):.4f}\n")
    return {name: float(weights[number]) for name, number in names.items() if free[number]}


_START = Weights(
    {
        "gap": -2.0,
        "shape.1-2": -2.0,
        "shape.1-3": -4.0,
        "length.square": -0.2,
        "lexicon.rare": 0.1,
        "number.rare": 0.3,
    }
)


def freely(case: Case, seed: int) -> Case:
    """The same case with words left out here and there on one side."""
    chance = np.random.default_rng(seed)
    return thinned(case, float(chance.choice((0.0, 0.0, 0.1, 0.25))), seed, chance)


def thinned(case: Case, share: float, seed: int, chance: np.random.Generator | None = None) -> Case:
    """The same case, about `share` of one side's words left out, more in some paragraphs than in others."""
    chance = chance or np.random.default_rng(seed)
    side = int(chance.integers(2))

    def thin(version: Version) -> Version:
        texts = []
        for paragraph in version.paragraphs:
            words, own = paragraph.text.split(), chance.random() * 2 * share
            kept = [word for word in words if chance.random() >= own or not word.isalpha()]
            texts.append(" ".join(kept if kept and len(words) > 3 else words))
        return replace(
            version,
            paragraphs=tuple(Paragraph(p.kind, t) for p, t in zip(version.paragraphs, texts, strict=True)),
        )

    if not share:
        return case
    return replace(case, left=thin(case.left)) if side == 0 else replace(case, right=thin(case.right))


def lessons_of(count: int, names: dict[str, int], seed: int = 1) -> list[Lesson]:
    chance = np.random.default_rng(seed)
    knowledge = known_languages().between("ru", "en")
    sources = [(case.name, clean_pairs(case)) for case in tuning_part(shared_cases())]
    # The more text there is in a case, the more lessons come from it.
    sizes = np.array([len(pairs) for _, pairs in sources], dtype=np.float64)
    made = []
    for number in range(count):
        name, pairs = sources[int(chance.choice(len(sources), p=sizes / sizes.sum()))]
        length = int(chance.choice((20, 30, 40, 60)))
        first = int(chance.integers(max(1, len(pairs) - length)))
        style = "mixed" if chance.random() < 0.3 else None
        kind = _DISTURBANCES[number % len(_DISTURBANCES)]
        case = disturbed(name, pairs[first : first + length], kind, seed * 10_000 + number, style)
        made.append(lesson(freely(case, number), knowledge, names))
    return made


def trust(knowledge: Knowledge, weights: Weights) -> dict[str, list[tuple[float, float]]]:
    """How often beads are right by what the model gives them: for matched ones and for unmatched paragraphs.

    Fitted by pooling adjacent violators (Zadrozny and Elkan, KDD 2002) on disturbed documents of the tuning
    part, longer and shorter ones, most of them translated freely too: the model has learned from these
    texts as they are, and would seem surer than it may be of others.
    """
    seen: dict[str, list[tuple[float, bool]]] = {"matched": [], "unmatched": []}
    cases = tuning_part(shared_cases())
    made = [case for seed in _SEEDS for case in own_cases(cases, TUNING, seed)]
    made += [case for seed in _SEEDS[:2] for case in own_cases(cases, TUNING, seed, _SHORT)]
    for number, case in enumerate(made):
        given = thinned(case, _SHARES[number % len(_SHARES)], number)
        engine = Engine(given.left, given.right, knowledge, weights, lambda: None, trust={})
        gold = gold_of(given)
        for bead in engine.beads([]):
            sort = "matched" if bead.matched else "unmatched"
            seen[sort].append((bead.confidence, (bead.left, bead.right) in gold))
    return {sort: _isotonic(pairs) for sort, pairs in seen.items()}


def _isotonic(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Steps of (probability, share that is right), both rising, of at least `_POOL` beads each."""
    pools: list[list[float]] = []
    ordered = sorted(pairs)
    for first in range(0, len(ordered), _POOL):
        part = ordered[first : first + _POOL]
        pools.append([sum(p for p, _ in part), sum(right for _, right in part), float(len(part))])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [(round(p / count, 4), round((right + 0.5) / (count + 1), 4)) for p, right, count in pools]


_POOL = 60
_SEEDS = (700_000, 710_000, 720_000, 730_000, 740_000, 750_000)
_SHORT = 25
# Of the words, by turns. How much is chosen so that the curve holds for texts that were not learned from.
_SHARES = (0.0, 0.15, 0.35)


def main() -> int:
    parser = argparse.ArgumentParser(description="Learn the weights of the alignment and print them.")
    parser.add_argument("--documents", type=int, default=160)
    parser.add_argument("--rounds", type=int, default=150)
    parser.add_argument("--go-on", action="store_true", help="begin with the weights there are")
    parser.add_argument("--confidence", action="store_true", help="only measure how far to trust the model")
    options = parser.parse_args()
    if options.confidence:
        for sort, steps in trust(known_languages().between("ru", "en"), WEIGHTS).items():
            sys.stdout.write(f'    "{sort}": {tuple(steps)},\n')
        return 0
    names: dict[str, int] = {}
    lessons = lessons_of(options.documents, names)
    found = learned(lessons, names, options.rounds, WEIGHTS if options.go_on else _START)
    by_hand = {name: value for name, value in WEIGHTS.values.items() if name.startswith(BY_HAND)}
    for name, value in sorted((found | by_hand).items()):
        if abs(value) >= 0.0005:
            sys.stdout.write(f'        "{name}": {round(value, 3)},\n')
    return 0


if __name__ == "__main__":
    sys.exit(main())
