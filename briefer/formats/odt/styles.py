"""The styles of an OpenDocument text: what paragraphs and runs take from them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.formats.markup import Node
from briefer.formats.odt.parts import FO, OFFICE, STYLE, TEXT

_DEEPEST = 32
_TITLES = {"title", "название", "заголовок"}
_BOLD = {"bold", "bolder", "600", "700", "800", "900"}
_RAISED = re.compile(r"super\b|[1-9]\d*%")


class OdtStyles:
    """Looks styles up by family and name, following what each is based on.

    `roots` are searched in order: a later one overrules what an earlier one calls the same.
    """

    def __init__(self, *roots: Node | None) -> None:
        self._styles: dict[tuple[str, str], Node] = {}
        self._known: dict[tuple[str, str, str], str | None] = {}
        for root in roots:
            for group in ("styles", "automatic-styles"):
                for style in () if root is None else root.findall(f"{OFFICE}{group}/{STYLE}style"):
                    key = style.get(STYLE + "family") or "", style.get(STYLE + "name") or ""
                    self._styles[key] = style

    def bold(self, family: str, name: str | None) -> bool | None:
        """Whether the style makes text bold; None when it says nothing of it."""
        weight = self._said(family, name, FO + "font-weight")
        return None if weight is None else weight in _BOLD

    def raised(self, family: str, name: str | None) -> bool | None:
        position = self._said(family, name, STYLE + "text-position")
        return None if position is None else bool(_RAISED.match(position))

    def hidden(self, family: str, name: str | None) -> bool:
        return self._said(family, name, TEXT + "display") == "none"

    def is_title(self, name: str | None) -> bool:
        """Whether a paragraph style is the one of titles or is based on it."""
        return any(
            (style.get(STYLE + "display-name") or style.get(STYLE + "name") or "").strip().lower() in _TITLES
            for style in self._chain("paragraph", name)
        )

    def unnumbered(self, name: str | None) -> bool:
        """Whether a paragraph style keeps its headings out of the outline's numbers."""
        lists = (style.get(STYLE + "list-style-name") for style in self._chain("paragraph", name))
        return next((found for found in lists if found is not None), None) == ""

    def master_page(self, name: str | None) -> str | None:
        """The master page that begins with paragraphs or tables of this style."""
        for family in ("paragraph", "table"):
            for style in self._chain(family, name):
                if page := style.get(STYLE + "master-page-name"):
                    return page
        return None

    def _chain(self, family: str, name: str | None) -> Iterator[Node]:
        for _ in range(_DEEPEST):
            style = self._styles.get((family, name or ""))
            if style is None:
                return
            yield style
            name = style.get(STYLE + "parent-style-name")

    def _said(self, family: str, name: str | None, property_name: str) -> str | None:
        key = family, name or "", property_name
        if key not in self._known:
            properties = (style.find(STYLE + "text-properties") for style in self._chain(family, name))
            values = (found.get(property_name) for found in properties if found is not None)
            self._known[key] = next((value for value in values if value is not None), None)
        return self._known[key]
