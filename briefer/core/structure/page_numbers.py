"""Page numbers and running heads in texts whose format has no pages: set apart, not lost.

A line is a page number if it is one of a row that counts on, with text in between.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefer.core.labels import read_mark
from briefer.core.language import scripts
from briefer.core.structure.joining import joined
from briefer.core.structure.paragraphs import Piece

LEAST_NUMBERS = 3
LEAST_SIGNED_NUMBERS = 2
LEAST_HEADS = 3
LONGEST_HEAD = 120
# So many letters at least stand between two page numbers.
LEAST_BETWEEN = 40
_NUMBER = re.compile(r"(?P<bare>\d{1,4})|[-–—]\s?(?P<dashed>\d{1,4})\s?[-–—]|(?P<part>\d{1,4})/\d{1,4}")
_NAMED = re.compile(
    r"(?:Page|p\.|Стр\.|Страница|стр\.|с\.)\s*(?P<number>\d{1,4})(?:\s*(?:of|из|/)\s*\d{1,4})?", re.IGNORECASE
)
_ENDED = re.compile(r"[.;:!?…][\"”»’')\]]*\*{0,4}$")


def with_page_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, page numbers and what runs beside them as furniture.

    A paragraph that goes on behind them is made whole, and stands before them.
    """
    numbers = _numbers(pieces)
    if not numbers:
        return list(pieces)
    apart = numbers | _heads(pieces, numbers)
    marked = [
        replace(piece, furniture=True, heading=None) if place in apart else piece
        for place, piece in enumerate(pieces)
    ]
    return _made_whole(marked, apart)


def _numbers(pieces: Sequence[Piece]) -> set[int]:
    """The places of the longest row of numbers that count on by one."""
    rows: dict[int, list[int]] = {}  # the number that would come next, and the places so far
    letters = [0]
    for piece in pieces:
        letters.append(letters[-1] + scripts(piece.text).total)
    for place, piece in enumerate(pieces):
        number = _number(piece)
        if number is None:
            continue
        before = rows.pop(number, [])
        if before and letters[place] - letters[before[-1]] < LEAST_BETWEEN:
            rows[number] = before
            continue
        listed = [*before, place]
        if len(listed) >= len(rows.get(number + 1, ())):
            rows[number + 1] = listed
    longest = max(rows.values(), key=len, default=[])
    signed = all(not pieces[place].text.isdecimal() for place in longest)
    return set(longest) if len(longest) >= (LEAST_SIGNED_NUMBERS if signed else LEAST_NUMBERS) else set()


def _number(piece: Piece) -> int | None:
    if piece.furniture or piece.cell or piece.contents or len(piece.text) > 20:
        return None
    found = _NUMBER.fullmatch(piece.text) or _NAMED.fullmatch(piece.text)
    return int(next(group for group in found.groups() if group)) if found else None


def _heads(pieces: Sequence[Piece], numbers: set[int]) -> set[int]:
    """Lines beside page numbers that are the same on page after page."""
    beside = {place + step for place in numbers for step in (-2, -1, 1, 2)} - numbers
    listed = [p for p in beside if 0 <= p < len(pieces) and _could_run(pieces[p].text)]
    counted = Counter(pieces[place].text for place in listed)
    return {place for place in listed if counted[pieces[place].text] >= LEAST_HEADS}


def _could_run(text: str) -> bool:
    return len(text) <= LONGEST_HEAD and not _ENDED.search(text)


def _made_whole(pieces: Sequence[Piece], apart: set[int]) -> list[Piece]:
    found: list[Piece] = []
    last: int | None = None  # the place in `found` of the last piece that is text
    skipped = False
    for place, piece in enumerate(pieces):
        if place in apart:
            skipped = True
        elif skipped and last is not None and _goes_on(found[last], piece):
            before = found[last]
            found[last] = replace(
                before,
                text=joined([before.text, piece.text]),
                boxes=(*before.boxes, *piece.boxes),
                links=(*before.links, *piece.links),
            )
            skipped = False
            continue
        else:
            last, skipped = len(found), False
        found.append(piece)
    return found


def _goes_on(piece: Piece, following: Piece) -> bool:
    if piece.cell or piece.contents or piece.heading or following.heading or following.cell:
        return False
    goes_on = not _ENDED.search(piece.text) and following.text[:1].islower()
    return goes_on and read_mark(following.text) is None
