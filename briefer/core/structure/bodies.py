"""Reads the body of a version piece by piece: preamble, operative part, lists, headings."""

from __future__ import annotations

import re

from briefer.core.document import Kind
from briefer.core.labels import Mark, read_mark
from briefer.core.structure.contents import begins_contents
from briefer.core.structure.notes import translation_note
from briefer.core.structure.openings import (
    announces,
    is_chapeau,
    is_preambular,
    names_speaker,
    tells_what_follows,
)
from briefer.core.structure.paragraphs import Piece
from briefer.core.structure.sections import LONGEST_HEADING, could_head, is_section

LONGEST_ENDED_TITLE = 80
_ENDED_TITLE = re.compile(r"[^.;:,!?]+\.")
_PREAMBLE = re.compile(r"(?:Preamble|Преамбула)\W*", re.IGNORECASE)
_ENDED = re.compile(r"[.;:,!?…][\"”»’')\]]*$")
_OPERATIVE_RUSSIAN = re.compile(r"(?:\w+\s+){0,2}?\w+(?:ет|ит|ют|ят|ется|ится)(?:\s|$)")
_OPERATIVE_ENGLISH = re.compile(r"(?:(?:Also|Further|Strongly|Again)\s+)?[A-Z][a-z]+s\s")


class Body:
    """Reads one piece after another, knowing what came before.

    `formal` tells that the text has a title or masthead, as resolutions and statements have.
    """

    def __init__(self, formal: bool) -> None:
        self._formal = formal
        self._preamble = False
        self._operative = False
        self._deciding = False
        self._sectioned = False  # after the preamble come articles or chapters
        self._preambular_count = 0
        self._number: str | None = None
        self._bracketed = False  # whether the number itself is written "1)"
        self._sub = 0  # the last "1)" below a number
        self._item: str | None = None
        self._item_sort = ""

    def read(self, piece: Piece, following: Piece | None) -> tuple[Kind, str | None, str]:
        """Kind, label, and the text without what the label was read from."""
        text = piece.text
        mark = read_mark(text, self._number)
        if translation_note(text):
            return Kind.NOTE, None, text
        if mark is not None:
            return self._marked(piece, mark)
        if is_section(text) or begins_contents(text):
            self._item, self._item_sort = None, ""
            self._sectioned = self._sectioned or (is_section(text) and not _PREAMBLE.fullmatch(text))
            return Kind.HEADING, None, text
        following_text = following.text if following else ""
        if announces(text, following_text):
            self._deciding = self._deciding or tells_what_follows(text)
            return Kind.CHAPEAU, None, text
        if not (self._preambular_count or self._operative or self._sectioned) and is_chapeau(
            text, following_text
        ):
            self._preamble = True
            return Kind.CHAPEAU, None, text
        open_preamble = not (self._operative or self._deciding or self._sectioned)
        if open_preamble and names_speaker(text):
            return Kind.CHAPEAU, None, text
        if open_preamble and (is_preambular(text) or (self._preambular_count and text.endswith(","))):
            return self._preambular(text)
        if self._is_heading(piece, following):
            self._item, self._item_sort = None, ""
            return Kind.HEADING, None, text
        return self._unmarked(text), None, text

    def _marked(self, piece: Piece, mark: Mark) -> tuple[Kind, str | None, str]:
        text = piece.text[mark.length :]
        if mark.sort == "footnote":
            return Kind.FOOTNOTE, mark.label, text
        if mark.sort == "bullet":
            return self._bullet(text)
        if mark.sort == "preambular":
            self._preamble = True
            self._preambular_count += 1
            return Kind.PREAMBULAR, mark.label, text
        if mark.sort in {"letter", "roman"}:
            return Kind.ITEM, self._item_label(mark), text
        if mark.sort == "compound":
            self._number, self._item = mark.label.split(" ", 1)
            self._item_sort, self._sub = "letter", 0
            return Kind.ITEM, mark.label, text
        if self._is_sub(mark):
            self._sub, self._item, self._item_sort = int(mark.label), None, ""
            return Kind.ITEM, f"{self._number} ({mark.label})", text
        self._begin(mark)
        if (piece.strong or piece.heading) and len(text) < LONGEST_HEADING and _is_title(text):
            return Kind.HEADING, mark.label, text
        self._operative = self._operative or self._deciding or (self._preamble and not self._sectioned)
        return (Kind.OPERATIVE if self._operative else Kind.BODY), mark.label, text

    def _bullet(self, text: str) -> tuple[Kind, str | None, str]:
        """An item; what is numbered besides has its number."""
        inner = read_mark(text, self._number)
        if inner is None or inner.sort != "number":
            return Kind.ITEM, None, text
        self._begin(inner)
        return Kind.ITEM, inner.label, text[inner.length :]

    def _begin(self, mark: Mark) -> None:
        self._number, self._bracketed, self._sub = mark.label, mark.bracket, 0
        self._item, self._item_sort = None, ""

    def _is_sub(self, mark: Mark) -> bool:
        """Whether "1)" counts what stands below a paragraph numbered "3."."""
        if not mark.bracket or self._bracketed or self._number is None or not mark.label.isdecimal():
            return False
        return int(mark.label) == self._sub + 1

    def _item_label(self, mark: Mark) -> str:
        """Where the item stands: a roman number may be the letter i, v or x of a list."""
        letter = mark.label[1:-1]
        roman = mark.sort == "roman" and self._item_sort == "letter" and not self._follows(letter)
        if not roman:
            self._item_sort = self._item_sort if self._follows(letter) else mark.sort
            self._item = mark.label
        sub = f"({self._sub})" if self._sub else None
        parts = [self._number, sub, self._item, mark.label if roman else None]
        return " ".join(part for part in parts if part)

    def _follows(self, letter: str) -> bool:
        before = (self._item or "()")[1:-1]
        return len(letter) == len(before) == 1 and ord(letter) == ord(before) + 1

    def _preambular(self, text: str) -> tuple[Kind, str, str]:
        self._preamble = True
        self._preambular_count += 1
        return Kind.PREAMBULAR, f"PP{self._preambular_count}", text

    def _is_heading(self, piece: Piece, following: Piece | None) -> bool:
        if not could_head(piece.text):
            return False
        if piece.heading is not None:
            return True
        if following is None or _ENDED.search(piece.text):
            return False
        return piece.strong or self._formal or len(piece.text) < LONGEST_HEADING // 2

    def _unmarked(self, text: str) -> Kind:
        if self._deciding and text.endswith((";", ".", ",", ":")):
            return Kind.OPERATIVE
        if self._preambular_count and not self._operative and not self._sectioned:
            pattern = _OPERATIVE_ENGLISH if text[:1].isascii() else _OPERATIVE_RUSSIAN
            if pattern.match(text) and text.endswith((";", ".")):
                return Kind.OPERATIVE
        return Kind.BODY


def _is_title(text: str) -> bool:
    """Whether the text behind a number is a heading's: no sentence, though a full stop may end it."""
    return not _ENDED.search(text) or (
        len(text) <= LONGEST_ENDED_TITLE and _ENDED_TITLE.fullmatch(text) is not None
    )
