"""The numbers that an OpenDocument text gives to headings and to the items of lists.

Numbers count paragraphs: an item that only holds a list inside has none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field

from briefer.core.values import dataclass
from briefer.formats.markup import Node, local
from briefer.formats.numbering import FORMATS, HIGHEST, LONGEST_TEMPLATE, readable
from briefer.formats.odt.parts import LOEXT, OFFICE, STYLE, TEXT, XML

LEVELS = 10
_FORMS = {
    "1": "decimal",
    "01": "decimalZero",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    template: str  # %1% stands for the number of level 1
    start: int = 1


_PLAIN = _Level("none", "")


@dataclass(slots=True)
class _Counts:
    """How far the numbers of one list are, by level."""

    numbers: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def take(self, place: int, starts: Callable[[int], int], given: int | None) -> None:
        """Count one at level `place`; levels above that have not begun do so now."""
        for upper in range(place):
            if self.numbers[upper] is None:
                self.numbers[upper] = starts(upper)
        before = self.numbers[place]
        if given is not None:
            self.numbers[place] = given
        else:
            self.numbers[place] = starts(place) if before is None else min(before + 1, HIGHEST)
        self.numbers[place + 1 :] = [None] * (LEVELS - place - 1)


@dataclass(slots=True)
class _Open:
    style: str
    counts: _Counts
    place: int
    pending: bool = False
    given: int | None = None


class OdtLists:
    """Counts the items of the lists that are open, one inside another, and the headings."""

    def __init__(self, *roots: Node | None) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._outline: dict[int, _Level] = {}
        for root in roots:
            for group in ("styles", "automatic-styles"):
                for style in () if root is None else root.findall(f"{OFFICE}{group}/{TEXT}list-style"):
                    self._styles[style.get(STYLE + "name") or ""] = _levels(style)
                for style in () if root is None else root.findall(f"{OFFICE}{group}/{TEXT}outline-style"):
                    self._outline = _levels(style)
        self._headings = _Counts()
        self._open: list[_Open] = []
        self._by_id: dict[str, _Counts] = {}
        self._by_style: dict[str, _Counts] = {}

    def open(self, node: Node) -> None:
        """Begin the list that `node` is."""
        outer = self._open[-1] if self._open else None
        style = node.get(TEXT + "style-name") or (outer.style if outer else "")
        if outer is not None:
            self._open.append(_Open(style, outer.counts, min(outer.place + 1, LEVELS - 1)))
            return
        counts = self._by_id.get(node.get(TEXT + "continue-list") or "")
        if counts is None and node.get(TEXT + "continue-numbering") == "true":
            counts = self._by_style.get(style)
        counts = counts or _Counts()
        self._by_style[style] = counts
        if name := node.get(XML + "id"):
            self._by_id[name] = counts
        self._open.append(_Open(style, counts, 0))

    def close(self) -> None:
        self._open.pop()

    def item(self, node: Node) -> None:
        """Begin an item of the innermost list; a header of it has no number."""
        if self._open:
            here = self._open[-1]
            here.pending = local(node) == "list-item"
            here.given = _whole(node.get(TEXT + "start-value"))

    def label(self) -> str:
        """What stands before the paragraph that comes next; "" if it does not begin an item."""
        here = self._open[-1] if self._open else None
        if here is None or not here.pending:
            return ""
        for opened in self._open:
            opened.pending = False  # the items around this one have no text of their own before it
        return _label(self._styles.get(here.style, {}), here.counts, here.place, here.given)

    def heading(self, node: Node, level: int) -> str:
        """What stands before a heading of `level` that is in no list."""
        if node.get(TEXT + "is-list-header") == "true":
            return ""
        place = min(level, LEVELS) - 1
        given = _whole(node.get(TEXT + "start-value"))
        return _label(self._outline, self._headings, place, given)


def _label(levels: dict[int, _Level], counts: _Counts, place: int, given: int | None) -> str:
    level = levels.get(place, _PLAIN)
    counts.take(place, lambda at: levels.get(at, _PLAIN).start, given)

    def written(found: re.Match[str]) -> str:
        upper = min(int(found[1]) - 1, LEVELS - 1)
        known = levels.get(upper, _PLAIN)
        number = counts.numbers[upper]
        return FORMATS.get(known.form, str)(known.start if number is None else number)

    return readable(re.sub(r"%(\d{1,2})%", written, level.template), level.form)


def _levels(style: Node) -> dict[int, _Level]:
    found = {}
    for node in style:
        place = (_whole(node.get(TEXT + "level")) or 1) - 1
        if local(node) == "list-level-style-bullet":
            found[place] = _Level("bullet", node.get(TEXT + "bullet-char") or "•")
        elif local(node) in {"list-level-style-number", "outline-level-style"}:
            found[place] = _numbered(node, place)
    return found


def _numbered(node: Node, place: int) -> _Level:
    wanted = node.get(STYLE + "num-format") or ""
    form = _FORMS.get(wanted)
    if form is None:
        form = {"а": "russianLower", "А": "russianUpper"}.get(wanted[:1], "decimal")
    template = node.get(LOEXT + "num-list-format")
    if template is None:
        shown = min(_whole(node.get(TEXT + "display-levels")) or 1, place + 1)
        numbers = ".".join(f"%{level}%" for level in range(place + 2 - shown, place + 2))
        prefix, suffix = node.get(STYLE + "num-prefix") or "", node.get(STYLE + "num-suffix") or ""
        template = prefix + numbers + suffix
    if form == "none":
        template = ""
    start = _whole(node.get(TEXT + "start-value"))
    return _Level(form, template[:LONGEST_TEMPLATE], 1 if start is None else start)


def _whole(text: str | None) -> int | None:
    try:
        return None if text is None else max(0, min(int(text), HIGHEST))
    except ValueError:
        return None
