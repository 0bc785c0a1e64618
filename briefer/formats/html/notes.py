"""Which anchors of a web page are marks of notes, and which elements are the notes."""

from __future__ import annotations

import re

from briefer.formats.flow import SUPERSCRIPTS
from briefer.formats.markup import Node, elements, local, said

_MARK = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|\*{1,4}|[†‡§])\s*[\])]?")
_NOTE = re.compile(r"f(?:oo)?t?n(?:ote)?[\d_:.-]|ftn|note|sdfoot|sdend|cite|сноск|примеч", re.IGNORECASE)
_BACK = re.compile(r"[\s↑↩⏎^←⇑▲\ufe0e\ufe0f]*")
_EPUB_TYPE = ("epub:type", "{http://www.idpf.org/2007/ops}type")
_BLOCKS = {"p", "li", "dd", "dt", "div", "aside", "td", "tr", "blockquote", "section", "footer"}
_LONGEST_MARK = 12


class PageNotes:
    """The notes of a page, by the anchors that lead to them.

    A mark is an anchor of a bare number, letter or asterisk that is raised or named after notes
    and leads down the page; one that leads back stands in front of its note.
    """

    def __init__(self, root: Node) -> None:
        self._marks: dict[Node, str] = {}
        self._heads: set[Node] = set()
        self._arrows: set[Node] = set()
        self._notes: dict[Node, str] = {}
        order: dict[Node, int] = {}
        named: dict[str, Node] = {}
        parents: dict[Node, Node] = {}
        anchors: list[Node] = []
        for place, element in enumerate(elements(root)):
            order[element] = place
            parents.update((child, element) for child in element)
            for name in (element.get("id"), element.get("name")):
                if name:
                    named.setdefault(name, element)
            if local(element).lower() == "a" and (element.get("href") or "").startswith("#"):
                anchors.append(element)
        for anchor in anchors:
            target = named.get((anchor.get("href") or "")[1:])
            if target is not None and target is not anchor:
                self._take(anchor, target, order, parents)

    def mark(self, anchor: Node) -> str | None:
        """The mark that `anchor` is in the text, as "1" or "*"; None for another anchor."""
        return self._marks.get(anchor)

    def heads(self, anchor: Node) -> bool:
        """Whether `anchor` leads back from a note and repeats its mark."""
        return anchor in self._heads

    def arrow(self, anchor: Node) -> bool:
        """Whether `anchor` leads back from a note and says nothing."""
        return anchor in self._arrows

    def note(self, element: Node) -> str | None:
        """The mark of the note that begins with `element`."""
        return self._notes.get(element)

    def inside(self, element: Node) -> bool:
        """Whether a note stands in `element`."""
        return bool(self._notes) and any(found in self._notes for found in elements(element))

    def _take(
        self,
        anchor: Node,
        target: Node,
        order: dict[Node, int],
        parents: dict[Node, Node],
    ) -> None:
        words = said(anchor)[:_LONGEST_MARK].strip()
        mark = _MARK.fullmatch(words)
        if order[target] < order[anchor]:
            if mark:
                self._heads.add(anchor)
            elif _BACK.fullmatch(words):
                self._arrows.add(anchor)
            return
        if not mark or not (_raised(anchor, parents) or _named_after_notes(anchor)):
            return
        self._marks[anchor] = mark[1]
        body: Node | None = target
        while body is not None and local(body).lower() not in _BLOCKS:
            body = parents.get(body)
        if body is not None:
            self._notes.setdefault(body, mark[1])


def headed(text: str, mark: str) -> str:
    """The text of a note behind its raised mark, however the note itself writes it."""
    found = re.match(rf"[\[(]?\s*{re.escape(mark)}\s*[\])]?[.):]?(?:\s+|(?=\D))", text)
    raised = mark.translate(SUPERSCRIPTS)
    bare = text[found.end() :] if found else text.removeprefix(raised).lstrip()
    return f"{raised} {bare.strip()}"


def _raised(anchor: Node, parents: dict[Node, Node]) -> bool:
    above = parents.get(anchor)
    return any(local(found) == "sup" for found in elements(anchor)) or (
        above is not None and local(above) == "sup"
    )


def _named_after_notes(anchor: Node) -> bool:
    values = (anchor.get(name) or "" for name in ("href", "class", "role", "rel", *_EPUB_TYPE))
    return any(_NOTE.search(value[:200]) for value in values)
