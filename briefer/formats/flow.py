"""Gathers runs of text into blocks of lines: what readers of marked-up formats have in common.

A reader walks through its file and says what it meets; which element or control word means
what is the reader's own matter.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import field

from briefer.core.structure.lines import Anchor, Block, Cell, Line
from briefer.core.values import dataclass
from briefer.formats.text import INVISIBLE

SUPERSCRIPTS = str.maketrans("0123456789abcdefghijklmnop", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ")
# Targets that a click may be offered for; all others are no addresses, or do something.
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_RAISED = re.compile(r"(\s*)[\[(]?(\d{1,4}|[a-p])[\])]?(\s*)")
_SPACES = re.compile(r" {2,}|[\r\n\f]+ *")
_LONGEST_TARGET = 2000


@dataclass(slots=True)
class _Row:
    pieces: list[str] = field(default_factory=list)
    strong: bool = True


class Flow:
    """Collects the blocks of a file in `blocks`, one paragraph after another.

    What is set stays until it is set again: `cell` and `furniture` as in `Block`, `target` of the
    link that is open ("" for a link that leads nowhere outside, None for no link). `label` stands
    before the next block that has text, and is gone then.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.cell: Cell | None = None
        self.furniture = False
        self.label = ""
        self.linked = 0  # how many characters of the block that is open belong to links
        self._target: str | None = None
        self._rows = [_Row()]
        self._touched = False
        self._links: list[Anchor] = []
        self._words: list[str] = []

    @property
    def target(self) -> str | None:
        return self._target

    @target.setter
    def target(self, target: str | None) -> None:
        self._end_link()
        self._target = target

    @property
    def text(self) -> str:
        """What the block that is open says so far."""
        return "\n".join("".join(row.pieces) for row in self._rows).strip() if self._touched else ""

    def add(self, text: str, *, bold: bool = False, raised: bool = False) -> None:
        """Add a run of text; a number or letter that is raised becomes a raised character."""
        if not text:
            return
        if raised and (mark := _RAISED.fullmatch(text)):
            text = mark[1] + mark[2].translate(SUPERSCRIPTS) + mark[3]
        self._touched = True
        row = self._rows[-1]
        row.pieces.append(text)
        row.strong = row.strong and (bold or not text.strip())
        if self._target is not None:
            self._words.append(text)
            self.linked += len(text.strip())

    def break_line(self) -> None:
        """Begin a new line; a second break with nothing between begins a new block at `close`."""
        self._touched = True
        self._rows.append(_Row())

    def close(self, heading: int | None = None, *, strong: bool = False) -> int:
        """End the paragraph; returns how many blocks it made, none of what has no text."""
        if not self._touched:
            return 0
        self._end_link()
        before = len(self.blocks)
        for lines in self._groups(strong or heading is not None):
            if self.label:
                first = lines[0]
                lines[0] = Line(f"{self.label} {first.text}", first.strong)
                self.label = ""
            text = " ".join(line.text for line in lines)
            links = tuple(link for link in self._links if link.text in text)
            self.blocks.append(
                Block(tuple(lines), heading, furniture=self.furniture, cell=self.cell, links=links)
            )
        self._rows, self._links, self.linked, self._touched = [_Row()], [], 0, False
        return len(self.blocks) - before

    def _groups(self, strong: bool) -> list[list[Line]]:
        groups: list[list[Line]] = [[]]
        for row in self._rows:
            text = seen("".join(row.pieces))
            if text:
                groups[-1].append(Line(text, strong or row.strong))
            elif groups[-1]:
                groups.append([])
        return [group for group in groups if group]

    def _end_link(self) -> None:
        if not self._words:
            return
        words = seen("".join(self._words))
        self._words = []
        if words and self._target and _ADDRESS.fullmatch(self._target[:_LONGEST_TARGET]):
            self._links.append(Anchor(words, seen(self._target[:_LONGEST_TARGET])))


def seen(text: str) -> str:
    """`text` as a reader sees it, without what is invisible and without needless spaces."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", _SPACES.sub(" ", INVISIBLE.sub("", whole))).strip()
