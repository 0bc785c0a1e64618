"""Which pieces of a text belong to which language version.

Two layouts are told apart: one version after the other, in either order, and versions that
take turns. In the first, what stands on a version's stretch belongs to it whatever its
own language is: the English lines of a Russian cover page stay on the cover page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefer.core.language import UNKNOWN, language_of, scripts
from briefer.core.structure.masthead_lines import masthead_field
from briefer.core.structure.notes import translation_note
from briefer.core.structure.paragraphs import Piece

LEAST_SHARE = 0.12
LEAST_SHARE_ANNOUNCED = 0.02
MOST_STRAY = 0.15
MOST_STRAY_AT_NOTE = 0.3
SENTENCE = 40
WORDS = 10
SEVERAL = 3
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
    if not _in_two_languages(pieces, balance):
        return [_part(pieces)]
    cut, cyrillic_first, stray = _best_cut(balance)
    if stray <= MOST_STRAY * sum(map(abs, balance)):
        cut = _moved(pieces, balance, cut)
        first, second = list(pieces[:cut]), list(pieces[cut:])
        parts = [first, second] if cyrillic_first else [second, first]
    else:
        parts = _taking_turns(pieces, balance)
    found = [_part(part) for part in parts if part]
    return sorted(
        found, key=lambda part: ORDER.index(part.language) if part.language in ORDER else len(ORDER)
    )


def version_cut(pieces: Sequence[Piece]) -> int | None:
    """Where the second of two versions begins; None if there is one only, or they take turns."""
    balance = [_balance(piece) for piece in pieces]
    if not _in_two_languages(pieces, balance):
        return None
    cut, _, stray = _best_cut(balance)
    return _moved(pieces, balance, cut) if stray <= MOST_STRAY * sum(map(abs, balance)) else None


def _moved(pieces: Sequence[Piece], balance: Sequence[int], cut: int) -> int:
    """The cut that letters alone suggest, moved to what announces or heads the second version."""
    return _before_masthead(pieces, _before_note(pieces, _at_note(pieces, balance, cut)))


def _in_two_languages(pieces: Sequence[Piece], balance: Sequence[int]) -> bool:
    cyrillic = sum(weight for weight in balance if weight > 0)
    latin = -sum(weight for weight in balance if weight < 0)
    announced = any(translation_note(piece.text) for piece in pieces)
    least = LEAST_SHARE_ANNOUNCED if announced else LEAST_SHARE
    return min(cyrillic, latin) > least * (cyrillic + latin) and _prose(pieces, balance) == 2


def _balance(piece: Piece) -> int:
    if piece.furniture:
        return 0
    found = scripts(piece.text)
    return found.cyrillic - found.latin


def _prose(pieces: Sequence[Piece], balance: Sequence[int]) -> int:
    """How many of the two scripts say something: a sentence, or several shorter pieces."""
    found = 0
    for sign in (1, -1):
        lengths = [len(p.text) for p, weight in zip(pieces, balance, strict=True) if weight * sign > 0]
        found += any(length > SENTENCE for length in lengths) or sum(n > WORDS for n in lengths) >= SEVERAL
    return found


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


def _at_note(pieces: Sequence[Piece], balance: Sequence[int], cut: int) -> int:
    """Where a translation is announced, if the cut there leaves few letters astray.

    Sources in Latin letters below a Russian text would else draw the cut up to them.
    """
    best = _stray_at(balance, cut)
    for place, piece in enumerate(pieces):
        if place and translation_note(piece.text):
            stray = _stray_at(balance, place)
            if stray <= best + MOST_STRAY_AT_NOTE * sum(map(abs, balance)):
                return place
    return cut


def _stray_at(balance: Sequence[int], cut: int) -> int:
    total = sum(map(abs, balance))
    return (total - abs(sum(balance[:cut]) - sum(balance[cut:]))) // 2


def _before_masthead(pieces: Sequence[Piece], cut: int) -> int:
    """A second cover page opens the second version, whatever letters its lines are in."""
    start = cut
    while start > 0 and masthead_field(pieces[start - 1].text):
        start -= 1
    while start < cut and _weak(pieces[start]):
        start += 1
    return start


def _weak(piece: Piece) -> bool:
    """A date or the name of an edition may as well close the first version."""
    field = masthead_field(piece.text)
    return field is None or field.name in {"date", "edition"}


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
