"""What each piece of one version is: masthead, title, preambular, operative and the rest.

A version is read as head (`heads`) and body (`bodies`). What a page carries besides its text,
tables of data and tables of contents have no part in telling what the rest is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefer.core.document import Kind, Paragraph
from briefer.core.structure.bodies import Body
from briefer.core.structure.heads import body_start, footnote, head_kinds
from briefer.core.structure.links import links_in
from briefer.core.structure.notemarks import digit_notes, tied
from briefer.core.structure.paragraphs import Piece
from briefer.core.structure.sections import is_section

# So many lines in a row that only look like headings are a list of lines.
MOST_HEADINGS_IN_A_ROW = 3


def paragraphs_of(pieces: Sequence[Piece]) -> tuple[Paragraph, ...]:
    """The pieces of one version as paragraphs with their kinds and labels, in order."""
    pieces = digit_notes(pieces)
    text = iter(_text_paragraphs([piece for piece in pieces if not _set_apart(piece)]))
    found = [_apart(piece) if _set_apart(piece) else next(text) for piece in pieces]
    made = tied(found)
    return tuple(
        replace(paragraph, links=links_in(paragraph.text, piece.links))
        for paragraph, piece in zip(made, pieces, strict=True)
    )


def _set_apart(piece: Piece) -> bool:
    return piece.furniture or piece.cell or piece.contents


def _apart(piece: Piece) -> Paragraph:
    if piece.furniture:
        return _made(piece, Kind.FURNITURE, None, piece.text)
    mark = footnote(piece) if piece.cell else None
    if mark is not None:
        return _made(piece, Kind.FOOTNOTE, mark.label, piece.text[mark.length :])
    return _made(piece, Kind.CELL if piece.cell else Kind.ITEM, None, piece.text)


def _text_paragraphs(pieces: Sequence[Piece]) -> list[Paragraph]:
    start = body_start(pieces)
    kinds = head_kinds(pieces[:start])
    found = [_head_paragraph(piece, kind) for piece, kind in zip(pieces, kinds, strict=False)]
    body = Body(formal=Kind.TITLE in kinds or Kind.MASTHEAD in kinds)
    for place, piece in enumerate(pieces[start:], start):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        kind, label, text = body.read(piece, following)
        found.append(_made(piece, kind, label, text))
    return _without_lists(found, pieces, start)


def _without_lists(found: list[Paragraph], pieces: Sequence[Piece], start: int) -> list[Paragraph]:
    """The paragraphs, those that only look like headings being body where they head nothing."""
    place = start
    while place < len(found):
        end = place
        while end < len(found) and found[end].kind is Kind.HEADING and _only_looks(pieces[end]):
            end += 1
        if end - place > MOST_HEADINGS_IN_A_ROW or (end == len(found) and end > place):
            found[place:end] = [replace(paragraph, kind=Kind.BODY) for paragraph in found[place:end]]
        place = max(end, place + 1)
    return found


def _only_looks(piece: Piece) -> bool:
    return not piece.strong and piece.heading is None and not is_section(piece.text)


def _head_paragraph(piece: Piece, kind: Kind) -> Paragraph:
    mark = footnote(piece) if kind is Kind.FOOTNOTE else None
    return _made(piece, kind, mark.label if mark else None, piece.text[mark.length :] if mark else piece.text)


def _made(piece: Piece, kind: Kind, label: str | None, text: str) -> Paragraph:
    return Paragraph(kind, text, label, piece.page, piece.boxes)
