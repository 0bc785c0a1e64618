"""The words that stand in the library as they are written: for beginnings, likenesses and corrections."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefer.core.query.values import All, AnyOf, Beginning, Like, Near, Not, Place, Query, Some, Words
from briefer.core.wordforms import WordForms, fold
from briefer.store.inverted.segment import Segment

MOST_BEGUN = 256  # words that a beginning stands for, the most frequent ones
MOST_LIKE = 64
_SCANNED = 20_000  # words with one beginning that are looked at
_LAST = chr(sys.maxunicode)  # follows whatever a word may go on with
_SHORT = 4  # letters; a word as short is corrected by one letter only
_TRIED = 5  # corrections


class Known(NamedTuple):
    """A word of the library, its stem, and how often it stands there."""

    word: str
    stem: str
    times: int


class Vocabulary:
    """The words of all `segments`."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._word_lengths: list[_ByLength] = []
        self._stem_lengths: list[_ByLength] = []

    def holds(self, stem: str) -> bool:
        """Whether some passage holds this stem."""
        return any(part.start < part.stop for part in (s.occurrences(stem) for s in self._segments))

    def begun(self, letters: str) -> list[Known]:
        """The words that begin with folded letters, the most frequent first."""
        return self._summed(known for segment in self._segments for known in _begun(segment, letters))

    def like(self, word: str, distance: int) -> list[tuple[int, Known]]:
        """The words at most `distance` letters from a folded one, nearest first, then the most frequent."""
        apart: dict[str, int] = {}
        found: list[Known] = []
        self._word_lengths = self._word_lengths or [_ByLength(segment.words) for segment in self._segments]
        for segment, words in zip(self._segments, self._word_lengths, strict=True):
            for other, steps in words.near(word, distance):
                place = bisect_left(segment.words, other)
                apart[other] = steps
                found.append(Known(other, segment.word_stems[place], int(segment.word_counts[place])))
        return sorted(
            ((apart[known.word], known) for known in self._summed(found)),
            key=lambda pair: (pair[0], -pair[1].times, pair[1].word),
        )

    def resolved(self, query: Query, forms: WordForms) -> Query:
        """`query` with the words that its beginnings and likenesses stand for."""
        match query:
            case Words():
                return self._words(query, forms)
            case Near(one, other, distance):
                return Near(self._words(one, forms), self._words(other, forms), distance)
            case Not(part):
                return Not(self.resolved(part, forms))
            case All(parts):
                return All(tuple(self.resolved(part, forms) for part in parts))
            case Some(parts):
                return Some(tuple(self.resolved(part, forms) for part in parts))
            case _:
                return query

    def corrections(self, word: str, forms: WordForms) -> list[str]:
        """Words of the library that may have been meant, likeliest first; none for a word that it knows."""
        plain = fold(word)
        if not plain.isalpha() or self.holds(forms.stem(word)):
            return []
        distance = 1 if len(plain) <= _SHORT else 2
        near = [(steps, known) for steps, known in self.like(plain, distance) if known.word.isalpha()]
        near.sort(key=lambda pair: (pair[0], pair[1].word[0] != plain[0], -pair[1].times))
        return [known.word for _, known in near[:_TRIED]]

    def _words(self, words: Words, forms: WordForms) -> Words:
        return Words(tuple(self._place(place, forms) for place in words.stems))

    def _place(self, place: Place, forms: WordForms) -> Place:
        match place:
            case Beginning(letters):
                return AnyOf(frozenset(known.stem for known in self.begun(letters)[:MOST_BEGUN]))
            case Like(word, distance):
                near = [known.stem for _, known in self.like(word, distance)[:MOST_LIKE]]
                return AnyOf(frozenset({forms.stem(word), *near, *self._alike(word, distance)}))
            case _:
                return place

    def _alike(self, word: str, distance: int) -> list[str]:
        """The stems at most `distance` letters from a folded word, nearest first.

        A word is mostly asked for by its lemma, while the texts may hold other forms of it only.
        """
        if not self._stem_lengths:
            self._stem_lengths = [_ByLength(set(segment.word_stems)) for segment in self._segments]
        apart = dict(found for stems in self._stem_lengths for found in stems.near(word, distance))
        return sorted(apart, key=lambda stem: (apart[stem], stem))[:MOST_LIKE]

    def _summed(self, found: Iterator[Known] | list[Known]) -> list[Known]:
        summed: dict[str, Known] = {}
        for known in found:
            before = summed.get(known.word)
            if before is not None:
                known = Known(known.word, known.stem, known.times + before.times)
            summed[known.word] = known
        return sorted(summed.values(), key=lambda known: (-known.times, known.word))


class _ByLength:
    """Words by how many letters they have: those alike are about as long, and are soon looked through."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[int, list[str]] = {}
        for word in words:
            self._words.setdefault(len(word), []).append(word)

    def near(self, word: str, distance: int) -> Iterator[tuple[str, int]]:
        """The words at most `distance` letters from a folded one, with how many they are from it."""
        for length in range(len(word) - distance, len(word) + distance + 1):
            found = process.extract(
                word,
                self._words.get(length, ()),
                scorer=OSA.distance,
                processor=None,
                score_cutoff=distance,
                limit=None,
            )
            yield from ((other, int(steps)) for other, steps, _ in found)


def _begun(segment: Segment, letters: str) -> Iterator[Known]:
    first = bisect_left(segment.words, letters)
    stop = min(bisect_left(segment.words, letters + _LAST, first), first + _SCANNED)
    part = slice(first, stop)
    times = segment.word_counts[part].tolist()
    return map(Known, segment.words[part], segment.word_stems[part], times)
