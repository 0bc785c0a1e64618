"""The texts of an RTF file that have paragraphs of their own: the body, notes, boxes, edges of pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from briefer.core.structure.lines import Block, Line
from briefer.formats.flow import SUPERSCRIPTS, Flow
from briefer.formats.numbering import readable, roman
from briefer.formats.rtf.tables import RtfTables

_BULLETS = {"·", "o", "•", "§", "▪", "◦", "➢", "✓", "□"}
_DASHES = {"-", "–", "—"}
_LONGEST_LABEL = 40


@dataclass
class Story:
    """`kind` is "text", "note", "box", "cover", "edge", or "gone" for what is not kept.

    `depth` is that of the group that holds it. Of a note, `marked` tells that it is counted,
    `endnote` that it stands at the end.
    """

    kind: str
    depth: int
    flow: Flow = field(default_factory=Flow)
    label: list[str] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    head_row: bool = False
    marked: bool = False
    endnote: bool = False

    def __post_init__(self) -> None:
        self.tables = RtfTables(self.flow)

    def close(self, depth: int, heading: int | None, *, strong: bool, at_end: bool) -> None:
        """End a paragraph of the table at `depth`; what is boxed beside it follows it."""
        if not (at_end and not self.flow.text):
            self.tables.paragraph(depth, head=self.head_row)
        self.flow.label = _label("".join(self.label))
        self.flow.close(heading, strong=strong)
        self.flow.label = ""
        self.label.clear()
        self.flow.blocks += self.boxes
        self.boxes = []


class Stories:
    """The stories that are open, one inside another, and what comes of those that have ended."""

    def __init__(self) -> None:
        self.open = [Story("text", 0)]
        self._footnotes: list[tuple[int, Block]] = []
        self._endnotes: list[tuple[int, Block]] = []
        self.edges: list[Block] = []
        self.roman_endnotes = False
        self._counts = [0, 0]

    @property
    def here(self) -> Story:
        return self.open[-1]

    @property
    def notes(self) -> list[tuple[int, Block]]:
        """The notes, footnotes first, each with the index of the block that refers to it."""
        return [*self._footnotes, *self._endnotes]

    def begin(self, story: Story) -> None:
        self.open.append(story)

    def end(self) -> None:
        """End the innermost story; its last paragraph has ended."""
        story = self.open.pop()
        story.tables.finish()
        blocks = story.flow.blocks
        if story.kind == "note":
            self._note(story)
        elif story.kind == "box":
            self.here.boxes += blocks
        elif story.kind == "cover":
            self.here.flow.blocks += blocks
        elif story.kind == "edge":
            self.edges += [replace(block, furniture=True, cell=None) for block in blocks]

    def _note(self, story: Story) -> None:
        mark = self._mark(story)
        self.here.flow.add(mark)
        lines = [line for block in story.flow.blocks for line in block.lines]
        if lines:
            first = Line(f"{mark} {lines[0].text}".strip())
            links = tuple(link for block in story.flow.blocks for link in block.links)
            place = len(self.open[0].flow.blocks)
            notes = self._endnotes if story.endnote else self._footnotes
            notes.append((place, Block((first, *lines[1:]), links=links)))

    def _mark(self, story: Story) -> str:
        """The mark of a note that is counted; of others it is typed out, in the text and here."""
        if not story.marked:
            return ""
        self._counts[story.endnote] += 1
        number = self._counts[story.endnote]
        written = roman(number) if story.endnote and self.roman_endnotes else str(number)
        return written.translate(SUPERSCRIPTS)


def _label(text: str) -> str:
    """A number or bullet that a word processor has written before a paragraph."""
    label = " ".join(text.split())
    if label in _BULLETS:
        return "•"
    if not label or label in _DASHES or len(label) > _LONGEST_LABEL:
        return label[:_LONGEST_LABEL]
    return readable(label, "lowerLetter")
