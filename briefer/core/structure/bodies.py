"""Reads the body of a version piece by piece: preamble, operative part, lists, headings."""

from __future__ import annotations

import re

from briefer.core.document import Kind
from briefer.core.labels import Mark, read_mark
from briefer.core.structure.notes import translation_note
from briefer.core.structure.organs import organ_named
from briefer.core.structure.paragraphs import Piece

LONGEST_HEADING = 160
LONGEST_CHAPEAU = 600
LONGEST_DECISION = 120

_ENDED = re.compile(r"[.;:,!?…][\"”»’')\]]*$")
_WE = re.compile(
    r"(?:Мы|We|The|Генеральная|Комиссия|Совет|Комитет|Конференция|Участники|Стороны)\b[\w\s,()«»“”–—-]*,$"
)
_RUSSIAN_OPENING = re.compile(
    r"(?:(?:вновь|также|далее|особо|глубоко|серьезно|с\s+\w+|будучи|в\s+полной\s+мере|полностью)\s+){0,3}"
    r"(?P<verb>\w+(?:ясь|вшись|ая|яя|уя|юя|ывая|учи|ючи|ив|ав|я))\b",
    re.IGNORECASE,
)
_RUSSIAN_ADJECTIVES = re.compile(r"\w+(?:ная|ская|кая|вая|тая|щая|шая)$", re.IGNORECASE)
_ENGLISH_OPENING = re.compile(
    r"(?:(?:also|further|deeply|gravely|fully|particularly|firmly|strongly|seriously|having|being|again|"
    r"once again|keenly|equally|reiterating|deeply)\s+){0,3}"
    r"(?P<verb>\w+ing|guided|concerned|convinced|determined|alarmed|encouraged|inspired|disturbed|aware|"
    r"mindful|conscious|considered|examined|received|adopted|studied|heard|taken|met|resolved|dismayed|"
    r"appalled|cognizant|desirous|grateful|recalled)\b",
    re.IGNORECASE,
)
_AS_FOLLOWS = re.compile(
    r"(?:as follows|the following|о нижеследующем|следующее|о следующем"
    r"|^\w*решил\w*|^\w*постанов\w+|^decide[sd]?):$",
    re.IGNORECASE,
)
_NOT_OPENINGS = {
    "during",
    "according",
    "regarding",
    "following",
    "concerning",
    "including",
    "nothing",
    "meeting",
}
_OPERATIVE_RUSSIAN = re.compile(r"(?:\w+\s+){0,2}?\w+(?:ет|ит|ют|ят|ется|ится)(?:\s|$)")
_OPERATIVE_ENGLISH = re.compile(r"(?:(?:Also|Further|Strongly|Again)\s+)?[A-Z][a-z]+s\s")


def is_preambular(text: str) -> bool:
    """Whether a paragraph opens with a participle and stops short of a full stop."""
    if not re.search(r"[,;:]?(?:\s(?:and|и))?[,;:]$", text):
        return False
    if found := _ENGLISH_OPENING.match(text):
        return found["verb"].lower() not in _NOT_OPENINGS
    found = _RUSSIAN_OPENING.match(text)
    return bool(found) and not (found and _RUSSIAN_ADJECTIVES.fullmatch(found["verb"]) and organ_named(text))


def is_chapeau(text: str, following: str) -> bool:
    """Whether `text` names who speaks ("We, …,") or announces what was decided."""
    if len(text) <= LONGEST_CHAPEAU and text.endswith(",") and not _opens_participle(text):
        return bool(organ_named(text) or _WE.match(text) or is_preambular(following))
    return _announces(text, following)


def _opens_participle(text: str) -> bool:
    return is_preambular(text) and not organ_named(text) and not _WE.match(text)


def _announces(text: str, following: str) -> bool:
    if len(text) > LONGEST_DECISION or not text.endswith(":") or read_mark(text):
        return False
    if _AS_FOLLOWS.search(text):
        return True
    mark = read_mark(following)
    return mark is not None and mark.sort in {"number", "letter"}


class Body:
    """Reads one piece after another, knowing what came before.

    `formal` tells that the text has a title or masthead, as resolutions and statements have.
    """

    def __init__(self, formal: bool) -> None:
        self._formal = formal
        self._preamble = False
        self._operative = False
        self._deciding = False
        self._preambular_count = 0
        self._number: str | None = None
        self._item: str | None = None
        self._item_sort = ""

    def read(self, piece: Piece, following: Piece | None) -> tuple[Kind, str | None, str]:
        """Kind, label, and the text without what the label was read from."""
        text = piece.text
        mark = read_mark(text)
        if translation_note(text):
            return Kind.NOTE, None, text
        if mark is not None:
            return self._marked(piece, mark)
        following_text = following.text if following else ""
        if _announces(text, following_text):
            self._deciding = self._deciding or bool(_AS_FOLLOWS.search(text))
            return Kind.CHAPEAU, None, text
        if not self._preambular_count and not self._operative and is_chapeau(text, following_text):
            self._preamble = True
            return Kind.CHAPEAU, None, text
        open_preamble = not self._operative and not self._deciding
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
            return Kind.ITEM, None, text
        if mark.sort == "preambular":
            self._preamble = True
            self._preambular_count += 1
            return Kind.PREAMBULAR, mark.label, text
        if mark.sort in {"letter", "roman"}:
            return Kind.ITEM, self._item_label(mark), text
        self._number, self._item, self._item_sort = mark.label, None, ""
        if not _ENDED.search(text) and len(text) < LONGEST_HEADING and (piece.strong or piece.heading):
            return Kind.HEADING, mark.label, text
        self._operative = self._operative or self._preamble
        return (Kind.OPERATIVE if self._operative else Kind.BODY), mark.label, text

    def _item_label(self, mark: Mark) -> str:
        """Where the item stands: a roman number may be the letter i, v or x of a list."""
        letter = mark.label[1:-1]
        roman = mark.sort == "roman" and self._item_sort == "letter" and not self._follows(letter)
        if not roman:
            self._item_sort = self._item_sort if self._follows(letter) else mark.sort
            self._item = mark.label
        parts = [self._number, self._item, mark.label if roman else None]
        return " ".join(part for part in parts if part)

    def _follows(self, letter: str) -> bool:
        before = (self._item or "()")[1:-1]
        return len(letter) == len(before) == 1 and ord(letter) == ord(before) + 1

    def _preambular(self, text: str) -> tuple[Kind, str, str]:
        self._preamble = True
        self._preambular_count += 1
        return Kind.PREAMBULAR, f"PP{self._preambular_count}", text

    def _is_heading(self, piece: Piece, following: Piece | None) -> bool:
        if following is None or len(piece.text) > LONGEST_HEADING:
            return False
        if piece.heading is not None:
            return True
        if _ENDED.search(piece.text):
            return False
        return piece.strong or self._formal or len(piece.text) < LONGEST_HEADING // 2

    def _unmarked(self, text: str) -> Kind:
        if self._deciding and text.endswith((";", ".", ",")):
            return Kind.OPERATIVE
        if self._preambular_count and not self._operative:
            pattern = _OPERATIVE_ENGLISH if text[:1].isascii() else _OPERATIVE_RUSSIAN
            if pattern.match(text) and text.endswith((";", ".")):
                return Kind.OPERATIVE
        return Kind.BODY
