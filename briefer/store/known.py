"""Which values of the fields of a query there are in the library, and which are like one that is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from briefer.core.query.values import Dates, Field, Leaf, is_of_document
from briefer.core.wordforms import fold

if TYPE_CHECKING:
    from briefer.store.view import SearchView

_ALIKE = 70  # of 100
_NEAR = 3


def is_there(view: SearchView, leaf: Field | Dates) -> bool:
    """Whether anything in the library is so."""
    if is_of_document(leaf):
        return bool(view.facts.documents(leaf))
    return view.answers(leaf).count > 0


def known_values(view: SearchView, leaf: Leaf) -> tuple[str, ...]:
    """The values that there are of a field, the most frequent first; of dates the first and the last year."""
    if isinstance(leaf, Dates):
        years = sorted({facts.year for facts in view.facts.all.values() if facts.year})
        return tuple(dict.fromkeys((years[0], years[-1]))) if years else ()
    if not isinstance(leaf, Field):
        return ()
    counted = Counter(value for value in _values(view, leaf.name) if value)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))


def near_values(value: str, known: Sequence[str]) -> tuple[str, ...]:
    """Those of `known` that may have been meant by `value`, the likeliest first."""
    found = process.extract(
        value, known, scorer=fuzz.WRatio, processor=fold, score_cutoff=_ALIKE, limit=_NEAR
    )
    return tuple(name for name, _, _ in found)


def _values(view: SearchView, name: str) -> Iterable[str | None]:
    facts = view.facts.all.values()
    match name:
        case "in":
            return (*view.facts.folder_names(), *(each.symbol for each in facts))
        case "symbol":
            return (each.symbol for each in facts)
        case "organ":
            return (organ for each in facts for organ in (each.organ, each.parent_organ))
        case "session":
            return (each.session for each in facts)
        case "item":
            return (each.agenda_item for each in facts)
        case "tag":
            return (tag for each in view.facts.annotated for tag in each.tags)
        case "stance":
            return (each.stance for each in view.facts.annotated)
        case "lang" | "kind":
            segments = view.opened.segments
            listed = (s.language_names if name == "lang" else s.kind_names for s in segments)
            names = {each for names in listed for each in names if each.isalpha()}  # not that of heads
            return (each for each in names if is_there(view, Field(name, each)))
        case _:
            return ()
