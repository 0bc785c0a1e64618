"""From the blocks of a file to the parts that are in one language each.

A person may say how the languages stand in the file; otherwise it is found out: in columns of a
table or of a page, both in one paragraph, one version after the other, or taking turns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefer.core.language import UNKNOWN, language_of, scripts
from briefer.core.layout import Layout, Reading
from briefer.core.structure.arranging import arranged, is_sentence
from briefer.core.structure.balance import Weigh, pure_weight, weighing, weighing_of
from briefer.core.structure.columns import with_column_sides
from briefer.core.structure.inline import halves
from briefer.core.structure.lines import Block
from briefer.core.structure.masthead_lines import masthead_field
from briefer.core.structure.page_numbers import with_page_numbers
from briefer.core.structure.paragraphs import Piece, pieces_of
from briefer.core.structure.placed import Placed, text_of
from briefer.core.structure.tables import language_columns, tables_in, widest_columns
from briefer.core.structure.turns import sides_in_turn, take_turns
from briefer.core.structure.versions import (
    best_cut,
    in_two_languages,
    weights_of,
    with_notes_at_home,
    with_notes_at_marks,
)
from briefer.core.values import dataclass

# So much of a text must stand in columns of two languages for these to be its versions.
LEAST_IN_COLUMNS = 0.3
LEAST_IN_HALVES = 0.3
LEAST_IN_HALVES_WITHOUT_SIGN = 0.4
ORDER = ("ru", "en")
SAMPLE = 400  # blocks


@dataclass(frozen=True, slots=True)
class Part:
    """The pieces of one language, in order."""

    language: str
    pieces: tuple[Piece, ...]


def parts_of(blocks: Sequence[Block], reading: Reading = Reading()) -> list[Part]:
    """The language versions in a text: one or two, Russian first, then English.

    Never fails: where the text does not bear the layout that was asked for, what is
    nearest to it is done, and a text that cannot be parted is one version.
    """
    finder = _Finder([block for block in blocks if block.lines], reading)
    pieces, sides = finder.found()
    with_notes_at_marks(pieces, sides)
    kept = [side for piece, side in zip(pieces, sides, strict=True) if _says_something(piece)]
    if len(set(kept)) < 2:
        return [_part(pieces, reading.languages[:1])]
    first = finder.first_side(pieces, kept)
    listed = [
        _part(
            [p for p, side in zip(pieces, sides, strict=True) if side == wanted], reading.languages[n : n + 1]
        )
        for n, wanted in enumerate((first, 1 - first))
    ]
    if listed[0].language == listed[1].language:
        return [_part(pieces, reading.languages[:1])]
    return sorted(listed, key=lambda p: ORDER.index(p.language) if p.language in ORDER else len(ORDER))


def _says_something(piece: Piece) -> bool:
    return not piece.furniture and any(character.isalpha() for character in piece.text)


def _part(pieces: Sequence[Piece], said: Sequence[str]) -> Part:
    text = "\n".join(piece.text for piece in pieces if not piece.furniture)
    return Part(said[0] if said else language_of(text) or UNKNOWN, tuple(pieces))


class _Finder:
    """Finds the pieces of a file and the side, 0 or 1, that each is on."""

    def __init__(self, blocks: Sequence[Block], reading: Reading) -> None:
        self._blocks = blocks
        self._layout = reading.layout
        self._weigh: Weigh = (
            weighing(reading.languages) if reading.languages else weighing_of(_sample(blocks))
        )
        self._tables = tables_in(blocks)
        self._sided = False

    def found(self) -> tuple[list[Piece], list[int]]:
        pieces = with_page_numbers(pieces_of(self._placed()))
        if self._layout is Layout.SINGLE:
            return pieces, [0] * len(pieces)
        if self._layout is Layout.INLINE:
            return self._in_turn(_halved(pieces, anywhere=True, habit=True))
        if self._sided and any(piece.side is not None for piece in pieces):
            return self._in_turn(_halved(pieces))
        if self._layout not in {Layout.AUTO, Layout.SEQUENTIAL}:  # a file without such columns
            return self._in_turn(_halved(pieces))
        hints = [piece.side for piece in pieces]
        pieces = [replace(piece, side=None) for piece in pieces]
        weights = weights_of(pieces, self._weigh)
        if self._layout is Layout.SEQUENTIAL:
            sides = self._cut(pieces, weights, asked=True) or [0] * len(pieces)
        else:
            pieces, sides = self._unasked(pieces, weights)
        if len(set(sides)) > 1 and len(pieces) == len(hints):
            sides = [side if hint is None else hint for side, hint in zip(sides, hints, strict=True)]
        return pieces, sides

    def first_side(self, pieces: Sequence[Piece], sides: Sequence[int]) -> int:
        """The side that stands first: in columns the one on the left, else the one that opens the text."""
        return next((p.side for p in pieces if p.side is not None), sides[0])

    def _unasked(self, pieces: list[Piece], weights: list[int]) -> tuple[list[Piece], list[int]]:
        for anywhere, least in ((False, LEAST_IN_HALVES), (True, LEAST_IN_HALVES_WITHOUT_SIGN)):
            halved = _halved(pieces, anywhere)
            if _letters(p for p in halved if p.side is not None) >= least * max(1, _letters(pieces)):
                return self._in_turn(_halved(pieces, anywhere, habit=True))
        if sides := self._cut(pieces, weights):
            return pieces, sides
        if in_two_languages(pieces, weights) and take_turns(weights):
            return self._in_turn(_halved(pieces))
        return pieces, [0] * len(pieces)

    def _cut(
        self, pieces: Sequence[Piece], weights: Sequence[int], *, asked: bool = False
    ) -> list[int] | None:
        found = best_cut(pieces, weights, asked=asked)
        if found is None:
            return None
        cut, side = found
        sides = [side] * cut + [1 - side] * (len(pieces) - cut)
        with_notes_at_home(pieces, weights, sides)
        return sides

    def _in_turn(self, pieces: list[Piece]) -> tuple[list[Piece], list[int]]:
        return pieces, sides_in_turn(pieces, weights_of(pieces, self._weigh))

    def _placed(self) -> list[Placed]:
        """The blocks with the sides that tables and columns give them.

        If these hold too little of the text to be its versions, only a letterhead's are given.
        """
        self._sided = True
        if self._layout in {Layout.TABLE, Layout.AUTO}:
            asked = self._layout is Layout.TABLE
            sided = arranged(self._blocks, self._tables, self._languages(asked))
            if asked or _bears(sided):
                return sided
        plain = arranged(self._blocks, self._tables, {})
        if self._layout in {Layout.COLUMNS, Layout.AUTO}:
            asked = self._layout is Layout.COLUMNS
            sided = with_column_sides(plain, self._weigh, asked=asked)
            if asked or _bears(sided):
                return sided
        self._sided = False
        return self._with_letterhead(plain)

    def _with_letterhead(self, plain: Sequence[Placed]) -> list[Placed]:
        """The blocks, those above the text on a side where the letterhead is in two languages."""
        if self._layout is Layout.SINGLE:
            return list(plain)
        ends = (n for n, found in enumerate(plain) if _sentence(found.block))
        end = next(ends, len(plain))
        numbers = {p.block.cell.table for p in plain[:end] if p.block.cell}
        numbers -= {p.block.cell.table for p in plain[end:] if p.block.cell}
        languages = {n: sides for n, sides in self._languages(asked=False).items() if n in numbers}
        head = arranged([found.block for found in plain[:end]], self._tables, languages)
        return [*with_column_sides(head, self._weigh), *plain[end:]]

    def _languages(self, asked: bool) -> dict[int, dict[int, int]]:
        found: dict[int, dict[int, int]] = {}
        for number, table in self._tables.items():
            sides = language_columns(table, self._weigh)
            if sides is None and asked:
                sides = widest_columns(table, self._weigh)
            if sides is not None:
                found[number] = sides
        return found


def _sample(blocks: Sequence[Block]) -> list[str]:
    """As much of a text as tells in which letters it is written."""
    return [text_of(block) for block in blocks[:: 1 + len(blocks) // SAMPLE] if not block.furniture]


def _bears(placed: Sequence[Placed]) -> bool:
    """Whether enough of the text stands in the columns of two languages."""
    letters = [(_count(found.block), found.side) for found in placed]
    sided = sum(count for count, side in letters if side is not None)
    return sided > 0 and sided >= LEAST_IN_COLUMNS * sum(count for count, _ in letters)


def _sentence(block: Block) -> bool:
    text = text_of(block)
    return is_sentence(text) and masthead_field(text) is None


def _count(block: Block) -> int:
    return 0 if block.furniture else scripts(text_of(block)).total


def _letters(pieces: Iterable[Piece]) -> int:
    return sum(scripts(piece.text).total for piece in pieces if not piece.furniture)


def _halved(pieces: Sequence[Piece], anywhere: bool = False, habit: bool = False) -> list[Piece]:
    """The pieces, those with both languages cut in two; as `halves` does."""
    found: list[Piece] = []
    for piece in pieces:
        both = None if piece.furniture or piece.side is not None else halves(piece.text, anywhere, habit)
        if both is None:
            found.append(piece)
            continue
        sides = (0, 1) if pure_weight(both[0]) >= pure_weight(both[1]) else (1, 0)
        found += [replace(piece, text=text, side=side) for text, side in zip(both, sides, strict=True)]
    return found
