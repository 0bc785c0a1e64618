"""Where one language version ends and the other begins, when one stands after the other.

What stands on a version's stretch belongs to it whatever its own language is: the English
lines of a Russian cover page stay on the cover page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefer.core.labels import Mark, read_mark
from briefer.core.structure.balance import Weigh, by_script
from briefer.core.structure.masthead_lines import masthead_field
from briefer.core.structure.notemarks import without_marks
from briefer.core.structure.notes import translation_note
from briefer.core.structure.paragraphs import Piece

LEAST_SHARE = 0.12
LEAST_SHARE_ANNOUNCED = 0.02
MOST_STRAY = 0.15
MOST_STRAY_AT_NOTE = 0.3
# Of the letters of the rarer language, how many must be on its own stretch.
LEAST_GATHERED = 0.55
LEAST_RATIO = 0.2
SENTENCE = 40
WORDS = 10
SEVERAL = 3
_LISTED = re.compile(
    r"\b(?:1[89]|20)\d\d\b.*"
    r"(?:\b(?:pp?|vol|no|ed|eds|doi|ISBN|ISSN|et al|Press|Publ|с|т|вып|изд|№)\b|//|https?:|—)"
    r"|(?:\b(?:pp?|vol|doi|ISBN|ISSN|et al|Press|Publ|с|вып|изд)\b|//|https?:).*\b(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)


def version_cut(pieces: Sequence[Piece]) -> int | None:
    """Where the second of two versions begins; None if there is one only, or they take turns."""
    found = best_cut(pieces, weights_of(pieces, by_script))
    return found[0] if found else None


def weights_of(pieces: Sequence[Piece], weigh: Weigh) -> list[int]:
    """How much each piece is in the one language or the other; furniture counts for neither."""
    return [0 if piece.furniture else weigh(piece.text) for piece in pieces]


def in_two_languages(pieces: Sequence[Piece], weights: Sequence[int]) -> bool:
    """Whether both languages have a part in the text; a small one has if a translation is announced."""
    ours = sum(weight for weight in weights if weight > 0)
    theirs = -sum(weight for weight in weights if weight < 0)
    announced = any(translation_note(piece.text) for piece in pieces)
    least = LEAST_SHARE_ANNOUNCED if announced else LEAST_SHARE
    return min(ours, theirs) > least * (ours + theirs) and _prose(pieces, weights) == 2


def best_cut(
    pieces: Sequence[Piece], weights: Sequence[int], *, asked: bool = False
) -> tuple[int, int] | None:
    """Where the second version begins, and the side of the first; None if no cut divides the text well.

    If `asked`, a person has said that there is one, and any cut will do that divides the letters.
    """
    total = sum(map(abs, weights))
    if not asked and not in_two_languages(pieces, weights):
        return None
    cut, positive_first, stray = _cut_by_letters(weights)
    announced = any(translation_note(piece.text) for piece in pieces)
    if asked:
        cut = _moved(pieces, weights, cut)
        return (cut, int(not positive_first)) if 0 < cut < len(pieces) else None
    if stray > MOST_STRAY * total or not _gathered(weights, cut, positive_first):
        return None
    cut = _moved(pieces, weights, _behind_tail(pieces, weights, cut))
    parts = (pieces[:cut], weights[:cut]), (pieces[cut:], weights[cut:])
    if not announced and not all(_own_version(*part, total) for part in parts):
        return None
    return (cut, int(not positive_first)) if 0 < cut < len(pieces) else None


def with_notes_at_home(pieces: Sequence[Piece], weights: Sequence[int], sides: list[int]) -> None:
    """Footnotes that a format puts after both versions go to the version in their own language."""
    place = len(pieces)
    while place and (pieces[place - 1].furniture or _is_footnote(pieces[place - 1])):
        place -= 1
    if not place or all(side == sides[-1] for side in sides[:place]) or len(set(sides)) < 2:
        return
    marks = {
        side: "".join(p.text for p, s in zip(pieces[:place], sides, strict=False) if s == side)
        for side in (0, 1)
    }
    for note in range(place, len(pieces)):
        own = 0 if weights[note] > 0 else 1
        mark = read_mark(pieces[note].text)
        if weights[note] and mark is not None and own != sides[note] and mark.label in marks[own]:
            sides[note] = own


def with_notes_at_marks(pieces: Sequence[Piece], sides: list[int]) -> None:
    """Footnotes whose mark stands in one of the versions alone go to that version."""
    notes = {n: mark.label for n, p in enumerate(pieces) if (mark := _footnote_mark(p))}
    counted = Counter(notes.values())
    marks: tuple[set[str], set[str]] = (set(), set())
    for place, (piece, side) in enumerate(zip(pieces, sides, strict=True)):
        if place not in notes and not piece.furniture:
            marks[side].update(mark for _, mark in without_marks(piece.text, counted)[1])
    for place, label in notes.items():
        if counted[label] == 1 and (label in marks[0]) != (label in marks[1]):
            sides[place] = int(label in marks[1])


def _is_footnote(piece: Piece) -> bool:
    return _footnote_mark(piece) is not None


def _footnote_mark(piece: Piece) -> Mark | None:
    mark = None if piece.furniture else read_mark(piece.text)
    return mark if mark is not None and mark.sort == "footnote" else None


def _gathered(weights: Sequence[int], cut: int, positive_first: bool) -> bool:
    """Whether most of the rarer language stands on its own side of the cut."""
    ours = sum(weight for weight in weights if weight > 0)
    theirs = -sum(weight for weight in weights if weight < 0)
    rarer_positive = ours < theirs
    stretch = weights[:cut] if rarer_positive == positive_first else weights[cut:]
    sign = 1 if rarer_positive else -1
    return sum(w * sign for w in stretch if w * sign > 0) >= LEAST_GATHERED * min(ours, theirs)


def _own_version(pieces: Sequence[Piece], weights: Sequence[int], total: int) -> bool:
    """Whether a stretch is a text of its own rather than a list of sources or an abstract."""
    letters = sum(map(abs, weights))
    if letters * 2 > total:
        return True
    if any((field := masthead_field(p.text)) and field.name not in {"date", "edition"} for p in pieces[:3]):
        return True
    listed = sum(abs(w) for p, w in zip(pieces, weights, strict=True) if _LISTED.search(p.text))
    return listed * 2 < letters and letters >= LEAST_RATIO * (total - letters)


def _prose(pieces: Sequence[Piece], weights: Sequence[int]) -> int:
    """How many of the two languages say something: a sentence, or several shorter pieces."""
    found = 0
    for sign in (1, -1):
        lengths = [len(p.text) for p, weight in zip(pieces, weights, strict=True) if weight * sign > 0]
        found += any(length > SENTENCE for length in lengths) or sum(n > WORDS for n in lengths) >= SEVERAL
    return found


def _cut_by_letters(weights: Sequence[int]) -> tuple[int, bool, int]:
    """Where to cut in two, whether side 0 comes first, and how many letters are astray."""
    total = sum(weights)
    before, best = 0, (0, True, -1)
    for cut, weight in enumerate(weights, 1):
        before += weight
        gain = before - (total - before)
        if abs(gain) > best[2]:
            best = (cut, gain > 0, abs(gain))
    stray = (sum(map(abs, weights)) - best[2]) // 2
    return best[0], best[1], stray


def _behind_tail(pieces: Sequence[Piece], weights: Sequence[int], cut: int) -> int:
    """The cut behind what has no language and closes the first version: a table's last numbers, a note."""
    while cut < len(pieces) and not weights[cut] and not masthead_field(pieces[cut].text):
        if not (pieces[cut].cell or pieces[cut].furniture or _is_footnote(pieces[cut])):
            break
        cut += 1
    return cut


def _moved(pieces: Sequence[Piece], weights: Sequence[int], cut: int) -> int:
    """The cut that letters alone suggest, moved to what announces or heads the second version."""
    return _before_masthead(pieces, _before_note(pieces, _at_note(pieces, weights, cut)))


def _before_note(pieces: Sequence[Piece], cut: int) -> int:
    """A translation's announcement opens the translation, whatever language it is in."""
    for back in range(1, min(3, cut) + 1):
        if translation_note(pieces[cut - back].text):
            return cut - back
    return cut


def _at_note(pieces: Sequence[Piece], weights: Sequence[int], cut: int) -> int:
    """Where a translation is announced, if the cut there leaves few letters astray.

    Sources in Latin letters below a Russian text would else draw the cut up to them.
    """
    best = _stray_at(weights, cut)
    for place, piece in enumerate(pieces):
        if place and translation_note(piece.text):
            stray = _stray_at(weights, place)
            if stray <= best + MOST_STRAY_AT_NOTE * sum(map(abs, weights)):
                return place
    return cut


def _stray_at(weights: Sequence[int], cut: int) -> int:
    total = sum(map(abs, weights))
    return (total - abs(sum(weights[:cut]) - sum(weights[cut:]))) // 2


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
