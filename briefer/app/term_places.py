"""Where a term stands in the saved documents, as the lines of a concordance, and in which language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefer.app.library import Library
from briefer.core.concordance.lines import KwicLine, places, places_in
from briefer.core.document import Span
from briefer.core.language import UNKNOWN
from briefer.core.query import Words

if TYPE_CHECKING:
    from briefer.store.concordance import ConcordanceView, Holder


class TermLines(NamedTuple):
    """The first lines of a term in a `language`, in which it stands in `total` places."""

    language: str
    lines: list[KwicLine]
    total: int


class First(NamedTuple):
    """What the index knows of a term in a language: how many places, and by document the paragraphs with
    the first of them.
    """

    language: str
    total: int
    paragraphs: Mapping[str, Sequence[int]]


class TermPlaces:
    """Finds the places of one term (its `stems`), at most `limit` of them as lines."""

    def __init__(self, library: Library, stems: tuple[str, ...], language: str | None, limit: int) -> None:
        self._library = library
        self._stems = stems
        self._language = language
        self._limit = limit

    def indexed(self) -> First:
        """What is in the library, best documents first. Raises LibraryError."""
        words = Words(self._stems)
        with self._library.store.search.asked() as view:
            found = view.occurrences(words)
            language = self._language or _likelier(found.paragraphs)
            first = found.first(view.ranked(words), language, self._limit)
            return First(language, found.places.get(language, 0), first)

    def lines_of(self, first: First, view: ConcordanceView) -> TermLines:
        """The lines of what the index knows."""
        lines, counted = self._lines(view.holders_at(first.language, first.paragraphs))
        # What the index has may be of a moment ago.
        total = max(first.total, counted) if counted >= self._limit else counted
        return TermLines(first.language, lines, total)

    def lines_in(self, document_id: str, view: ConcordanceView) -> TermLines:
        """The lines in one document."""
        holders = view.holders_in(Words(self._stems).needle, document_id)
        language = self._language or _likelier(Counter(holder.language for holder in holders))
        lines, counted = self._lines([holder for holder in holders if holder.language == language])
        return TermLines(language, lines, counted)

    def _lines(self, holders: Sequence[Holder]) -> tuple[list[KwicLine], int]:
        """The first lines, and how many places there are in all of `holders`."""
        forms, written = self._library.store.forms, self._library.store.search.written
        lines: list[KwicLine] = []
        counted = 0
        for holder in holders:
            if holder.method == forms.method:
                found = places_in(holder.text, holder.stems, self._stems, written)
            else:
                found = places(forms.tokens(holder.text), self._stems)
            counted += len(found)
            lines += [_line(holder, span) for span in found[: max(0, self._limit - len(lines))]]
        return lines, counted


def _likelier(counts: Mapping[str, int]) -> str:
    """The language with the most paragraphs; of equal ones the first."""
    return max(counts, key=lambda name: counts[name], default=UNKNOWN)


def _line(holder: Holder, node: Span) -> KwicLine:
    return KwicLine(
        document_id=holder.document_id,
        title=holder.title,
        symbol=holder.symbol,
        language=holder.language,
        label=holder.label,
        index=holder.index,
        text=holder.text,
        node=node,
        kind=holder.kind,
        translation=holder.translation,
    )
