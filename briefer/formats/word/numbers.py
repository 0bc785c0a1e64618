"""The numbers that a word processor gives to the paragraphs of its lists."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefer.core.values import dataclass
from briefer.formats.markup import Node
from briefer.formats.numbering import FORMATS, HIGHEST, LONGEST_TEMPLATE, readable
from briefer.formats.word.parts import W, flag, value
from briefer.formats.word.styles import Styles

LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    template: str
    restart: int | None
    legal: bool


_PLAIN = _Level(start=1, form="decimal", template="", restart=None, legal=False)


class Numbers:
    """Counts the paragraphs of lists as they come."""

    def __init__(self, part: Node | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Node] = {}
        self._lists: dict[str, Node] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if part is not None:
            for found in part.findall(W + "abstractNum"):
                self._abstracts[found.get(W + "abstractNumId") or ""] = found
            for found in part.findall(W + "num"):
                self._lists[found.get(W + "numId") or ""] = found

    def label(self, properties: Node | None) -> str:
        """What stands before the next paragraph with these properties; "" for no list."""
        style = value(properties, "pStyle")
        number, level, source = self._styles.numbering(style)
        if (own := value(properties, "numPr/numId")) is not None:
            number, level, source = own, None, None
        level = value(properties, "numPr/ilvl") or level
        if number is None or number not in self._lists or number == "0":
            return ""
        abstract = self._abstract(number)
        place = _whole(level, -1)
        if place < 0:
            place = _level_of_style(self._abstracts.get(abstract), source)
        return self._next(number, abstract, min(place, LEVELS - 1))

    def _abstract(self, number: str) -> str:
        """The definition behind a list, through the style that may stand for it."""
        abstract = value(self._lists[number], "abstractNumId") or ""
        linked = value(self._abstracts.get(abstract), "numStyleLink")
        if linked:
            through, _, _ = self._styles.numbering(linked)
            if through in self._lists:
                return value(self._lists[through], "abstractNumId") or ""
        return abstract

    def _next(self, number: str, abstract: str, place: int) -> str:
        levels = self._levels_of(number, abstract)
        level = levels.get(place, _PLAIN)
        counts = self._counts.setdefault(abstract, {})
        override = value(_override(self._lists[number], place), "startOverride")
        if override is not None and (number, place) not in self._started:
            counts[place] = _whole(override, level.start)
        else:
            counts[place] = min(counts.get(place, level.start - 1) + 1, HIGHEST)
        self._started.add((number, place))
        for deeper in range(place + 1, LEVELS):
            restart = levels.get(deeper, _PLAIN).restart
            if restart is None or place < restart:
                counts.pop(deeper, None)
        for upper in range(place):
            counts.setdefault(upper, levels.get(upper, _PLAIN).start)
        return readable(_filled(level, levels, counts), level.form)

    def _levels_of(self, number: str, abstract: str) -> dict[int, _Level]:
        if number not in self._levels:
            levels = {}
            for found in _children(self._abstracts.get(abstract), "lvl"):
                levels[_whole(found.get(W + "ilvl"), 0)] = _level(found)
            for override in _children(self._lists[number], "lvlOverride"):
                for found in _children(override, "lvl"):
                    levels[_whole(override.get(W + "ilvl"), 0)] = _level(found)
            self._levels[number] = levels
        return self._levels[number]


def _level(found: Node) -> _Level:
    restart = value(found, "lvlRestart")
    return _Level(
        start=_whole(value(found, "start"), 0),
        form=value(found, "numFmt") or "decimal",
        template=(value(found, "lvlText") or "")[:LONGEST_TEMPLATE],
        restart=None if restart is None else _whole(restart, 0),
        legal=bool(flag(found, "isLgl")),
    )


def _level_of_style(abstract: Node | None, style: str | None) -> int:
    for found in _children(abstract, "lvl"):
        if style is not None and value(found, "pStyle") == style:
            return _whole(found.get(W + "ilvl"), 0)
    return 0


def _override(found: Node, place: int) -> Node | None:
    for override in _children(found, "lvlOverride"):
        if override.get(W + "ilvl") == str(place):
            return override
    return None


def _children(parent: Node | None, name: str) -> list[Node]:
    return [] if parent is None else parent.findall(W + name)


def _filled(level: _Level, levels: Mapping[int, _Level], counts: Mapping[int, int]) -> str:
    def written(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        form = "decimal" if level.legal else levels.get(place, _PLAIN).form
        return FORMATS.get(form, str)(counts.get(place, levels.get(place, _PLAIN).start))

    return re.sub(r"%([1-9])", written, level.template)


def _whole(text: str | None, otherwise: int) -> int:
    """The number in `text` within bounds; `otherwise` when it is none."""
    try:
        return max(0, min(int(text or ""), HIGHEST))
    except ValueError:
        return otherwise
