"""Which facets of search results are offered as chips, and what they say."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.app.narrowing import FIELDS_OF_FACETS, clause, narrows
from briefer.app.texts import Texts
from briefer.core.hits import SearchResults
from briefer.gui.search.chips import Chip
from briefer.gui.search.words import facet_words

MOST = {"organ": 3, "session": 2, "year": 3, "language": 2, "kind": 3}
_WIDEST = 30  # letters


def facet_chips(results: SearchResults, query: str, texts: Texts) -> tuple[Chip, ...]:
    """The chips of a search: what narrows it already, then what would narrow it further."""
    chips = list(_chips(results, query, texts))
    return (*(chip for chip in chips if chip.on), *(chip for chip in chips if not chip.on))


def _chips(results: SearchResults, query: str, texts: Texts) -> Iterator[Chip]:
    for facet in FIELDS_OF_FACETS:
        values = results.facets.get(facet, ())
        shown = 0
        for value, count in values:
            asked = clause(facet, value)
            on = narrows(query, asked)
            if not on and (len(values) < 2 or shown >= MOST[facet]):
                continue
            shown += not on
            name = facet_words(facet, value, texts)
            words = name if len(name) <= _WIDEST else name[: _WIDEST - 1].rstrip() + "…"
            told = texts.gettext("Narrowed to: {name}") if on else texts.gettext("Narrow to: {name}")
            spoken = f"{told.format(name=name)} ({count})"
            yield Chip(f"{words} ×" if on else f"{words} ({count})", spoken, on, asked)
