"""The styles of a word-processor file: what a paragraph or a run takes from its style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.formats.markup import Node
from briefer.formats.word.parts import W, flag, value

_HEADING = re.compile(r"(?:heading|заголовок)\s*([1-9])", re.IGNORECASE)
_TITLES = {"title", "название", "заголовок"}
_DEEPEST = 32
BODY_LEVEL = 9


class Styles:
    """Looks styles up by their id, following what each is based on."""

    def __init__(self, part: Node | None) -> None:
        self._styles: dict[str, Node] = {}
        self._default: str | None = None
        self._known: dict[tuple[str, str | None], bool | None] = {}
        self._defaults: Node | None = None
        if part is None:
            return
        for style in part.findall(W + "style"):
            name = style.get(W + "styleId") or ""
            self._styles.setdefault(name, style)
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true", "on"}:
                self._default = name
        self._defaults = part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def chain(self, style: str | None) -> Iterator[Node]:
        """The style called `style`, what it is based on, and so on; without one, the default."""
        name = style if style in self._styles else self._default
        for _ in range(_DEEPEST):
            found = self._styles.get(name or "")
            if found is None:
                return
            yield found
            name = value(found, "basedOn")

    def set_by(self, name: str, run: Node | None, paragraph_style: str | None) -> bool:
        """Whether a run has the property `name`: by itself, its style, its paragraph's or by default."""
        said = flag(run, name)
        character = value(run, "rStyle")
        if said is None and character in self._styles:
            said = self._said(name, character)
        if said is None:
            said = self._said(name, paragraph_style)
        return bool(flag(self._defaults, name) if said is None else said)

    def _said(self, name: str, style: str | None) -> bool | None:
        key = name, style
        if key not in self._known:
            said = (flag(found.find(W + "rPr"), name) for found in self.chain(style))
            self._known[key] = next((one for one in said if one is not None), None)
        return self._known[key]

    def heading(self, properties: Node | None) -> int | None:
        """The level of a heading (1 is the highest), None for what is none."""
        level = value(properties, "outlineLvl")
        if level is None:
            level = self._style_level(value(properties, "pStyle"))
        if level is None or not level.isdecimal() or int(level) >= BODY_LEVEL:
            return None
        return int(level) + 1

    def _style_level(self, style: str | None) -> str | None:
        for found in self.chain(style):
            level = value(found, "pPr/outlineLvl")
            if level is not None:
                return level
            if named := _HEADING.fullmatch(value(found, "name") or ""):
                return str(int(named[1]) - 1)
        return None

    def is_title(self, style: str | None) -> bool:
        """Whether `style` is the one of titles or is based on it."""
        return style is not None and any(
            (value(found, "name") or "").strip().lower() in _TITLES for found in self.chain(style)
        )

    def numbering(self, style: str | None) -> tuple[str | None, str | None, str | None]:
        """The list and level that a style puts its paragraphs in, and which style says so."""
        for found in self.chain(style):
            number = value(found, "pPr/numPr/numId")
            if number is not None:
                return number, value(found, "pPr/numPr/ilvl"), found.get(W + "styleId")
        return None, None, None
