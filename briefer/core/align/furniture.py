"""Signs that a line is a page's running head or number and no part of the text.

Readers of formats with pages tell such lines by their place, and then they alone count. In bare
lines they are told by their looks: short lines of a number or symbol, which come again and again or
count upwards. The signs only weigh; what stands opposite decides.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from briefer.core.document import Kind, Paragraph

MARKS = ("page", "symbol", "number", "counter", "repeated", "known")
KNOWN = MARKS.index("known")
_LONGEST = 120
_SHORT = 40
_FEWEST_REPEATS = 3
_STEP = 3
_IN_STEP = 0.75
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
# Such as: 3/12; 3/12 15-78576; V.15-01234 (E); 12 GE.15-04321.
_JOB = r"(?:[A-Z]{1,5}[.\s-]?)?\d{2}-\d{5}(?:\s?\([A-ZА-Я]{1,2}\))?"
_OF_PAGES = r"\d{1,4}\s?/\s?\d{1,4}"
_PAGE = re.compile(rf"(?:{_OF_PAGES}|\d{{1,4}}|{_JOB})(?:\s+(?:{_OF_PAGES}|\d{{1,4}}|{_JOB}))?")
_BARE_NUMBER = re.compile(r"[-–—\[(|\s]*\d{1,4}[-–—\])|\s.]*")
_SYMBOL = re.compile(r"[^\W\d_]{1,8}(?:/[\w.()\-]+)+\*{0,3}")


def marks_of_furniture(
    paragraphs: Sequence[Paragraph], page_words: frozenset[str]
) -> npt.NDArray[np.float64]:
    """For each paragraph and each of `MARKS`, 1 where it shows and 0 elsewhere.

    `page_words` are what pages are called before their number, in small letters.
    """
    known = any(p.kind is Kind.FURNITURE for p in paragraphs)
    texts = [
        " ".join(p.text.split()) if p.kind is Kind.BODY and not known and len(p.text) <= _LONGEST else ""
        for p in paragraphs
    ]
    shown = np.zeros((len(paragraphs), len(MARKS)))
    shown[:, KNOWN] = [p.kind is Kind.FURNITURE for p in paragraphs]
    repeats = Counter(texts)
    for place, text in enumerate(texts):
        if not text:
            continue
        if _SYMBOL.fullmatch(text) and _DIGITS.search(text):
            shown[place, 1] = 1
        elif _BARE_NUMBER.fullmatch(text):
            shown[place, 2] = 1
        elif _PAGE.fullmatch(text):
            shown[place, 0] = 1
        shown[place, 4] = repeats[text] >= _FEWEST_REPEATS
    shown[:, 3] = _counters(texts, page_words)
    return shown


def in_step(
    left: Sequence[Paragraph], right: Sequence[Paragraph], page_words: frozenset[str]
) -> tuple[list[int], list[int]]:
    """The short lines that come at the same distances in both versions, with the same numbers."""
    kept: tuple[list[int], list[int]] = ([], [])
    ours, theirs = (_runs(paragraphs, page_words) for paragraphs in (left, right))
    for key in ours.keys() & theirs.keys():
        steps = [_steps(lines[key]) for lines in (ours, theirs)]
        common = (steps[0] & steps[1]).total()
        if common > 1 and common >= _IN_STEP * max(side.total() for side in steps):
            for places, lines in zip(kept, (ours, theirs), strict=True):
                places += [place for place, _ in lines[key]]
    return kept


def _runs(
    paragraphs: Sequence[Paragraph], page_words: frozenset[str]
) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Short lines by what is left of them without numbers and page words: their places and numbers."""
    runs: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for place, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip()
        if len(text) > _SHORT or paragraph.kind is not Kind.BODY:
            continue
        numbers = tuple(_DIGITS.findall(text))
        bare = numbers and page_words.issuperset(_LETTERS.findall(text.lower()))
        runs["0 " * len(numbers) if bare else _template(text)].append((place, numbers))
    return runs


def _steps(lines: Sequence[tuple[int, tuple[str, ...]]]) -> Counter[tuple[object, ...]]:
    return Counter(
        (after - place, numbers, others) for (place, numbers), (after, others) in itertools.pairwise(lines)
    )


def _counters(texts: Sequence[str], page_words: frozenset[str]) -> npt.NDArray[np.float64]:
    """1 for lines of numbers and page words that differ only in their first number, which goes up slowly."""
    lines: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, text in enumerate(texts):
        found = _DIGITS.search(text[:_SHORT])
        if found and len(text) <= _SHORT and page_words.issuperset(_LETTERS.findall(text.lower())):
            lines[_template(text)].append((place, int(found.group()[:9])))
    counts = np.zeros(len(texts))
    for found_lines in lines.values():
        if len(found_lines) > 2 * len({value for _, value in found_lines}):
            continue  # the same number again and again is no page's
        for (place, value), (after, greater) in itertools.pairwise(found_lines):
            if 0 <= greater - value <= _STEP and after - place > 1:
                counts[place] = counts[after] = 1
    return counts


def _template(text: str) -> str:
    return _DIGITS.sub("0", text)
