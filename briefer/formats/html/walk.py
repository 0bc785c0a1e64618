"""Walks through the tree of a web page and says to a flow of blocks what it meets.

The walk keeps its own stack, so that no depth of markup exhausts the interpreter's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lxml.etree import iterwalk

from briefer.core.structure.lines import Block, Line
from briefer.formats.flow import SUPERSCRIPTS, Flow
from briefer.formats.grid import Grid
from briefer.formats.html.lists import PageLists, needed
from briefer.formats.html.looks import Look, is_apart, is_block, look_of, unseen
from briefer.formats.html.notes import PageNotes, headed
from briefer.formats.markup import Node, local

_SPACES = re.compile(r"[ \t\r\n\f]+")
_LISTS = {"ol", "ul", "menu", "dir"}
_WIDEST = 1000
# So many links one after another, and nothing but links, are a menu.
LEAST_MENU = 4


def page_blocks(root: Node) -> tuple[Block, ...]:
    """The blocks of the page below `root`; menus, heads and feet of the page are furniture."""
    walk = _Walk(root)
    walk.go(root)
    blocks = _menus_apart(walk.flow.blocks, walk.linked)
    if all(block.furniture for block in blocks):
        blocks = [replace(block, furniture=False) for block in blocks]
    return tuple(blocks)


class _Walk:
    def __init__(self, root: Node) -> None:
        self.flow = Flow()
        self.linked: set[int] = set()  # the blocks that are nothing but links to elsewhere
        self._grid = Grid(self.flow)
        self._lists = PageLists()
        self._notes = PageNotes(root)
        self._looks = [Look()]
        self._note: str | None = None
        self._skipped: Node | None = None
        self._begins: dict[str, Callable[[Node], None]] = {
            "a": self._anchor,
            "br": lambda _: self.flow.break_line(),
            "q": lambda _: self._say("“"),
            "table": lambda node: self._grid.open(layout=node.get("role") in {"presentation", "none"}),
            "tr": self._row,
            "td": self._cell,
            "th": self._cell,
            "li": self._item,
            **dict.fromkeys(_LISTS, self._lists.open),
        }
        self._ends: dict[str, Callable[[], None]] = {
            "a": self._anchor_end,
            "q": lambda: self._say("”"),
            "table": self._table_end,
            "td": self._cell_end,
            "th": self._cell_end,
            "li": self._item_end,
            **dict.fromkeys(_LISTS, self._lists.close),
        }

    def go(self, root: Node) -> None:
        walk = iterwalk(root, events=("start", "end"))
        for event, node in walk:
            name = local(node).lower()
            if event == "start":
                if unseen(node, name) or self._notes.mark(node) or self._notes.arrow(node):
                    self._refer(node)
                    self._skipped = node
                    walk.skip_subtree()
                else:
                    self._start(node, name)
                    self._say(node.text or "")
            else:
                if node is self._skipped:
                    self._skipped = None
                else:
                    self._end(node, name)
                self._say(node.tail or "" if node is not root else "")
        self._close()

    def _start(self, node: Node, name: str) -> None:
        outer = self._looks[-1]
        if is_block(node, name):
            self._close()
        look = look_of(node, name, outer)
        if not look.apart and is_apart(node, name) and not self._notes.inside(node):
            look = replace(look, apart=True)
        self._looks.append(look)
        if begin := self._begins.get(name):
            begin(node)
        if mark := self._notes.note(node):
            self._note, self.flow.label = mark, ""

    def _end(self, node: Node, name: str) -> None:
        if is_block(node, name):
            self._close()
        if end := self._ends.get(name):
            end()
        self._looks.pop()
        if self._notes.note(node):
            self._note = None

    def _say(self, text: str) -> None:
        look = self._looks[-1]
        if not look.kept:
            self.flow.add(_SPACES.sub(" ", text), bold=look.bold, raised=look.raised)
            return
        for place, line in enumerate(text.replace("\r\n", "\n").split("\n")):
            if place:
                self.flow.break_line()
            self.flow.add(line.expandtabs(), bold=look.bold, raised=look.raised)

    def _close(self) -> None:
        flow, look = self.flow, self._looks[-1]
        if flow.label and not needed(flow.label, flow.text):
            flow.label = ""
        flow.furniture = look.apart
        linked = flow.linked and flow.linked >= len("".join(flow.text.split())) * 9 // 10
        first = len(flow.blocks)
        made = flow.close(look.heading)
        if linked:
            self.linked.update(range(first, first + made))
        if made and self._note is not None:
            flow.blocks[first] = _with_mark(flow.blocks[first], self._note)
            self._note = None

    def _refer(self, node: Node) -> None:
        if mark := self._notes.mark(node):
            self.flow.add(mark.translate(SUPERSCRIPTS))

    def _anchor(self, node: Node) -> None:
        target = node.get("href")
        if target is not None and not target.startswith("#"):
            self.flow.target = target.strip()
        if self._notes.heads(node):
            self._looks[-1] = replace(self._looks[-1], raised=True)

    def _anchor_end(self) -> None:
        self.flow.target = None

    def _row(self, node: Node) -> None:
        if self._grid.inside:
            cells = [local(child).lower() for child in node]
            self._grid.row(head=bool(cells) and set(cells) == {"th"})

    def _cell(self, node: Node) -> None:
        if self._grid.inside:
            self._grid.cell(_span(node, "colspan"), _span(node, "rowspan"))

    def _cell_end(self) -> None:
        if self._grid.inside:
            self._grid.close_cell()

    def _table_end(self) -> None:
        self._grid.close()

    def _item(self, node: Node) -> None:
        label = "" if self._looks[-1].apart else self._lists.label(node)
        self.flow.label = f"{self.flow.label} {label}".strip()

    def _item_end(self) -> None:
        self.flow.label = ""


def _with_mark(block: Block, mark: str) -> Block:
    first = block.lines[0]
    return replace(block, lines=(Line(headed(first.text, mark), first.strong), *block.lines[1:]))


def _span(node: Node, name: str) -> int:
    value = (node.get(name) or "").strip()
    return min(int(value[:6]), _WIDEST) if value.isascii() and value.isdecimal() else 1


def _menus_apart(blocks: list[Block], linked: set[int]) -> list[Block]:
    """The blocks, those in a run of nothing but links as furniture."""
    found = list(blocks)
    run: list[int] = []
    for place in range(len(blocks) + 1):
        if place in linked:
            run.append(place)
            continue
        if len(run) >= LEAST_MENU:
            for link in run:
                found[link] = replace(found[link], furniture=True)
        run = []
    return found
