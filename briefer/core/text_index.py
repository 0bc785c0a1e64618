"""Finds in all paragraphs of an open document what a person types, letter by letter or in any form.

Words are found through an index of the words that occur, so that a search of thousands of
paragraphs takes a few milliseconds; paragraphs are put in one by one, as time allows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from briefer.core.document import Span
from briefer.core.finding import Folded, fold, fold_both
from briefer.core.values import dataclass

_WORD = re.compile(r"\w+")
_BETWEEN = r"[^\w]+"
_ENDING = 7  # letters that another form may have more
_SHORTEST = 3  # letters of a word whose forms are looked for


@dataclass(frozen=True, slots=True)
class Needle:
    """What is looked for, and how.

    `forms` finds whole words in any form besides the letters as they are typed; with `whole`
    nothing is found inside longer words; with `case` letters must be small or capital as typed, and
    forms are not looked for.
    """

    text: str
    forms: bool = True
    whole: bool = False
    case: bool = False


class TextIndex:
    """The paragraphs, numbered from 0 as they were put in."""

    def __init__(self) -> None:
        self.folded: list[Folded] = []
        self.cased: list[Folded] = []
        self._words: dict[str, list[int]] = {}  # with a paragraph's number for every occurrence
        self._sorted: list[str] | None = None

    def add(self, text: str) -> None:
        folded, cased = fold_both(text)
        number = len(self.folded)
        self.folded.append(folded)
        self.cased.append(cased)
        for word in _WORD.findall(folded.text):
            self._words.setdefault(word, []).append(number)
        self._sorted = None

    def search(self, needle: Needle, stem: Callable[[str], str]) -> Occurrences:
        """Everything that `needle` finds; `stem` gives a word the form in which words are compared."""
        return Occurrences(self, needle, stem)

    def forms_of(self, word: str, stem: Callable[[str], str]) -> frozenset[str]:
        """The words that occur and are forms of a folded word.

        Only words that begin as the word or its stem does and are not much longer are looked at: stems
        may be slow to find.
        """
        if len(word) < _SHORTEST or not word.isalpha():
            return frozenset({word})
        wanted = stem(word)
        begin = min(3, len(word) - 1)
        candidates = self._beginning(word[:begin]) | self._beginning(wanted[:begin])
        longest = max(len(word), len(wanted)) + _ENDING
        return frozenset({word, *(c for c in candidates if len(c) <= longest and stem(c) == wanted)})

    def occurring(self, word: str) -> list[int]:
        """The paragraphs that hold a word, each as often as it does."""
        return self._words.get(word, [])

    def holding(self, letters: str) -> list[str]:
        """The words with `letters` in them."""
        return [word for word in self._words if letters in word]

    def _beginning(self, letters: str) -> set[str]:
        if self._sorted is None:
            self._sorted = sorted(self._words)
        first = bisect_left(self._sorted, letters)
        last = bisect_left(self._sorted, letters + "\U0010ffff")
        return set(self._sorted[first:last])


class Occurrences:
    """What one search has found: `counts` by the paragraph's number, places as they are asked for."""

    def __init__(self, index: TextIndex, needle: Needle, stem: Callable[[str], str]) -> None:
        self._index = index
        self._needle = needle
        self._formed = needle.forms and not needle.case
        letters = fold(needle.text, case=needle.case).text
        self._letters = letters.strip() if self._formed else letters
        self._texts = index.cased if needle.case else index.folded
        self._parts = _WORD.findall(self._letters)
        self._forms = [index.forms_of(w, stem) if self._formed else frozenset({w}) for w in self._parts]
        self._spans = lru_cache(maxsize=512)(self._find)

    @cached_property
    def counts(self) -> Counter[int]:
        """How often it stands in each paragraph; those without it are left out."""
        if not self._letters.strip():
            return Counter()
        short = self._parts == [self._letters] and len(self._letters) < _SHORTEST
        if self._parts == [self._letters] and not self._needle.case and (self._needle.whole or not short):
            return self._counted_by_words()
        if (short or not self._formed) and not self._needle.whole:
            return Counter({n: times for n, f in enumerate(self._texts) if (times := f.count(self._letters))})
        return +Counter({number: len(self.spans(number)) for number in self._candidates()})

    def spans(self, number: int) -> tuple[Span, ...]:
        """Where it stands in a paragraph, in code points, none over another."""
        return self._spans(number)

    def _counted_by_words(self) -> Counter[int]:
        counts: Counter[int] = Counter()
        (forms,) = self._forms
        whole = forms if self._formed or self._needle.whole else frozenset[str]()
        for word in whole:
            counts.update(self._index.occurring(word))
        if not self._needle.whole:
            for word in self._index.holding(self._letters):
                if word not in whole:
                    times = word.count(self._letters)
                    for _ in range(times):
                        counts.update(self._index.occurring(word))
        for number in [n for n in counts if self._index.folded[n].places is not None]:
            counts[number] = len(self.spans(number))
        return counts

    def _candidates(self) -> Iterable[int]:
        literal = {n for n, folded in enumerate(self._texts) if self._letters in folded.text}
        if not self._parts or not self._formed:
            return literal
        held = [{number for word in forms for number in self._index.occurring(word)} for forms in self._forms]
        return literal | set.intersection(*held)

    def _find(self, number: int) -> tuple[Span, ...]:
        if not self._letters.strip():
            return ()
        folded = self._texts[number]
        found: list[Span] = []
        for match in self._pattern.finditer(folded.text):
            span = folded.span(*match.span())
            # One letter may fold to two ("ß"), so that both halves are the same place.
            if not found or span.start >= found[-1].end:
                found.append(span)
        return tuple(found)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """The forms as whole words, else the letters as they are typed."""
        typed = re.escape(self._letters)
        if self._needle.whole:
            typed = (r"(?<!\w)" if self._letters[0].isalnum() else "") + typed
            typed += r"(?!\w)" if self._letters[-1].isalnum() else ""
        if not self._parts or not self._formed:
            return re.compile(typed)
        words = (f"(?:{'|'.join(map(re.escape, sorted(forms, reverse=True)))})" for forms in self._forms)
        return re.compile(rf"(?<!\w){_BETWEEN.join(words)}(?!\w)|{typed}")
