"""Which words of the opposite passages answer a term: candidates, their weights, and one for each passage.

Candidates are the words that go together with the term, alone and in phrases (no function word at
either end). A candidate weighs by Dice's coefficient over the passages (`association`) and by what the
lexicon says: how many of its words translate words of the term, and whether as a whole it is an entry.
What the lexicon knows nothing of needs three passages and a significant log-likelihood ratio, and must
not stand beside what it knows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefer.core.concordance.association import SIGNIFICANT, Contingency

Stems = tuple[str, ...]

_FEWEST, _WEAKEST = 3, 0.15  # passages and Dice's coefficient, for words that the lexicon does not know
_MOST_WORDS = 150  # that may be part of a candidate
_MOST_CANDIDATES = 300
_LONGER = 2  # words that a counterpart may have more than the term
_BETWEEN = 1  # other words inside a candidate
_LISTED, _COVERED, _LENGTH = 0.5, 1.0, 0.12  # weights beside Dice's coefficient


@dataclass(frozen=True)
class Known:
    """What a lexicon says of one term: its translations as a whole, and those of each of its words.

    `function` tells function words. All words are stems; a number or symbol translates itself.
    """

    phrases: frozenset[Stems] = frozenset()
    words: tuple[frozenset[str], ...] = ()
    function: Callable[[str], bool] = lambda _stem: False

    def coverage(self, stems: Stems) -> float:
        """How well a candidate is made of translations of the term's words: F1 of both sides, 0 to 1."""
        content = {stem for stem in stems if not self.function(stem)}
        if not content or not self.words:
            return 0.0
        answered = sum(not translations.isdisjoint(content) for translations in self.words)
        answering = sum(any(stem in translations for translations in self.words) for stem in content)
        recall, precision = answered / len(self.words), answering / len(content)
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


@dataclass(frozen=True, slots=True)
class Background:
    """Passages in the other language among which there are none that answer the term.

    `passages` is a sample, each as a string of stems (" stem stem "); `total` counts those it stands for.
    """

    passages: Sequence[str] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may answer the term, and how much speaks for them."""

    stems: Stems
    weight: float
    listed: bool
    dice: float
    likelihood: float


def answers(
    passages: Sequence[Sequence[str]], length: int, known: Known, background: Background
) -> list[list[Candidate]]:
    """For each passage (its stems in order) the candidates that stand in it, best first.

    `length` is how many words the term has.
    """
    words = _words(passages, known, background)
    longest = length + _LONGER
    met: Counter[Stems] = Counter()
    inside: list[set[Stems]] = []
    for passage in passages:
        found = set(_phrases(passage, words, longest, known))
        inside.append(found)
        met.update(found)
    wanted = [
        stems
        for stems, count in met.items()
        if count >= _FEWEST or stems in known.phrases or known.coverage(stems) > 0
    ]
    wanted.sort(key=lambda stems: (-met[stems] * (1 + known.coverage(stems)), stems))
    weighed = {}
    for stems in wanted[:_MOST_CANDIDATES]:
        candidate = _weighed(stems, met[stems], len(passages), length, known, background)
        if candidate is not None:
            weighed[stems] = candidate
    held = [[weighed[stems] for stems in found if stems in weighed] for found in inside]
    companions = _companions(held)
    return [_best_first(each for each in found if each.stems not in companions) for found in held]


def _companions(held: Sequence[Sequence[Candidate]]) -> frozenset[Stems]:
    """Words that mostly stand beside a counterpart that a lexicon knows: they answer its neighbours.

    After the competitive linking of Melamed, "Models of translational equivalence among words"
    (Computational Linguistics 26:2, 2000): what is explained already explains nothing else.
    """
    met: Counter[Stems] = Counter()
    beside: Counter[Stems] = Counter()
    for found in held:
        others = [each.stems for each in found if not each.listed]
        met.update(others)
        if len(others) < len(found):
            beside.update(others)
    return frozenset(stems for stems, count in beside.items() if 2 * count > met[stems])


def _best_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda each: (-each.weight, -len(each.stems), each.stems))


def _words(passages: Sequence[Sequence[str]], known: Known, background: Background) -> frozenset[str]:
    """The words of which candidates are made."""
    held: Counter[str] = Counter()
    for passage in passages:
        held.update(set(passage))
    elsewhere: Counter[str] = Counter()
    for text in background.passages:
        elsewhere.update(set(text.split()))
    scale = _scale(background)
    translating = {word for translations in known.words for word in translations}
    translating |= {word for phrase in known.phrases for word in phrase}
    chosen: list[tuple[float, str]] = []
    for word, count in held.items():
        if known.function(word):
            continue
        table = Contingency(
            count, len(passages), count + elsewhere[word] * scale, len(passages) + background.total
        )
        if word in translating:
            chosen.append((2.0, word))
        elif count >= _FEWEST and table.likelihood >= SIGNIFICANT:
            chosen.append((table.dice, word))
    chosen.sort(key=lambda each: (-each[0], each[1]))
    return frozenset(word for _, word in chosen[:_MOST_WORDS])


def _phrases(passage: Sequence[str], words: frozenset[str], longest: int, known: Known) -> Iterator[Stems]:
    """Stretches of the passage that begin and end with chosen words, with at most one other word inside.

    Function words do not count: "illicit drug trafficking", "traffic in drugs".
    """
    for first, stem in enumerate(passage):
        if stem not in words:
            continue
        others = 0
        for last in range(first, min(first + longest, len(passage))):
            if passage[last] in words:
                yield tuple(passage[first : last + 1])
                continue
            others += not known.function(passage[last])
            if others > _BETWEEN:
                break


def _weighed(
    stems: Stems, met: int, passages: int, length: int, known: Known, background: Background
) -> Candidate | None:
    needle = f" {' '.join(stems)} "
    elsewhere = sum(needle in text for text in background.passages) * _scale(background)
    table = Contingency(met, passages, met + elsewhere, passages + background.total)
    listed, covered = stems in known.phrases, known.coverage(stems)
    proven = met >= _FEWEST and table.dice >= _WEAKEST and table.likelihood >= SIGNIFICANT
    if not listed and not covered and not proven:
        return None
    content = sum(not known.function(stem) for stem in stems)
    weight = table.dice + _LISTED * listed + _COVERED * covered - _LENGTH * abs(content - length)
    return Candidate(stems, weight, listed or covered > _LISTED, table.dice, table.likelihood)


def _scale(background: Background) -> float:
    return background.total / len(background.passages) if background.passages else 0.0
