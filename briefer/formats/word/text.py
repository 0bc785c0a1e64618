"""The text of one paragraph of a word processor, as a reader sees it.

Insertions are text and deletions are not; hidden text, comments, field codes and the marks
of notes are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import field

from briefer.core.structure.lines import Anchor, Line
from briefer.core.values import dataclass
from briefer.formats.markup import Node, local
from briefer.formats.text import INVISIBLE
from briefer.formats.word.parts import R, W, value
from briefer.formats.word.styles import Styles

SUPERSCRIPTS = str.maketrans("0123456789abcdefghijklmnopvx", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖᵛˣ")
NOTES = {"footnoteReference", "endnoteReference"}
# Properties, deletions, field codes, and the phonetic guide above a word.
SKIPPED = {
    "pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "tblPr", "tblPrEx", "tblGrid", "trPr",
    "tcPr", "sectPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "rubyPr", "fldData",
    "binData", "docPr", "posOffset", "align", "pctWidth", "pctHeight", "ctrlPr", "txPr",
}  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_MARK = re.compile(r"\s*(?:\d+|[a-p])\s*")
_HYPERLINK = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"", re.IGNORECASE)
_BREAKS = {"br", "cr"}
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0xA8: "◦", 0xD8: "➢", 0xFC: "✓", 0xFE: "☑", 0x6F: "□"}
_PRIVATE = range(0xF000, 0xF100)


def alternative(element: Node) -> Node:
    """Of several ways to say the same, the first; the file offers them to programs of different age."""
    return next((child for child in element if local(child) in {"Choice", "Fallback"}), element)


@dataclass
class _Row:
    pieces: list[str] = field(default_factory=list)
    strong: bool = True


class ParagraphText:
    """Collects the lines of a paragraph, its links, and the text boxes that are anchored in it.

    `note_mark` gives the mark of a note for the element of a reference to it, `target` the
    address of an external link by its id.
    """

    def __init__(
        self,
        paragraph: Node,
        styles: Styles,
        note_mark: Callable[[Node], str],
        target: Callable[[str | None], str] = lambda _: "",
    ) -> None:
        self.boxes: list[Node] = []
        self.links: list[Anchor] = []
        self._target = target
        self._linked: list[tuple[str, list[str]]] = []  # links that are open: target, words
        self._code: list[str] = []
        self._styles = styles
        self._note_mark = note_mark
        self._style = value(paragraph.find(W + "pPr"), "pStyle")
        self._rows = [_Row()]
        self._in_code: list[bool] = []
        self._hidden = self._bold = self._raised = False
        self._walk(paragraph)

    def lines(self) -> list[Line]:
        """The lines in order, without empty ones; strong when all their text is bold."""
        found = []
        for row in self._rows:
            text = INVISIBLE.sub("", "".join(row.pieces))
            text = unicodedata.normalize("NFC", text.replace("\n", " ")).strip()
            if text:
                found.append(Line(text, row.strong))
        return found

    def _walk(self, element: Node) -> None:
        for child in element:
            name = local(child)
            if name in SKIPPED:
                if name == "instrText" and any(self._in_code):
                    self._code.append(child.text or "")
                continue
            if name == "r":
                self._run(child)
            elif name == "AlternateContent":
                self._walk(alternative(child))
            elif name == "txbxContent":
                self.boxes.append(child)
            elif name == "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif name == "hyperlink":
                self._open_link(self._target(child.get(R + "id")))
                self._walk(child)
                self._close_link()
            elif not self._content(name, child):
                self._walk(child)

    def _content(self, name: str, element: Node) -> bool:
        """Take an element that stands for text; whether it is one."""
        if name == "t":
            self._add(element.text or "")
        elif name == "sym":
            self._add(_symbol(element.get(W + "char") or ""))
        elif name in _SIGNS:
            self._add(_SIGNS[name])
        elif name in _BREAKS:
            if not self._unseen():
                self._rows.append(_Row())
        elif name in NOTES:
            if not self._unseen():
                self._add(self._note_mark(element))
        else:
            return False
        return True

    def _run(self, run: Node) -> None:
        outer = self._hidden, self._bold, self._raised
        properties = run.find(W + "rPr")
        self._hidden = outer[0] or self._styles.set_by("vanish", properties, self._style)
        self._bold = self._styles.set_by("b", properties, self._style)
        self._raised = value(properties, "vertAlign") == "superscript"
        self._walk(run)
        self._hidden, self._bold, self._raised = outer

    def _field(self, sort: str | None) -> None:
        """Of a field, code comes first and then, after "separate", what is shown."""
        if sort == "begin":
            self._in_code.append(True)
            self._code = []
        elif sort == "separate" and self._in_code:
            self._in_code[-1] = False
            found = _HYPERLINK.match("".join(self._code))
            self._open_link(found[1] if found else "")
        elif sort == "end" and self._in_code and not self._in_code.pop():
            self._close_link()

    def _open_link(self, target: str) -> None:
        self._linked.append((target, []))

    def _close_link(self) -> None:
        if self._linked:
            target, words = self._linked.pop()
            if target and "".join(words).strip():
                self.links.append(Anchor("".join(words), target))

    def _unseen(self) -> bool:
        return self._hidden or any(self._in_code)

    def _add(self, text: str) -> None:
        if self._unseen() or not text:
            return
        if self._raised and _MARK.fullmatch(text):
            text = text.translate(SUPERSCRIPTS)
        for _, words in self._linked:
            words.append(text)
        row = self._rows[-1]
        row.pieces.append(text)
        row.strong = row.strong and (self._bold or not text.strip())


def _symbol(code: str) -> str:
    """The character with the hexadecimal `code` in a font of symbols, as far as it is known."""
    try:
        number = int(code, 16)
        if number in _PRIVATE:
            return _SYMBOLS.get(number & 0xFF, "•")
        sign = _SYMBOLS.get(number) or chr(number)
        return "" if unicodedata.category(sign) == "Cs" else sign
    except (ValueError, OverflowError):
        return ""
