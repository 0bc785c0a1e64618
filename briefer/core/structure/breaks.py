"""What a line break within a block meant: the end of a paragraph, or only of a line.

A break is soft when the next word would not have fitted on the line; otherwise somebody
put it there, and it divides paragraphs unless the line plainly goes on.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import replace

from briefer.core.labels import read_mark
from briefer.core.structure.inline import changes_language, relabelled
from briefer.core.structure.lines import Block, Line
from briefer.core.structure.masthead_lines import dateline, masthead_field
from briefer.core.structure.notes import translation_note
from briefer.core.structure.openings import opens_preambular

WIDEST_WRAP = 130
WIDEST_TITLE = 100
MOST_TITLE_LINES = 12
_ENDED = re.compile(r"[.;:,!?…][\"”»’')\]]*\*{0,4}$")
_SENTENCE_ENDED = re.compile(r"[.;:!?…][\"”»’')\]]*\*{0,4}$")
_FULL_STOP = re.compile(r"[.;!?…][\"”»’')\]]*\*{0,4}$")
_GOES_ON = re.compile(
    r"(?:\b(?:of|the|and|or|for|on|in|to|by|with|at|from|a|an|и|или|в|во|на|по|о|об|с|со|к|от|для|за|при|из|не)"
    r"|[–—-])$",
    re.IGNORECASE,
)


def paragraphs_in(lines: Sequence[Line], width: int | None) -> list[list[Line]]:
    """The lines in groups, one a paragraph; what two languages share in front is given to both."""
    groups: list[list[Line]] = []
    for stretch in _stretches(lines, width):
        before = groups[-1] if groups else None
        if before and changes_language(before[-1].text, stretch[0].text):
            first = replace(stretch[0], text=relabelled(before[0].text, stretch[0].text))
            stretch = [first, *stretch[1:]]
        groups += [stretch] if _is_title(stretch) else _broken(stretch, width)
    return groups


def wrap_width(blocks: Sequence[Block]) -> int | None:
    """The width in characters to which the text was wrapped, None if it was not."""
    broken = [
        len(line.text)
        for block in blocks
        for line in block.lines[:-1]
        if not line.strong and line.filled is None
    ]
    if len(broken) < 3:
        return None
    width = sorted(broken)[int(len(broken) * 0.95)]
    filled = sum(width * 0.75 <= length <= width + 5 for length in broken)
    if width > WIDEST_WRAP or statistics.median(broken) < 30 or filled * 2 < len(broken):
        return None
    return width


def _stretches(lines: Sequence[Line], width: int | None) -> list[list[Line]]:
    """The lines cut wherever one plainly begins something new."""
    stretches: list[list[Line]] = []
    last_number = 0
    for line in lines:
        if stretches and not _begins(stretches[-1][-1], line, width, last_number):
            stretches[-1].append(line)
        else:
            stretches.append([line])
        last_number = _number(line) or last_number
    return stretches


def _begins(line: Line, following: Line, width: int | None, last_number: int) -> bool:
    if line.filled and not _FULL_STOP.search(line.text):
        # By geometry the sentence goes on, unless the next line is the next in the count.
        return 0 < last_number == (_number(following) or 0) - 1
    wrapped = _wrapped(line, following, width)
    if not wrapped and not _GOES_ON.search(line.text) and changes_language(line.text, following.text):
        return True
    mark = read_mark(following.text)
    if mark is not None and mark.sort != "bullet" and not (wrapped and _stray(following, last_number)):
        return True
    if mark is not None and mark.sort == "bullet" and _ENDED.search(line.text):
        return True
    if line.strong != following.strong or (_SENTENCE_ENDED.search(line.text) and not wrapped):
        return True
    if wrapped or _GOES_ON.search(line.text):
        return False
    return _stands_alone(line.text) or _stands_alone(following.text)


def _stands_alone(text: str) -> bool:
    return bool(masthead_field(text) or dateline(text) or translation_note(text))


def _is_title(lines: Sequence[Line]) -> bool:
    """Whether lines broken by hand are one title: short, not ended, and seen to run on."""
    texts = [line.text for line in lines]
    if all(line.strong for line in lines):
        return True
    if len(texts) > MOST_TITLE_LINES or max(map(len, texts)) > WIDEST_TITLE:
        return False
    if any(_SENTENCE_ENDED.search(text) for text in texts) or texts[-1].endswith(","):
        return False
    return any(text[0].islower() for text in texts[1:]) or any(_GOES_ON.search(text) for text in texts[:-1])


def _broken(lines: Sequence[Line], width: int | None) -> list[list[Line]]:
    """The lines of a stretch in groups, one a paragraph."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(line: Line, following: Line, width: int | None) -> bool:
    if _wrapped(line, following, width):
        return True
    if line.text.endswith(",") and opens_preambular(following.text):
        return False
    known = width is not None or line.filled is not None
    return _continues(line.text, following.text, known)


def _wrapped(line: Line, following: Line, width: int | None) -> bool:
    """Whether the line ends where it does because the next word had no room."""
    if line.filled is not None:
        return line.filled
    return width is not None and _filled(line.text, following.text, width)


def _stray(line: Line, last_number: int) -> bool:
    """Whether the number that a wrapped line begins with is out of the count."""
    number = _number(line)
    return number is not None and number not in {1, last_number + 1}


def _filled(line: str, following: str, width: int) -> bool:
    first_word = following.split(" ", 1)[0]
    return len(line) + 1 + len(first_word) > width


def _continues(line: str, following: str, wraps_known: bool) -> bool:
    """Whether a line that had room for the next word still goes on in the next line."""
    if _GOES_ON.search(line):
        return True
    if line.isupper() and following.isupper():
        return True
    ended = _SENTENCE_ENDED if wraps_known else _ENDED
    return following[:1].islower() and not ended.search(line)


def _number(line: Line) -> int | None:
    mark = read_mark(line.text)
    if mark is None or mark.sort != "number":
        return None
    digits = re.match(r"\d+$", mark.label)
    return int(digits.group()) if digits else None
