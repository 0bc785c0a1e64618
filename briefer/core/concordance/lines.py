"""Lines of a concordance (key word in context) as values: their contexts, their order, their counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from briefer.core.concordance.context import after, before, one_line
from briefer.core.document import Kind, Span, Translation
from briefer.core.query.values import Words
from briefer.core.wordforms import Token, fold
from briefer.core.written import Written, occurrences

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


class Order(StrEnum):
    """How lines are sorted: as they stand in the documents, by context, by counterpart term."""

    PLACE = "place"
    LEFT = "left"
    RIGHT = "right"
    COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True)
class KwicLine:
    """One place of the term: `node` in the `text` of paragraph `index`.

    `counterpart` is the passage that corresponds: the sentences where they are known, else the
    paragraphs, joined by newlines; None where there is none. `counterpart_marks` are the places in it
    of `counterpart_term`, the words that answer the term there; None where no words were made out.
    """

    document_id: str
    title: str
    symbol: str | None
    language: str
    label: str | None
    index: int
    text: str
    node: Span
    counterpart_language: str | None = None
    counterpart: str | None = None
    counterpart_marks: tuple[Span, ...] = ()
    counterpart_term: str | None = None
    kind: Kind | None = None
    translation: Translation | None = None

    @property
    def written(self) -> str:
        """The term as it stands here."""
        return one_line(self.text[self.node.start : self.node.end])

    def left(self, width: int) -> str:
        """At most `width` code points of what stands before, from a whole word on, on one line."""
        return before(self.text, self.node.start, width)

    def right(self, width: int) -> str:
        """At most `width` code points of what stands after, up to a whole word, on one line."""
        return after(self.text, self.node.end, width)


@dataclass(frozen=True, slots=True)
class TermCount:
    """How many lines have `term` as their counterpart, most written that way.

    `listed` tells that a lexicon knows it; `dice` and `likelihood` say how strongly both go together
    (`briefer.core.concordance.association`).
    """

    term: str
    count: int
    listed: bool = False
    dice: float = 0.0
    likelihood: float = 0.0


@dataclass(frozen=True, slots=True)
class Concordance:
    """The lines of `term` in `language`, and their counterpart terms, most frequent first.

    `total` counts all places, also those beyond the lines.
    """

    term: str
    language: str
    lines: tuple[KwicLine, ...] = ()
    counts: tuple[TermCount, ...] = ()
    total: int = 0

    @property
    def unanswered(self) -> int:
        """How many lines have no counterpart term."""
        return sum(line.counterpart_term is None for line in self.lines)

    @property
    def documents(self) -> int:
        """How many documents have lines."""
        return len({line.document_id for line in self.lines})

    def ordered(self, order: Order) -> Concordance:
        """The same with its lines sorted."""
        return replace(self, lines=sorted_lines(self.lines, order))

    def only(self, terms: frozenset[str | None]) -> tuple[KwicLine, ...]:
        """The lines with one of these counterpart terms; None stands for those without."""
        return tuple(line for line in self.lines if line.counterpart_term in terms)


def sorted_lines(lines: Sequence[KwicLine], order: Order) -> tuple[KwicLine, ...]:
    """`lines` by `order`; those that are alike stay as they were.

    Contexts are compared word by word from the node outward, without case, ё as е.
    """
    keys: dict[Order, Callable[[KwicLine], object]] = {
        Order.LEFT: lambda line: tuple(reversed(_words(line.text[: line.node.start]))),
        Order.RIGHT: lambda line: tuple(_words(line.text[line.node.end :])),
        Order.COUNTERPART: lambda line: (line.counterpart_term is None, fold(line.counterpart_term or "")),
    }
    key = keys.get(order)
    return tuple(lines) if key is None else tuple(sorted(lines, key=key))  # type: ignore[arg-type]


def term_stems(tokens: Iterable[Token]) -> tuple[str, ...]:
    """What is looked for, from the tokens of what was typed: words, and symbols as a whole."""
    stems: list[str] = []
    end = 0
    for token in tokens:
        if token.whole_symbol:
            end = token.end
            stems.append(token.stem)
        elif token.start >= end:
            stems.append(token.stem)
    return tuple(stems)


def places(tokens: Sequence[Token], stems: Sequence[str]) -> tuple[Span, ...]:
    """Where the words `stems` stand next to each other among the tokens of a text, none over another."""
    found: list[Span] = []
    size, end, place = len(stems), 0, 0
    while stems and place + size <= len(tokens):
        if tokens[place].stem == stems[0] and tokens[place].start >= end:
            window = tokens[place : place + size]
            if all(t.stem == s for t, s in zip(window, stems, strict=True)):
                end = max(token.end for token in window)
                found.append(Span(window[0].start, end))
        place += 1
    return tuple(found)


def places_in(text: str, held: str, stems: Sequence[str], written: Written) -> tuple[Span, ...]:
    """`places` in a text whose string of stems, as in `WordForms.stems`, is at hand: much quicker."""
    if not stems:
        return ()
    needle = Words(tuple(stems)).needle
    found: list[Span] = []
    steps = [0, *accumulate(len(stem) + 1 for stem in stems[:-1])]
    spans = [written.stretches(text, held, stem) for stem in stems]
    end = 0
    for first in occurrences(held, needle):
        window = [of_stem[first + step] for of_stem, step in zip(spans, steps, strict=True)]
        if window[0][0] >= end:
            end = max(last for _, last in window)
            found.append(Span(window[0][0], end))
    return tuple(found)


def commonest(written: Iterable[str]) -> str:
    """The way in which words are written most often; in small letters where both are met."""
    forms = Counter(one_line(each) for each in written)
    together: Counter[str] = Counter()
    for form, count in forms.items():
        together[form.casefold()] += count
    best = min(together, key=lambda form: (-together[form], form))
    return min((f for f in forms if f.casefold() == best), key=lambda f: (f != best, -forms[f], f))


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]
