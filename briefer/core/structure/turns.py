"""Language versions that take turns, paragraph by paragraph or stretch by stretch.

Each piece goes by its own letters, but a cover page in one language stays whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefer.core.structure.balance import alike_in_length
from briefer.core.structure.heads import body_start, masthead_end
from briefer.core.structure.masthead_lines import masthead_field
from briefer.core.structure.paragraphs import Piece
from briefer.core.structure.versions import in_two_languages

LEAST_IN_TURN = 0.5
# Two runs are one version after the other.
LEAST_RUNS = 4
# Fields that a cover page in one language does not have in the other.
_TELLING = {"organ", "session", "agenda_item"}


def take_turns(weights: Sequence[int]) -> bool:
    """Whether runs of the two languages stand beside each other that may say the same."""
    runs = [sum(group) for _, group in groupby((w for w in weights if w), key=lambda w: w > 0)]
    total = sum(map(abs, runs))
    if len(runs) < LEAST_RUNS:
        return False
    return max(_in_turn(runs), _in_turn(runs[1:])) >= LEAST_IN_TURN * total


def _in_turn(runs: Sequence[int]) -> int:
    pairs = zip(runs[::2], runs[1::2], strict=False)
    return sum(abs(one) + abs(other) for one, other in pairs if alike_in_length(one, other))


def sides_in_turn(pieces: Sequence[Piece], weights: Sequence[int]) -> list[int]:
    """The side of each piece: where its place tells one, that one, else by its own letters."""
    cover, cover_side = cover_of(pieces, weights)
    current = next((int(w < 0) for w in weights if w), 0)
    current = next((p.side for p in pieces if p.side is not None), current) if cover else current
    whole = _one_sided_stretches(pieces, weights)
    sides = []
    for place, (piece, weight) in enumerate(zip(pieces, weights, strict=True)):
        if piece.side is not None:
            current = piece.side
        elif place < cover:
            current = cover_side
        elif place in whole:
            current = whole[place]
        elif weight:
            current = int(weight < 0)
        sides.append(current)
    return sides


def cover_of(pieces: Sequence[Piece], weights: Sequence[int]) -> tuple[int, int]:
    """How many pieces at the head are a cover page in one language, and the side of that language."""
    free = next((n for n, piece in enumerate(pieces) if piece.side is not None), len(pieces))
    head = [piece for piece in pieces[:free] if not piece.furniture]
    start = body_start(head)
    end = masthead_end(head[:start])
    if not end:
        return 0, 0
    last = head[end - 1]
    end = next(number for number, piece in enumerate(pieces) if piece is last) + 1
    side = int(sum(weights[:end]) < 0)
    if _bilingual(pieces[:end], weights[:end], side):
        return 0, 0
    return end, side


def _bilingual(pieces: Sequence[Piece], weights: Sequence[int], side: int) -> bool:
    """Whether the rarer language of a cover has more than the lines that need no translation."""
    for piece, weight in zip(pieces, weights, strict=True):
        field = masthead_field(piece.text)
        if weight and int(weight < 0) != side and field is not None and field.name in _TELLING:
            return True
    return False


def _one_sided_stretches(pieces: Sequence[Piece], weights: Sequence[int]) -> dict[int, int]:
    """The pieces between those whose place tells their side, where they are in one language alone.

    Names in the other letters stay with what surrounds them.
    """
    found: dict[int, int] = {}
    if all(piece.side is None for piece in pieces):
        return found
    for free, group in groupby(range(len(pieces)), key=lambda n: pieces[n].side is None):
        stretch = list(group)
        listed = [weights[n] for n in stretch]
        if free and any(listed) and not in_two_languages([pieces[n] for n in stretch], listed):
            found.update(dict.fromkeys(stretch, int(sum(listed) < 0)))
    return found
