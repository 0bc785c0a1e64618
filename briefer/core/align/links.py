"""Which tokens of one version answer which of the other, and by what kind of evidence."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

import numpy as np
import numpy.typing as npt

from briefer.core.align.stopping import Check, stoppable
from briefer.core.align.tokens import NUMBER, SYMBOL, Reader
from briefer.core.align.translations import Translations
from briefer.core.values import dataclass

Ints = npt.NDArray[np.int64]

# Kinds of evidence; of two that link the same pair of tokens the first counts.
CHANNELS = ("number", "symbol", "lexicon", "same", "sound", "consonants", "learned", "opening")
OPENING = "^"


@dataclass(frozen=True)
class Side:
    """The tokens of one version: `paragraph[k]` holds `kind[k]`, an index into `tokens`.

    Entries ascend by paragraph; each token stands once in a paragraph.
    """

    tokens: Sequence[str]
    paragraph: Ints
    kind: Ints
    frequency: Ints

    @property
    def count(self) -> int:
        return len(self.tokens)

    def part(self, part: slice) -> Side:
        """The tokens of some of the paragraphs, which count from 0 then; frequencies stay those of all."""
        kept = (self.paragraph >= part.start) & (self.paragraph < part.stop)
        return Side(self.tokens, self.paragraph[kept] - part.start, self.kind[kept], self.frequency)


def side(paragraphs: Iterable[Iterable[str]], check: Check) -> Side:
    """The tokens of all paragraphs of one version, each with every token once, in a fixed order."""
    ids: defaultdict[str, int] = defaultdict(itertools.count().__next__)
    kinds: list[int] = []
    lengths: list[int] = []
    for found in stoppable(paragraphs, check):
        before = len(kinds)
        kinds += [ids[token] for token in found]
        lengths.append(len(kinds) - before)
    kind = np.array(kinds, dtype=np.int64)
    paragraph = np.repeat(np.arange(len(lengths)), lengths)
    return Side(list(ids), paragraph, kind, np.bincount(kind, minlength=len(ids)))


@dataclass(frozen=True)
class Links:
    """Pairs of a left and a right token that may translate each other, each pair once.

    `channel` is an index into `CHANNELS`. Pairs ascend by left token.
    """

    left: Ints
    right: Ints
    channel: Ints


def links(
    left: Side,
    right: Side,
    translations: Translations,
    readers: tuple[Reader, Reader],
    check: Check,
) -> Links:
    """All links between the tokens of two versions but those learned from themselves."""
    found: dict[tuple[int, int], int] = {}
    right_ids = {token: number for number, token in enumerate(right.tokens)}
    _identical(found, left.tokens, right_ids, check)
    _translated(found, left.tokens, right_ids, translations.pairs, check)
    heard = [
        [reader.sounds(token) for token in stoppable(s.tokens, check)]
        for reader, s in zip(readers, (left, right), strict=True)
    ]
    for number, channel in enumerate(("sound", "consonants")):
        ours, theirs = ([keys[number] for keys in side_keys] for side_keys in heard)
        _alike(found, ours, theirs, CHANNELS.index(channel), check)
    check()
    return _sorted(found)


def with_taught(known: Links, left: Side, right: Side, taught: Sequence[tuple[str, str]]) -> Links:
    """`known` and, where they are not in it, pairs of stems that other documents taught."""
    if not taught:
        return known
    ours, theirs = _by_stem(left.tokens), _by_stem(right.tokens)
    pairs = [pair for own, other in taught for pair in product(ours.get(own, ()), theirs.get(other, ()))]
    return with_learned(known, pairs)


def _by_stem(tokens: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """The words among `tokens` as saved texts have them, which tell no abbreviation from a word."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, token in enumerate(tokens):
        if token[0].isalpha():
            found[token.lower()].append(number)
    return found


def with_learned(known: Links, pairs: Iterable[tuple[int, int]]) -> Links:
    """`known` and, where they are not in it, `pairs` that were learned."""
    found = dict(
        zip(zip(known.left.tolist(), known.right.tolist(), strict=True), known.channel.tolist(), strict=True)
    )
    for pair in pairs:
        found.setdefault(pair, CHANNELS.index("learned"))
    return _sorted(found)


def _sorted(found: Mapping[tuple[int, int], int]) -> Links:
    rows = np.array([(*pair, channel) for pair, channel in sorted(found.items())], dtype=np.int64)
    left, right, channel = rows.reshape(-1, 3).T
    return Links(left, right, channel)


def _identical(
    found: dict[tuple[int, int], int], tokens: Sequence[str], right_ids: Mapping[str, int], check: Check
) -> None:
    channels = {NUMBER: CHANNELS.index("number"), SYMBOL: CHANNELS.index("symbol")}
    same = CHANNELS.index("same")
    for own, token in stoppable(enumerate(tokens), check):
        other = right_ids.get(token)
        if other is not None and token[0] != OPENING:
            found[own, other] = channels.get(token[0], same)


def _translated(
    found: dict[tuple[int, int], int],
    tokens: Sequence[str],
    right_ids: Mapping[str, int],
    pairs: Mapping[str, frozenset[str]],
    check: Check,
) -> None:
    lexicon, opening = CHANNELS.index("lexicon"), CHANNELS.index("opening")
    for own, token in stoppable(enumerate(tokens), check):
        at_head = token[0] == OPENING
        for answer in pairs.get(token[1:] if at_head else token, ()):
            other = right_ids.get(OPENING + answer if at_head else answer)
            if other is not None:
                found.setdefault((own, other), opening if at_head else lexicon)


def _alike(
    found: dict[tuple[int, int], int], left: Sequence[str], right: Sequence[str], channel: int, check: Check
) -> None:
    by_key: dict[str, list[int]] = {}
    for other, key in stoppable(enumerate(right), check):
        if key:
            by_key.setdefault(key, []).append(other)
    for own, key in stoppable(enumerate(left), check):
        if key and key in by_key:
            for other in by_key[key]:
                found.setdefault((own, other), channel)
