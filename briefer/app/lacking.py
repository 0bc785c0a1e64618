"""What a query asks for that nothing in the library has: a folder, a tag, an organ of that name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefer.app.narrowing import written_value
from briefer.core.hits import Lacking
from briefer.core.matching import leaves
from briefer.core.query import Dates, Field, parse_query
from briefer.core.query.lexing import lexemes
from briefer.core.wordforms import WordForms

if TYPE_CHECKING:
    from briefer.store.view import SearchView

_TOLD = {"lang", "symbol", "organ", "session", "item", "kind", "label", "tag", "stance", "in"}
KNOWN = 8  # values that are named; more are no help


class Missed(NamedTuple):
    """What is lacking, and where its value stands in the query."""

    lacking: Lacking
    start: int
    stop: int


def missed(view: SearchView, typed: str, forms: WordForms) -> Iterator[Missed]:
    """Of each field that is asked for in vain. `typed` can be read."""
    from briefer.store.known import is_there, known_values, near_values

    asked = {leaf for leaf, asked in leaves(parse_query(typed, forms)) if asked}
    for lexeme in lexemes(typed, forms):
        leaf = lexeme.operand
        if not isinstance(leaf, Dates | Field) or leaf not in asked or lexeme.value is None:
            continue
        if (isinstance(leaf, Field) and leaf.name not in _TOLD) or is_there(view, leaf):
            continue
        first, stop = lexeme.value
        value = typed[first:stop].strip('"“”„«»').strip()
        known = known_values(view, leaf)
        near = () if isinstance(leaf, Dates) else near_values(value, known)
        field = leaf.name if isinstance(leaf, Field) else "date"
        yield Missed(Lacking(field, value, near, known[:KNOWN]), first, stop)


def with_known(typed: str, lacking: Sequence[Missed]) -> str | None:
    """The query with values that there are in place of those that are lacking, None if one is like none."""
    if not lacking or not all(each.lacking.near for each in lacking):
        return None
    for each in sorted(lacking, key=lambda each: each.start, reverse=True):
        typed = f"{typed[: each.start]}{written_value(each.lacking.near[0])}{typed[each.stop :]}"
    return typed
