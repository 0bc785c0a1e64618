"""Which pieces of a text belong to which language version.

Two layouts are told apart: one version after the other, in either order, and versions that
take turns. In the first, what stands on a version's stretch belongs to it whatever its
own language is: the English lines of a Russian cover page stay on the cover page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefer.core.language import UNKNOWN, language_of, scripts
from briefer.core.structure.notes import translation_note
from briefer.core.structure.paragraphs import Piece

LEAST_SHARE = 0.12
LEAST_SHARE_ANNOUNCED = 0.02
MOST_STRAY = 0.15
ORDER = ("ru", "en")


@dataclass(frozen=True, slots=True)
class Part:
    """The pieces of one language, in order."""

    language: str
    pieces: tuple[Piece, ...]


def split_versions(pieces: Sequence[Piece]) -> list[Part]:
    """The language versions in a text: one or two, Russian first, then English.

    A language whose text is a small part of the whole is no version of its own unless a
    translation is announced.
    """
    balance = [_balance(piece) for piece in pieces]
    cyrillic = sum(weight for weight in balance if weight > 0)
    latin = -sum(weight for weight in balance if weight < 0)
    announced = any(translation_note(piece.text) for piece in pieces)
    least = LEAST_SHARE_ANNOUNCED if announced else LEAST_SHARE
    if min(cyrillic, latin) <= least * (cyrillic + latin) or _prose(pieces, balance) < 2:
        return [_part(pieces)]
    cut, cyrillic_first, stray = _best_cut(balance)
    if stray <= MOST_STRAY * (cyrillic + latin):
        cut = _before_note(pieces, cut)
        first, second = list(pieces[:cut]), list(pieces[cut:])
        parts = [first, second] if cyrillic_first else [second, first]
    else:
        parts = _taking_turns(pieces, balance)
    found = [_part(part) for part in parts if part]
    return sorted(
        found, key=lambda part: ORDER.index(part.language) if part.language in ORDER else len(ORDER)
    )


def _balance(piece: Piece) -> int:
    if piece.furniture:
        return 0
    found = scripts(piece.text)
    return found.cyrillic - found.latin


def _prose(pieces: Sequence[Piece], balance: Sequence[int]) -> int:
    """How many of the two scripts have a sentence of their own: 0, 1 or 2."""
    sides = {
        weight > 0 for piece, weight in zip(pieces, balance, strict=True) if len(piece.text) > 40 and weight
    }
    return len(sides)


def _best_cut(balance: Sequence[int]) -> tuple[int, bool, int]:
    """Where to cut in two, whether Cyrillic comes first, and how many letters are astray."""
    total = sum(balance)
    before, best = 0, (0, True, -1)
    for cut, weight in enumerate(balance, 1):
        before += weight
        gain = before - (total - before)
        if abs(gain) > best[2]:
            best = (cut, gain > 0, abs(gain))
    stray = (sum(map(abs, balance)) - best[2]) // 2
    return best[0], best[1], stray


def _before_note(pieces: Sequence[Piece], cut: int) -> int:
    """A translation's announcement opens the translation, whatever language it is in."""
    for back in range(1, min(3, cut) + 1):
        if translation_note(pieces[cut - back].text):
            return cut - back
    return cut


def _taking_turns(pieces: Sequence[Piece], balance: Sequence[int]) -> list[list[Piece]]:
    cyrillic: list[Piece] = []
    latin: list[Piece] = []
    current = cyrillic if next((weight for weight in balance if weight), 1) > 0 else latin
    for piece, weight in zip(pieces, balance, strict=True):
        if weight:
            current = cyrillic if weight > 0 else latin
        current.append(piece)
    return [cyrillic, latin]


def _part(pieces: Sequence[Piece]) -> Part:
    language = language_of("\n".join(piece.text for piece in pieces if not piece.furniture))
    return Part(language or UNKNOWN, tuple(pieces))
