"""Learns the weights of `briefer.core.align.sentence_weights` and prints the table.

python -m tests.benchmarks.sentence_tuning [--paragraphs N] [--rounds N]

As `alignment_tuning` does it, from paragraphs made of the tuning part of the shared cases (`sentence_cases`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefer.app.knowledge import known_languages
from briefer.core.align.coverage import hits
from briefer.core.align.evidence import SHAPES, Evidence
from briefer.core.align.knowledge import Knowledge
from briefer.core.align.links import CHANNELS
from briefer.core.align.sentence_search import SentenceBatch
from briefer.core.align.weights import Weights
from tests.benchmarks.alignment_tuning import _MOST_FEATURES as MOST_FEATURES
from tests.benchmarks.alignment_tuning import BY_HAND, Floats, Lesson, learned
from tests.benchmarks.sentence_cases import made_paragraphs
from tests.benchmarks.sentence_gold import GoldParagraph
from tests.benchmarks.sentences import gold_groups, versions

_TOGETHER = 25
# No evidence inside a paragraph.
_LEFT_OUT = ("furniture.", "gap.page", "gap.symbol", "gap.number", "gap.counter", "gap.repeated", "gap.known")
_START = Weights(
    {"gap": -2.0, "shape.1-1": 2.0, "length.square": -0.2, "lexicon.rare": 0.1, "number.rare": 0.3}
)


def lesson(paragraphs: Sequence[GoldParagraph], knowledge: Knowledge, names: dict[str, int]) -> Lesson:
    """What some paragraphs teach. `names` gives each feature its number and grows with the first lesson."""
    left, right = versions(paragraphs)
    groups = gold_groups(paragraphs)
    ratio = sum(len(p.en) for p in paragraphs) / sum(len(p.ru) for p in paragraphs)
    batch = SentenceBatch(left, right, groups, knowledge, Weights({}), ratio, lambda: None)
    found = hits(batch.left.side, batch.right.side, batch.links, batch.band)
    rarity = batch.rarity(batch.right, 1)[found.other], batch.rarity(batch.left, 0)[found.own]
    columns = []
    for channel in range(len(CHANNELS)):
        on = (batch.links.channel[found.link] == channel).astype(np.float64)
        columns += [(on, on), (on * rarity[0], on * rarity[1])]
    lexical = batch.evidence.lexical(found, batch.links, columns)
    shapes = []
    for shape in SHAPES:
        features = dict(batch.evidence.looks(shape))
        ours, theirs = (dict(Evidence.members(side, shape)) for side in (batch.left, batch.right))
        features |= {name: batch.evidence.summed(shape, ours[name], theirs[name]) for name in ours}
        crowd = batch.evidence.crowd(shape)
        for channel, name in enumerate(CHANNELS):
            answered = lexical.both(shape, 2 * channel)
            features[f"{name}.hit"] = answered[0] + answered[1]
            rare = lexical.sums(shape, 2 * channel + 1)
            features[f"{name}.rare"] = rare - answered[0] * crowd[0] - answered[1] * crowd[1]
        shapes.append({name: value for name, value in features.items() if not name.startswith(_LEFT_OUT)})
    gaps = [
        {name: value for name, value in Evidence.gaps(side) if not name.startswith(_LEFT_OUT)}
        for side in (batch.left, batch.right)
    ]
    for names_of in (*shapes, *gaps, {"gap.opening": np.zeros(1)}):
        for name in names_of:
            names.setdefault(name, len(names))
    return _with_right(_tables(batch, shapes, gaps, names), paragraphs, names["gap.opening"])


def _tables(
    batch: SentenceBatch,
    shapes: Sequence[dict[str, Floats]],
    gaps: Sequence[dict[str, Floats]],
    names: dict[str, int],
) -> Lesson:
    tables, places = [], []
    for number, (shape, features) in enumerate(zip(SHAPES, shapes, strict=True)):
        kept = np.flatnonzero(batch.possible(shape))
        table = np.zeros((len(kept), MOST_FEATURES), dtype=np.float32)
        for name, values in features.items():
            table[:, names[name]] = values[kept]
        if shape == (1, 1):  # the dividers, which say nothing
            kept = np.concatenate((kept, batch.dividers))
            table = np.concatenate((table, np.zeros((len(batch.dividers), MOST_FEATURES), dtype=np.float32)))
        tables.append(table)
        places.append(kept + number * batch.band.size)
    gap_tables = [np.zeros((side.count, MOST_FEATURES)) for side in (batch.left, batch.right)]
    for features, gap_table in zip(gaps, gap_tables, strict=True):
        for name, values in features.items():
            gap_table[:, names[name]] = values
    nothing = np.zeros(MOST_FEATURES)
    return Lesson(
        batch.band, np.concatenate(tables), np.concatenate(places), gap_tables[0], gap_tables[1], nothing
    )


def _with_right(made: Lesson, paragraphs: Sequence[GoldParagraph], opening: int) -> Lesson:
    total = np.zeros(MOST_FEATURES)
    rows = {int(place): row for row, place in enumerate(made.places)}
    i = j = 0
    for paragraph in paragraphs:
        open_sides: set[int] = set()
        for ours, theirs in paragraph.beads:
            if ours and theirs:
                open_sides = set()
                place = int(made.band.index(np.array([i]), np.array([j]))[0])
                shape = SHAPES.index((len(ours), len(theirs)))
                total += made.beads[rows[shape * made.band.size + place]]
            else:
                side = 0 if ours else 1
                total[opening] += side not in open_sides
                open_sides.add(side)
                table, at = (made.left_gaps, i) if ours else (made.right_gaps, j)
                total += table[at : at + len(ours) + len(theirs)].sum(axis=0)
            i, j = i + len(ours), j + len(theirs)
        i, j = i + 1, j + 1
    return replace(made, right=total)


def main() -> int:
    parser = argparse.ArgumentParser(description="Learn the weights between sentences and print them.")
    parser.add_argument("--paragraphs", type=int, default=1500)
    parser.add_argument("--rounds", type=int, default=150)
    options = parser.parse_args()
    knowledge = known_languages().between("ru", "en")
    made = [p for p in made_paragraphs(options.paragraphs) if all(map(any, zip(*p.beads, strict=True)))]
    names: dict[str, int] = {}
    lessons = [lesson(made[n : n + _TOGETHER], knowledge, names) for n in range(0, len(made), _TOGETHER)]
    for name, value in sorted(learned(lessons, names, options.rounds, _START).items()):
        if abs(value) >= 0.0005 and not name.startswith(BY_HAND):
            sys.stdout.write(f'        "{name}": {round(value, 3)},\n')
    return 0


if __name__ == "__main__":
    sys.exit(main())
