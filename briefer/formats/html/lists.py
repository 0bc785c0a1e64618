"""The numbers and bullets that a browser puts before the items of a list."""

from __future__ import annotations

import re

from briefer.core.labels import read_mark
from briefer.core.values import dataclass
from briefer.formats.markup import Node, local
from briefer.formats.numbering import FORMATS, HIGHEST, readable

_STYLE = re.compile(r"(?:^|;)\s*list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_FORMS = {
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
    "lower-russian": "russianLower",
    "upper-russian": "russianUpper",
    "none": "",
    "disc": "bullet",
    "circle": "bullet",
    "square": "bullet",
}


@dataclass(slots=True)
class _List:
    form: str
    next: int
    step: int = 1


class PageLists:
    """Counts the items of the lists that are open, one inside another."""

    def __init__(self) -> None:
        self._open: list[_List] = []

    def open(self, node: Node) -> None:
        """Begin the list that `node` is: an `ol`, `ul`, `menu` or `dir`."""
        ordered = local(node).lower() == "ol"
        form = _form(node)
        if form is None:
            form = "decimal" if ordered else "bullet"
        if ordered and node.get("reversed") is not None:
            count = sum(local(child).lower() == "li" for child in node)
            self._open.append(_List(form, _whole(node.get("start"), count), -1))
        else:
            self._open.append(_List(form, _whole(node.get("start"), 1)))

    def close(self) -> None:
        if self._open:
            self._open.pop()

    def label(self, item: Node) -> str:
        """What stands before `item`; "" when it has no number or bullet."""
        if not self._open:
            return ""
        here = self._open[-1]
        number = _whole(item.get("value"), here.next)
        here.next = number + here.step
        style = _STYLE.search(item.get("style") or "")
        form = _FORMS.get(style[1].lower(), here.form) if style else here.form
        if form == "bullet":
            return "•"
        return readable(FORMATS.get(form, str)(number) + ".", form) if form else ""


def needed(label: str, text: str) -> bool:
    """Whether `label` is to stand before an item's text, which may bring a label of its own."""
    mark = read_mark(text)
    return mark is None or (mark.sort in {"footnote", "bullet"} and label != "•")


def _form(node: Node) -> str | None:
    """The form that the list asks for; "" for none at all."""
    if style := _STYLE.search(node.get("style") or ""):
        return _FORMS.get(style[1].lower())
    return _FORMS.get(node.get("type") or "")


def _whole(text: str | None, otherwise: int) -> int:
    try:
        return max(-HIGHEST, min(int(text or ""), HIGHEST))
    except ValueError:
        return otherwise
