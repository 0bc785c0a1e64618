"""Takes Markdown's links out of a text: their words stay, where they lead is told beside.

What only looks like one, such as bracketed text of a draft before a symbol in parentheses, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefer.core.structure.lines import Anchor

_DEFINITION = re.compile(
    r""" {0,3}\[([^\]^][^\]]*)\]:\s+<?(\S+?)>?(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*"""
)
_PLACE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|#|\.{0,2}/|[^\s:]+\.\w{2,5}$)", re.IGNORECASE)
_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")
_AUTOMATIC = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>", re.IGNORECASE)
_LONGEST = 2_000  # characters of the words or the target of one link

References = Mapping[str, str]


def take_references(rows: Iterable[str]) -> tuple[list[str], References]:
    """The rows without those that only say where a reference leads, and what these say."""
    kept: list[str] = []
    found: dict[str, str] = {}
    for row in rows:
        said = _DEFINITION.fullmatch(row)
        if said is not None and _PLACE.match(said[2]):
            found.setdefault(_name(said[1]), said[2])
        else:
            kept.append(row)
    return kept, found


def take_links(text: str, references: References) -> tuple[str, tuple[Anchor, ...]]:
    """The text with the words of each link in its place, and the links in their order."""
    plain: list[str] = []
    anchors: list[Anchor] = []
    at = 0
    while (opening := _next_bracket(text, at)) is not None:
        words_end = _closing(text, opening, "[]")
        taken = _target(text, words_end, text[opening + 1 : words_end], references) if words_end else None
        if words_end is None or taken is None:
            plain.append(text[at : opening + 1])
            at = opening + 1
            continue
        target, end = taken
        words, inner = take_links(text[opening + 1 : words_end], {})
        image = opening > at and text[opening - 1] == "!"
        plain += [text[at : opening - image], words]
        anchors += inner
        if not (image or inner):
            anchors.append(Anchor(words, target))
        at = end
    plain.append(text[at:])
    return _AUTOMATIC.sub(r"\1", "".join(plain)), tuple(anchors)


def _next_bracket(text: str, at: int) -> int | None:
    while (opening := text.find("[", at)) >= 0:
        if opening == 0 or text[opening - 1] != "\\":
            return opening
        at = opening + 1
    return None


def _closing(text: str, opening: int, pair: str) -> int | None:
    """Where the bracket at `opening` closes, minding those within."""
    depth = 0
    for place in range(opening, min(len(text), opening + _LONGEST)):
        if text[place] in pair and (place == 0 or text[place - 1] != "\\"):
            depth += 1 if text[place] == pair[0] else -1
            if depth == 0:
                return place
    return None


def _target(text: str, words_end: int, words: str, references: References) -> tuple[str, int] | None:
    """Where a link leads whose words end there, and where it ends itself; None if it is none."""
    following = text[words_end + 1 : words_end + 2]
    if following == "(":
        end = _closing(text, words_end + 1, "()")
        inside = _TITLE.sub("", text[words_end + 2 : end or 0]).strip().removeprefix("<").removesuffix(">")
        if end is None or " " in inside or not _PLACE.match(inside):
            return None
        return inside, end + 1
    if following == "[":
        end = _closing(text, words_end + 1, "[]")
        named = references.get(_name(text[words_end + 2 : end or 0] or words))
        return (named, end + 1) if end is not None and named is not None else None
    named = references.get(_name(words))
    return (named, words_end + 1) if named is not None else None


def _name(words: str) -> str:
    return " ".join(words.split()).casefold()
