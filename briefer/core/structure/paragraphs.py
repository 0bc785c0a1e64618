"""From blocks of lines to paragraphs: what a line break meant.

A break is soft when the next word would not have fitted on the line; otherwise somebody
put it there, and it divides paragraphs unless the line plainly goes on.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefer.core.document import Box
from briefer.core.labels import read_mark
from briefer.core.structure.lines import Block, Line
from briefer.core.structure.masthead_lines import masthead_field

WIDEST_WRAP = 130
_ENDED = re.compile(r"[.;:,!?…][\"”»’')\]]*\*{0,4}$")
_SENTENCE_ENDED = re.compile(r"[.;:!?…][\"”»’')\]]*\*{0,4}$")
_GOES_ON = re.compile(
    r"(?:\b(?:of|the|and|or|for|on|in|to|by|with|at|from|a|an|и|или|в|во|на|по|о|об|с|со|к|от|для|за|при|из|не)"
    r"|[–—-])$",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t\u2000-\u200a\u3000]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph before it is known what it is. `heading` as in `Block`."""

    text: str
    strong: bool = False
    heading: int | None = None
    page: int | None = None
    boxes: tuple[Box, ...] = ()


def pieces(blocks: Sequence[Block]) -> list[Piece]:
    """The paragraphs of a text in order; soft hyphens and needless spaces are gone."""
    width = wrap_width(blocks)
    found: list[Piece] = []
    for block in blocks:
        lines = [replace(line, text=_tidy(line.text)) for line in block.lines]
        group: list[Line] = []
        last_number = 0
        for line in lines:
            if group and _divides(group[-1], line, width, last_number):
                found.append(_join(group, block))
                group = []
            last_number = _number(line) or last_number
            group.append(line)
        if group:
            found.append(_join(group, block))
    return [piece for piece in found if piece.text]


def wrap_width(blocks: Sequence[Block]) -> int | None:
    """The width in characters to which the text was wrapped, None if it was not."""
    broken = [len(line.text) for block in blocks for line in block.lines[:-1] if not line.strong]
    if len(broken) < 3:
        return None
    width = sorted(broken)[int(len(broken) * 0.95)]
    filled = sum(width * 0.75 <= length <= width + 5 for length in broken)
    if width > WIDEST_WRAP or statistics.median(broken) < 30 or filled * 2 < len(broken):
        return None
    return width


def _divides(line: Line, following: Line, width: int | None, last_number: int) -> bool:
    wrapped = width is not None and _filled(line.text, following.text, width)
    mark = read_mark(following.text)
    if mark is not None and mark.sort != "bullet" and not (wrapped and _stray(following, last_number)):
        return True
    if mark is not None and mark.sort == "bullet" and _ENDED.search(line.text):
        return True
    if masthead_field(line.text) or masthead_field(following.text):
        return True
    if line.strong != following.strong:
        return True
    return not (line.strong or wrapped or _continues(line.text, following.text, width))


def _stray(line: Line, last_number: int) -> bool:
    """Whether the number that a wrapped line begins with is out of the count."""
    number = _number(line)
    return number is not None and number not in {1, last_number + 1}


def _filled(line: str, following: str, width: int) -> bool:
    first_word = following.split(" ", 1)[0]
    return len(line) + 1 + len(first_word) > width


def _continues(line: str, following: str, width: int | None) -> bool:
    """Whether a line that had room for the next word still goes on in the next line."""
    if _GOES_ON.search(line):
        return True
    if line.isupper() and following.isupper():
        return True
    ended = _ENDED if width is None else _SENTENCE_ENDED
    return following[:1].islower() and not ended.search(line)


def _number(line: Line) -> int | None:
    mark = read_mark(line.text)
    if mark is None or mark.sort != "number":
        return None
    digits = re.match(r"\d+$", mark.label)
    return int(digits.group()) if digits else None


def _join(lines: Sequence[Line], block: Block) -> Piece:
    text = lines[0].text
    for line in lines[1:]:
        joint = "" if _hyphenated(text, line.text) else " "
        text = (text if joint else _without_hyphen(text, line.text)) + joint + line.text
    strong = all(line.strong for line in lines)
    return Piece(text.replace("\u00ad", ""), strong, block.heading, block.page, block.boxes)


def _hyphenated(line: str, following: str) -> bool:
    return bool(re.search(r"\w[-\u2010\u00ad]$", line)) and following[:1].isalpha()


def _without_hyphen(line: str, following: str) -> str:
    """A hyphen at a line's end is dropped within a word and kept in a compound.

    Compounds are told by what stands before the hyphen: a linking vowel or another hyphen.
    """
    if line.endswith("\u00ad"):
        return line[:-1]
    before = re.search(r"[\w-]+(?=.$)", line)
    compound = before is not None and (before.group()[-1] in "оеo" or "-" in before.group())
    return line if compound or following[:1].isupper() else line[:-1]


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
