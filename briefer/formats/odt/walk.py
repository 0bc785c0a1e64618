"""Walks through the paragraphs, lists, tables and notes of an OpenDocument text.

Deletions stand apart in such a file and are never met; comments, hidden text and templates
of indices are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefer.core.structure.lines import Block, Line
from briefer.formats.flow import SUPERSCRIPTS, Flow
from briefer.formats.grid import Grid
from briefer.formats.markup import Node, local
from briefer.formats.odt.lists import OdtLists
from briefer.formats.odt.parts import DRAW, TABLE, TEXT, XLINK
from briefer.formats.odt.styles import OdtStyles

_SPACES = re.compile(r"[ \t\r\n]+")
_MOST = 1000
_SKIPPED = {
    "tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "variable-decls",
    "user-field-decls", "dde-connection-decls", "alphabetical-index-auto-mark-file", "scripts", "script",
    "placeholder", "number", "ruby-text", "title", "desc", "object", "object-ole", "image", "binary-data",
    "plugin", "applet", "event-listeners", "math", "shapes", "soft-page-break", "meta-field-decl",
}  # fmt: skip
# Fields that are called as something is that no reader sees.
_FIELDS = {"title"}


class OdtWalk:
    """Collects blocks in `flow`, and notes."""

    def __init__(self, styles: OdtStyles, lists: OdtLists) -> None:
        self.flow = Flow()
        self._footnotes: list[tuple[int, Block]] = []
        self._endnotes: list[tuple[int, Block]] = []
        self._grid = Grid(self.flow)
        self._styles = styles
        self._lists = lists
        self._boxes: list[Node] = []
        self._style: str | None = None  # of the paragraph that is open
        self._bold = self._raised = self._head = False
        self._spaced = True  # whether a space would follow another, or begin the line
        self._kinds: dict[str, Callable[[Node], None]] = {
            "p": self._paragraph,
            "h": self._paragraph,
            "list": self._list,
            "list-item": self._item,
            "list-header": self._item,
            "table": self._table,
            "table-header-rows": self._head_rows,
            "table-row": self._row,
            "table-cell": self._cell,
            "covered-table-cell": self._covered,
            "section": self._section,
        }
        self._runs: dict[str, Callable[[Node], None]] = {
            "span": self._span,
            "a": self._link,
            "s": self._space,
            "tab": lambda _: self._add("\t"),
            "line-break": lambda _: self._break(),
            "note": self._note,
            "hidden-text": self._hidden,
        }

    @property
    def notes(self) -> list[tuple[int, Block]]:
        """The notes, footnotes first, each with the index of the block that refers to it."""
        return [*self._footnotes, *self._endnotes]

    def read(self, holder: Node) -> None:
        """Take all that stands in `holder`."""
        for child in holder:
            name = local(child)
            if name in _SKIPPED or name.endswith(("-source", "-decl")):
                continue
            self._kinds.get(name, self.read)(child)

    def _paragraph(self, node: Node) -> None:
        outer = self._style, self._boxes
        style = node.get(TEXT + "style-name")
        self._style, self._boxes = style, []
        level = _level(node)
        label = self._lists.label()
        if not label and level is not None and not self._styles.unnumbered(style):
            label = self._lists.heading(node, level)
        if not self._unseen(node):
            self._bold = bool(self._styles.bold("paragraph", style))
            self._raised = False
            self._spaced = True
            self._inline(node)
            self.flow.label = label
            self.flow.close(level, strong=self._styles.is_title(style))
            self.flow.label = ""
            for box in self._boxes:
                self.read(box)
        self._style, self._boxes = outer

    def _unseen(self, node: Node) -> bool:
        if self._styles.hidden("paragraph", node.get(TEXT + "style-name")):
            return True
        return any(
            found.get(TEXT + "is-hidden") == "true" for found in node.findall(TEXT + "hidden-paragraph")
        )

    def _inline(self, node: Node) -> None:
        self._say(node.text)
        for child in node:
            name = local(child)
            if isinstance(child.tag, str) and child.tag.startswith(DRAW):
                self._boxes.append(child)
            elif name in self._runs:
                self._runs[name](child)
            elif name not in _SKIPPED or name in _FIELDS:
                self._inline(child)
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        if text:
            found = _SPACES.sub(" ", text)
            self._add(found.lstrip(" ") if self._spaced else found)

    def _add(self, text: str) -> None:
        if text:
            self.flow.add(text, bold=self._bold, raised=self._raised)
            self._spaced = text.endswith((" ", "\t"))

    def _break(self) -> None:
        self.flow.break_line()
        self._spaced = True

    def _space(self, node: Node) -> None:
        self._add(" " * _count(node, TEXT + "c"))

    def _span(self, node: Node) -> None:
        outer = self._bold, self._raised
        style = node.get(TEXT + "style-name")
        if self._styles.hidden("text", style):
            return
        bold, raised = self._styles.bold("text", style), self._styles.raised("text", style)
        self._bold = outer[0] if bold is None else bold
        self._raised = outer[1] if raised is None else raised
        self._inline(node)
        self._bold, self._raised = outer

    def _link(self, node: Node) -> None:
        self.flow.target = node.get(XLINK + "href") or ""
        self._inline(node)
        self.flow.target = None

    def _hidden(self, node: Node) -> None:
        if node.get(TEXT + "is-hidden") == "false":
            self._inline(node)

    def _note(self, node: Node) -> None:
        citation, body = node.find(TEXT + "note-citation"), node.find(TEXT + "note-body")
        mark = "" if citation is None else "".join(_words(citation)).strip().translate(SUPERSCRIPTS)
        self.flow.add(mark)
        self._spaced = False
        if body is None:
            return
        inner = OdtWalk(self._styles, self._lists)
        inner.read(body)
        lines = [line for block in inner.flow.blocks for line in block.lines]
        links = tuple(link for block in inner.flow.blocks for link in block.links)
        if lines:
            first = Line(f"{mark} {lines[0].text}".strip())
            notes = self._endnotes if node.get(TEXT + "note-class") == "endnote" else self._footnotes
            notes.append((len(self.flow.blocks), Block((first, *lines[1:]), links=links)))

    def _list(self, node: Node) -> None:
        self._lists.open(node)
        self.read(node)
        self._lists.close()

    def _item(self, node: Node) -> None:
        self._lists.item(node)
        self.read(node)

    def _section(self, node: Node) -> None:
        if node.get(TEXT + "display") != "none" and node.get(TEXT + "is-hidden") != "true":
            self.read(node)

    def _table(self, node: Node) -> None:
        outer, self._head = self._head, False
        self._grid.open()
        self.read(node)
        self._grid.close()
        self._head = outer

    def _row(self, node: Node) -> None:
        if self._grid.inside:
            self._grid.row(head=self._head)
            self.read(node)

    def _head_rows(self, node: Node) -> None:
        self._head = True
        self.read(node)
        self._head = False

    def _cell(self, node: Node) -> None:
        if self._grid.inside:
            self._grid.cell(_count(node, TABLE + "number-columns-repeated"))
            self.read(node)
            self._grid.close_cell()

    def _covered(self, node: Node) -> None:
        if self._grid.inside:
            self._grid.cell(_count(node, TABLE + "number-columns-repeated"))
            self._grid.close_cell()


def _level(node: Node) -> int | None:
    if local(node) != "h":
        return None
    level = node.get(TEXT + "outline-level") or "1"
    return int(level) if level in set("123456789") else 9


def _words(node: Node) -> Iterator[str]:
    for found in node.iter("*"):
        yield found.text or ""


def _count(node: Node, name: str) -> int:
    value = node.get(name) or "1"
    return min(int(value[:6]), _MOST) if value.isascii() and value.isdecimal() else 1
