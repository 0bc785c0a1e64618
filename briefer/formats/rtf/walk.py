"""Interprets the tokens of an RTF file: groups, how text is shown, and where it belongs.

The walk keeps its own stack, so that no nesting exhausts the interpreter's. Deletions, hidden text,
comments, field codes, pictures and embedded objects are no text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefer.core.errors import FileDamaged
from briefer.formats.rtf.state import Definitions, Link, State
from briefer.formats.rtf.stories import Stories, Story
from briefer.formats.rtf.tokens import Token, Tokens
from briefer.formats.rtf.words import CHARACTERS, GROUPS, KNOWN, PICTURED, PRIVATE, SKIPPED, SYMBOLS

DEEPEST = 10_000
_HYPERLINK = re.compile(r"\s*HYPERLINK\s+(?:\\[a-z]\s+)*\"?([^\"\s]+)", re.IGNORECASE)


class RtfWalk:
    """Collects the text in `stories`."""

    def __init__(self, tokens: Tokens, definitions: Definitions) -> None:
        self.stories = Stories()
        self._tokens = tokens
        self._definitions = definitions
        self._groups: list[State] = []
        self._state = State()
        self._bytes = bytearray()
        self._skip = 0  # how many bytes stand for a character that has been told already
        self._ignorable = False
        self._title_page = False
        self._marked = False  # whether the mark of a note has just been met
        self._kinds: dict[str, Callable[[str], None]] = {
            "shell": self._shell,
            "definitions": self._define,
            "label": self._label,
            "code": lambda _: setattr(self._state, "place", "code"),
            "result": self._result,
            "box": lambda _: self._begin("box"),
            "edge": self._edge,
            "note": self._note,
        }
        self._words: dict[str, Callable[[int | None], None]] = {
            "par": lambda _: self._end_paragraph(),
            "sect": lambda _: self._end_paragraph(),
            "line": lambda _: self._break(),
            "lbr": lambda _: self._break(),
            "cell": lambda _: self._end_cell(1),
            "nestcell": lambda _: self._end_cell(2),
            "row": lambda _: self.stories.here.tables.row(1),
            "nestrow": lambda _: self.stories.here.tables.row(max(self._state.depth, 2)),
            "trowd": lambda _: setattr(self.stories.here, "head_row", False),
            "trhdr": lambda _: setattr(self.stories.here, "head_row", True),
            "ftnalt": lambda _: setattr(self.stories.here, "endnote", True),
            "aftnnrlc": lambda _: setattr(self.stories, "roman_endnotes", True),
            "chftn": lambda _: setattr(self, "_marked", True),
            "titlepg": lambda _: setattr(self, "_title_page", True),
            "sectd": lambda _: setattr(self, "_title_page", False),
        }

    def go(self) -> None:
        """Read to the end. Raises FileDamaged when groups are nested too deep, or cut off."""
        for token in self._tokens:
            if token.kind in {"text", "byte"}:
                self._take(token.data)
                continue
            self._flush()
            if token.kind == "{":
                self._open()
            elif token.kind == "}":
                self._close()
                if not self._groups:
                    break
            elif token.kind == "symbol":
                self._symbol(token.word)
            else:
                self._word(token)
        self._flush()
        if len(self._groups) > 1:
            raise FileDamaged()
        self._state.place = "text"
        self._end_paragraph(at_end=True)
        self.stories.here.tables.finish()

    def _open(self) -> None:
        self._groups.append(self._state)
        if len(self._groups) > DEEPEST:
            raise FileDamaged()
        self._state = self._state.inner()
        self._skip = 0
        if self._state.place == "styles":
            self._definitions.style_begins()

    def _close(self) -> None:
        if len(self.stories.open) > 1 and self.stories.here.depth == len(self._groups):
            self._state.place = "text"
            self._end_paragraph(at_end=True)
            self.stories.end()
        if self._groups:
            inner, self._state = self._state, self._groups.pop()
            if inner.link is not None and inner.place != self._state.place:
                self.stories.here.flow.target = None
        self._skip = 0

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._ignorable = True
        elif symbol in "\r\n":
            self._end_paragraph()
        elif self._skip:
            self._skip -= 1
        else:
            self._say(SYMBOLS.get(symbol, ""))

    def _word(self, token: Token) -> None:
        word, number = token.word, token.number
        ignorable, self._ignorable = self._ignorable, False
        place = self._state.place
        if place == "styles" and word in {"cs", "ds", "ts"}:
            self._definitions.style(word, number)
        elif word in SKIPPED or (ignorable and word not in KNOWN):
            self._tokens.skip()
        elif word in GROUPS:
            self._kinds[GROUPS[word]](word)
        elif place in {"fonts", "styles"}:
            (self._definitions.font if place == "fonts" else self._definitions.style)(word, number)
        elif word == "u" and number is not None:
            self._say(chr(number % 0x10000))
            self._skip = self._state.unicode_skip
        elif word in CHARACTERS:
            self._say(CHARACTERS[word])
        elif word in self._words:
            self._words[word](number)
        elif not self._state.take(word, number):
            self._definitions.head(word, number)

    def _shell(self, word: str) -> None:
        self._state.place = "shell"
        if word == "field":
            self._state.link = Link()

    def _define(self, word: str) -> None:
        self._state.place = "fonts" if word == "fonttbl" else "styles"

    def _label(self, _: str) -> None:
        if self._state.place == "text":
            self._state.place = "label"

    def _result(self, _: str) -> None:
        self._state.place = "text"
        link = self._state.link
        if link is not None and (found := _HYPERLINK.match("".join(link.code))):
            self.stories.here.flow.target = found[1]

    def _edge(self, word: str) -> None:
        self._begin("cover" if word == "headerf" and self._title_page else "edge")

    def _note(self, _: str) -> None:
        """A note follows its mark, which is counted unless it is typed out."""
        kind, marked = "note" if self._visible() else "gone", self._marked
        self._marked = False
        self._begin(kind)
        self.stories.here.marked = marked

    def _begin(self, kind: str) -> None:
        self._state.plain()
        self._state.paragraph()
        self._state.place, self._state.link = "text", None
        self.stories.begin(Story(kind, len(self._groups)))

    def _take(self, data: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        self._bytes += data

    def _flush(self) -> None:
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        font = self._state.font
        if self._definitions.pictured(font):
            self._say("".join(PICTURED.get(byte, chr(byte) if byte < 0x80 else "•") for byte in data))
        else:
            self._say(data.decode(self._definitions.encoding_of(font), "replace"))

    def _visible(self) -> bool:
        return self._state.place == "text" and not (self._state.hidden or self._state.deleted)

    def _say(self, text: str) -> None:
        state = self._state
        if state.place == "styles":
            self._definitions.style_name(text)
        elif state.place == "code" and state.link:
            state.link.code.append(text)
        elif state.place == "label":
            self.stories.here.label.append(text.translate(PRIVATE))
        elif self._visible() and text:
            self._marked = self._marked and not text.strip()
            self.stories.here.flow.add(text.translate(PRIVATE), bold=state.bold, raised=state.raised)

    def _break(self) -> None:
        if self._visible():
            self.stories.here.flow.break_line()

    def _end_paragraph(self, *, at_end: bool = False) -> None:
        state, definitions = self._state, self._definitions
        if state.place == "text":
            heading, title = definitions.heading(state), definitions.is_title(state)
            self.stories.here.close(state.depth, heading, strong=title, at_end=at_end)

    def _end_cell(self, least: int) -> None:
        if self._state.place == "text":
            self._state.depth = max(self._state.depth, least)
            self._end_paragraph()
            self.stories.here.tables.cell()
