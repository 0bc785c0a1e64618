"""The head of a version: masthead, title and dateline above the text itself.

The body begins with the chapeau, the first numbered paragraph, the first section or the first
sentence; before it stand, from the bottom up, the dateline, the title, and the masthead if
there is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.core.document import Kind
from briefer.core.labels import Mark, read_mark
from briefer.core.structure.contents import begins_contents
from briefer.core.structure.masthead_lines import dateline, masthead_field
from briefer.core.structure.notes import translation_note
from briefer.core.structure.openings import is_chapeau
from briefer.core.structure.paragraphs import Piece
from briefer.core.structure.sections import could_head, is_section

LONGEST_TITLE = 400
MOST_TITLES = 4
# A cover needs more than one line that could be a masthead's: a date alone proves nothing.
LEAST_FIELDS = 2
_SENTENCE_ENDED = re.compile(r"[.;:,!?][\"”»)]*\*{0,3}$")


def footnote(piece: Piece) -> Mark | None:
    """The mark of a footnote that `piece` begins with."""
    mark = read_mark(piece.text)
    return mark if mark and mark.sort == "footnote" else None


def body_start(pieces: Sequence[Piece]) -> int:
    """The index of the first piece that is neither masthead, title nor dateline."""
    title: Piece | None = None
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        if translation_note(piece.text) or masthead_field(piece.text) or footnote(piece):
            continue
        if _begins_body(piece, following, place, title):
            return place
        title = title or piece
    return len(pieces)


def _begins_body(piece: Piece, following: Piece | None, place: int, title: Piece | None) -> bool:
    mark = read_mark(piece.text)
    numbered = mark is not None and mark.sort in {"number", "compound", "preambular", "letter"}
    if numbered and (title is not None or not piece.strong):
        return True
    if place and (begins_contents(piece.text) or (title is not None and is_section(piece.text))):
        return True
    if title is not None and piece.heading is not None and (title.heading or 0) < piece.heading:
        return True
    if is_chapeau(piece.text, following.text if following else ""):
        return True
    return _sentence(piece) and not dateline(piece.text)


def _sentence(piece: Piece) -> bool:
    if piece.strong or piece.heading:
        return False
    return len(piece.text) > LONGEST_TITLE or bool(_SENTENCE_ENDED.search(piece.text))


def head_kinds(pieces: Sequence[Piece]) -> list[Kind]:
    """What the pieces above the body are."""
    kinds, fields = _first_kinds(pieces)
    last = len(pieces) - 1
    if last >= 0 and dateline(pieces[last].text) and _titled(pieces, kinds, last):
        kinds[last] = Kind.DATELINE
        fields = [(place, name) for place, name in fields if place != last]
    end = _end(kinds, fields)
    for place in range(end):
        kinds[place] = kinds[place] or Kind.MASTHEAD
    _name_titles(pieces, kinds, end, fields)
    return [kind or Kind.BODY for kind in kinds]


def masthead_end(pieces: Sequence[Piece]) -> int:
    """How many of the pieces above a body are its masthead; 0 without one."""
    return _end(*_first_kinds(pieces))


def _first_kinds(pieces: Sequence[Piece]) -> tuple[list[Kind | None], list[tuple[int, str]]]:
    """Notes and footnotes, and the places and names of masthead fields."""
    kinds: list[Kind | None] = [None] * len(pieces)
    fields = []
    for place, piece in enumerate(pieces):
        if translation_note(piece.text):
            kinds[place] = Kind.NOTE
        elif footnote(piece):
            kinds[place] = Kind.FOOTNOTE
        elif field := masthead_field(piece.text):
            fields.append((place, field.name))
    return kinds, fields


def _titled(pieces: Sequence[Piece], kinds: Sequence[Kind | None], last: int) -> bool:
    """Whether what stands before a closing date is a title rather than a masthead's line."""
    if last == 0 or masthead_field(pieces[last].text) is None:
        return True
    return kinds[last - 1] is None and masthead_field(pieces[last - 1].text) is None


def _end(kinds: Sequence[Kind | None], fields: Sequence[tuple[int, str]]) -> int:
    """How many pieces the masthead takes, footnotes below it included; 0 without one."""
    telling = [name for _, name in fields if name not in {"date", "edition", "heading"}]
    if not telling or (len(fields) < LEAST_FIELDS and "symbol" not in telling):
        return 0
    end = fields[-1][0] + 1
    notes = [place for place, kind in enumerate(kinds) if kind is Kind.FOOTNOTE]
    return max([end, *(place + 1 for place in notes)])


def _name_titles(
    pieces: Sequence[Piece], kinds: list[Kind | None], end: int, fields: Sequence[tuple[int, str]]
) -> None:
    """What is left below the masthead is the title.

    Right below the agenda item its own heading comes first, and belongs to the masthead.
    """
    left = [place for place, kind in enumerate(kinds) if kind is None]
    below_item = bool(fields) and end > 0 and fields[-1] == (end - 1, "agenda_item")
    if below_item and len(left) > 1:
        for place in left[:-1]:
            kinds[place] = Kind.MASTHEAD
        left = left[-1:]
    named = 0
    for place in left:
        text = pieces[place].text
        if not any(character.isalpha() for character in text):
            kinds[place] = Kind.BODY
        elif (place != left[0] and is_section(text)) or named >= MOST_TITLES:
            kinds[place] = Kind.HEADING if could_head(text) else Kind.BODY
        else:
            kinds[place] = Kind.TITLE
            named += 1
