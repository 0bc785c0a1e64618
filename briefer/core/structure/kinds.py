"""What each piece of one version is: masthead, title, preambular, operative and the rest.

A version is read as head and body. The body begins with the chapeau, the first numbered
paragraph or the first sentence; before it stand, from the bottom up, the dateline, the
title, and the masthead if there is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.core.document import Kind, Paragraph
from briefer.core.labels import Mark, read_mark
from briefer.core.structure.bodies import Body, is_chapeau
from briefer.core.structure.masthead_lines import dateline, masthead_field
from briefer.core.structure.notes import translation_note
from briefer.core.structure.paragraphs import Piece
from briefer.core.symbols import find_symbols

LONGEST_TITLE = 400
# A cover needs more than one line that could be a masthead's: a date alone proves nothing.
LEAST_FIELDS = 2
_SECTION = re.compile(r"(?:[IVX]+|[A-ZА-Я]|\d+)\.\s|(?:Chapter|Part|Section|Глава|Часть|Раздел)\s")
_CONTENTS = re.compile(r"(?:Table of contents|Contents|Содержание|Оглавление)[:.]?", re.IGNORECASE)
_GLUED_MARK = re.compile(r"(?<=[^\s*])\*{1,4}(?=$|[\s,.;:)»”\"])")


def paragraphs_of(pieces: Sequence[Piece]) -> tuple[Paragraph, ...]:
    """The pieces of one version as paragraphs with their kinds and labels, in order.

    What a page carries besides its text has no part in telling what the rest is.
    """
    text = iter(_text_paragraphs([piece for piece in pieces if not piece.furniture]))
    return tuple(
        _made(piece, Kind.FURNITURE, None, piece.text) if piece.furniture else next(text) for piece in pieces
    )


def _text_paragraphs(pieces: Sequence[Piece]) -> list[Paragraph]:
    start = _body_start(pieces)
    kinds = _head(pieces[:start])
    head = [_paragraph(piece, kind) for piece, kind in zip(pieces, kinds, strict=False)]
    body = Body(formal=Kind.TITLE in kinds or Kind.MASTHEAD in kinds)
    for place, piece in enumerate(pieces[start:], start):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        kind, label, text = body.read(piece, following)
        head.append(_made(piece, kind, label, text))
    return head


def _body_start(pieces: Sequence[Piece]) -> int:
    """The index of the first piece that is neither masthead, title nor dateline."""
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        if translation_note(piece.text) or masthead_field(piece.text) or _footnote(piece):
            continue
        mark = read_mark(piece.text)
        if mark and mark.sort in {"number", "preambular", "letter"} and not piece.strong:
            return place
        if place and _CONTENTS.fullmatch(piece.text):
            return place
        if is_chapeau(piece.text, following.text if following else ""):
            return place
        if _sentence(piece) and not dateline(piece.text):
            return place
    return len(pieces)


def _sentence(piece: Piece) -> bool:
    if piece.strong or piece.heading:
        return False
    return len(piece.text) > LONGEST_TITLE or bool(re.search(r"[.;:,!?][\"”»)]*\*{0,3}$", piece.text))


def _footnote(piece: Piece) -> Mark | None:
    mark = read_mark(piece.text)
    return mark if mark and mark.sort == "footnote" else None


def _head(pieces: Sequence[Piece]) -> list[Kind]:
    kinds: list[Kind | None] = [None] * len(pieces)
    fields = []
    for place, piece in enumerate(pieces):
        if translation_note(piece.text):
            kinds[place] = Kind.NOTE
        elif _footnote(piece):
            kinds[place] = Kind.FOOTNOTE
        elif field := masthead_field(piece.text):
            fields.append((place, field.name))
    last = len(pieces) - 1
    if last >= 0 and dateline(pieces[last].text) and _titled(pieces, kinds, last):
        kinds[last] = Kind.DATELINE
        fields = [(place, name) for place, name in fields if place != last]
    end = _masthead_end(kinds, fields)
    for place in range(end):
        kinds[place] = kinds[place] or Kind.MASTHEAD
    _name_titles(pieces, kinds, end, fields)
    return [kind or Kind.HEADING for kind in kinds]


def _titled(pieces: Sequence[Piece], kinds: Sequence[Kind | None], last: int) -> bool:
    """Whether what stands before a closing date is a title rather than a masthead's line."""
    if last == 0 or masthead_field(pieces[last].text) is None:
        return True
    return kinds[last - 1] is None and masthead_field(pieces[last - 1].text) is None


def _masthead_end(kinds: Sequence[Kind | None], fields: Sequence[tuple[int, str]]) -> int:
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
    for place in left:
        section = place != left[0] and _SECTION.match(pieces[place].text)
        kinds[place] = Kind.HEADING if section else Kind.TITLE


def _paragraph(piece: Piece, kind: Kind) -> Paragraph:
    mark = _footnote(piece) if kind is Kind.FOOTNOTE else None
    return _made(piece, kind, mark.label if mark else None, piece.text[mark.length :] if mark else piece.text)


def _made(piece: Piece, kind: Kind, label: str | None, text: str) -> Paragraph:
    text = text if kind is Kind.FURNITURE else without_marks(text)
    return Paragraph(kind, text, label, piece.page, piece.boxes)


def without_marks(text: str) -> str:
    """`text` without the asterisks of footnotes; a symbol's own asterisk stays."""
    symbols = {span.end for span, symbol in find_symbols(text) if symbol.reissued}
    return _GLUED_MARK.sub(lambda mark: mark.group() if mark.end() in symbols else "", text)
