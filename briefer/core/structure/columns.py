"""Two text columns side by side on a page, a language in each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefer.core.labels import read_mark
from briefer.core.structure.balance import Weigh, alike_in_length
from briefer.core.structure.placed import Placed, text_of

LEAST_PURITY = 0.8
MOST_UNLIKE = 3.0
_ENDED = re.compile(r"[.;:!?…][\"”»’')\]]*\*{0,4}$")


def with_column_sides(placed: Sequence[Placed], weigh: Weigh, *, asked: bool = False) -> list[Placed]:
    """The blocks that stand in columns of a language each on that language's side.

    Page by page; if `asked`, a person has said that the columns are the languages.
    """
    pages: defaultdict[int | None, list[Placed]] = defaultdict(list)
    for found in placed:
        if found.block.column is not None and not found.block.furniture:
            pages[found.block.page].append(found)
    sides = {page: _sides(on_page, weigh, asked) for page, on_page in pages.items()}
    result = []
    for found in placed:
        block = found.block
        side = sides.get(block.page, {}).get(block.column) if block.column is not None else None
        result.append(found if side is None or block.furniture else replace(found, side=side))
    return _rejoined(result)


def _sides(on_page: Sequence[Placed], weigh: Weigh, asked: bool) -> dict[int | None, int]:
    weights: defaultdict[int, list[int]] = defaultdict(list)
    for found in on_page:
        weights[found.block.column or 0].append(weigh(text_of(found.block)))
    if len(weights) < 2 and not asked:
        return {}
    columns = sorted(weights)
    totals = [sum(weights[column]) for column in columns]
    if asked and len(columns) > 1 and not (totals[0] * totals[1] < 0):
        return {column: min(number, 1) for number, column in enumerate(columns)}
    if asked:
        return {column: int(total < 0) for column, total in zip(columns, totals, strict=True) if total}
    first, second = totals[:2]
    pure = all(
        abs(sum(listed)) >= (2 * LEAST_PURITY - 1) * sum(map(abs, listed)) for listed in weights.values()
    )
    if len(columns) != 2 or first * second >= 0 or not pure:
        return {}
    if not alike_in_length(first, second, MOST_UNLIKE):
        return {}
    return {columns[0]: int(first < 0), columns[1]: int(second < 0)}


def _rejoined(placed: Sequence[Placed]) -> list[Placed]:
    """Paragraphs that go on in the same column of the next page made whole."""
    result: list[Placed] = []
    last: dict[int, int] = {}
    for found in placed:
        side = found.side
        before = last.get(side) if side is not None and found.block.column is not None else None
        if before is not None and _goes_on(result[before], found):
            block = result[before].block
            whole = replace(
                block,
                lines=(*block.lines[:-1], replace(block.lines[-1], filled=True), *found.block.lines),
                boxes=(*block.boxes, *found.block.boxes),
                links=(*block.links, *found.block.links),
            )
            result[before] = replace(result[before], block=whole)
            continue
        if side is not None and found.block.column is not None and not _is_note(found):
            last[side] = len(result)
        result.append(found)
    return result


def _goes_on(one: Placed, other: Placed) -> bool:
    """Whether a paragraph at a page's end goes on at the head of the next."""
    if one.block.page == other.block.page or one.block.heading or other.block.heading:
        return False
    end, start = text_of(one.block), text_of(other.block)
    return not _ENDED.search(end) and start[:1].islower() and read_mark(start) is None


def _is_note(found: Placed) -> bool:
    mark = read_mark(text_of(found.block))
    return mark is not None and mark.sort == "footnote"
