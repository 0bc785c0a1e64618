"""Paragraphs made of the sentences of clean pairs, to choose by how sentences are aligned.

They come from the tuning part of the shared cases alone, so the gold set by hand stays unseen. What
translators do is imitated: sentences run on with a semicolon on one side, and some are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from briefer.core.document import Span
from tests.benchmarks.alignment_cases import clean_pairs, shared_cases, tuning_part
from tests.benchmarks.sentence_gold import GoldParagraph, Pair, joined

RUN_ON, LEFT_OUT, DIVIDED_ELSEWHERE = 0.16, 0.06, 0.02
FREE, SHORT = 0.3, 0.4
Group = tuple[Sequence[str], Sequence[str]]
_SENTENCE = re.compile(r"[^\W\d_].{20,}[.]")
_SHORTER = 0.25
_PART = 25  # code points
_SHORT = 110


def made_paragraphs(count: int, seed: int = 1) -> list[GoldParagraph]:
    """Paragraphs of two to six sentences; the same seed gives the same."""
    chance = np.random.default_rng(seed)
    pairs = [pair for case in tuning_part(shared_cases()) for pair in clean_pairs(case)]
    pairs = list(dict.fromkeys(pair for pair in pairs if all(_SENTENCE.fullmatch(text) for text in pair)))
    short = [pair for pair in pairs if len(pair[0]) <= _SHORT]
    made = []
    for number in range(count):
        several = short if chance.random() < SHORT else pairs
        first = int(chance.integers(len(several) - 6))
        chosen = several[first : first + int(chance.integers(2, 7))]
        if chance.random() < FREE:
            chosen = [_freely(chance, pair) for pair in chosen]
        made.append(_made(chance, f"made-{number}", chosen))
    return made


def _freely(chance: np.random.Generator, pair: tuple[str, str]) -> tuple[str, str]:
    """Words left out on one side, so that lengths and words agree less."""
    side = int(chance.integers(2))
    words = pair[side].split()
    kept = [word for word in words[1:-1] if chance.random() > _SHORTER]
    shorter = " ".join((words[0], *kept, words[-1]))
    return (shorter, pair[1]) if side == 0 else (pair[0], shorter)


def _made(chance: np.random.Generator, name: str, pairs: Sequence[tuple[str, str]]) -> GoldParagraph:
    groups: list[Group] = []
    place = 0
    while place < len(pairs):
        drawn = chance.random()
        ours, theirs = pairs[place]
        if drawn < LEFT_OUT and groups:
            groups.append(([ours], []) if chance.random() < 0.5 else ([], [theirs]))
        elif drawn < LEFT_OUT + RUN_ON + DIVIDED_ELSEWHERE and place + 1 < len(pairs):
            place += 1
            both = [ours, pairs[place][0]], [theirs, pairs[place][1]]
            groups.append(_run_on(both, left=chance.random() < 0.5, elsewhere=drawn >= LEFT_OUT + RUN_ON))
        else:
            groups.append(([ours], [theirs]))
        place += 1
    return _paragraph(name, groups)


def _run_on(both: Group, *, left: bool, elsewhere: bool) -> Group:
    """Two pairs of which one side is one sentence, or is divided `elsewhere`, inside the second."""
    side = both[0 if left else 1]
    parts = side[1].split(", ", 1)
    if elsewhere and len(parts) == 2 and min(map(len, parts)) > _PART:
        changed = [joined([side[0], f"{parts[0]}."], (1,)), f"{parts[1][0].upper()}{parts[1][1:]}"]
    else:
        changed = [joined(side, (1,))]
    return (changed, both[1]) if left else (both[0], changed)


def _paragraph(name: str, groups: Sequence[Group]) -> GoldParagraph:
    texts = ["", ""]
    beads: list[Pair] = []
    for group in groups:
        spans: list[list[Span]] = [[], []]
        for side, part in enumerate(group):
            for sentence in part:
                start = len(texts[side]) + bool(texts[side])
                texts[side] = f"{texts[side]} {sentence}".lstrip()
                spans[side].append(Span(start, start + len(sentence)))
        beads.append((tuple(spans[0]), tuple(spans[1])))
    return GoldParagraph(name, "made", texts[0], texts[1], tuple(beads))
