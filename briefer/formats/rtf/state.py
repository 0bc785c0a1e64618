"""What holds at some place of an RTF file, and the fonts and styles that its head defines."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field

from briefer.formats.rtf.words import SYMBOL_CHARSET, charset_encoding, page_encoding

_HEADING = re.compile(r"(?:heading|заголовок)\s*([1-9])", re.IGNORECASE)
_TITLES = {"title", "название", "заголовок"}
BODY_LEVEL = 9
MOST_TABLES = 16


@dataclass(slots=True)
class Link:
    """A field: the words of its code, and where it leads."""

    code: list[str] = field(default_factory=list)


@dataclass(slots=True)
class State:
    """What a group inherits and leaves as it was: how text is shown, and where it goes."""

    place: str = "text"  # or "shell", "fonts", "styles", "label", "code"
    bold: bool = False
    raised: bool = False
    hidden: bool = False
    deleted: bool = False
    font: int | None = None
    unicode_skip: int = 1
    depth: int = 0  # of tables
    level: int | None = None
    style: int = 0
    link: Link | None = None

    def inner(self) -> State:
        return copy(self)

    def take(self, word: str, number: int | None) -> bool:
        """Take a word that says how text or paragraphs are shown; whether it is one."""
        on = number != 0
        match word:
            case "b":
                self.bold = on
            case "super":
                self.raised = on
            case "nosupersub" | "sub":
                self.raised = False
            case "v":
                self.hidden = on
            case "deleted":
                self.deleted = on
            case "plain":
                self.plain()
            case "f":
                self.font = number
            case "uc":
                self.unicode_skip = max(0, min(number or 0, 8))
            case _:
                return self._take_of_paragraph(word, number)
        return True

    def _take_of_paragraph(self, word: str, number: int | None) -> bool:
        match word:
            case "pard":
                self.paragraph()
            case "intbl":
                self.depth = max(self.depth, 1)
            case "itap":
                self.depth = max(0, min(number or 0, MOST_TABLES))
            case "outlinelevel":
                self.level = number
            case "s":
                self.style = number or 0
            case _:
                return False
        return True

    def plain(self) -> None:
        """Back to how characters are shown unless said otherwise."""
        self.bold = self.raised = self.hidden = self.deleted = False
        self.font = None

    def paragraph(self) -> None:
        """Back to how paragraphs are unless said otherwise."""
        self.depth, self.level, self.style = 0, None, 0


@dataclass(slots=True)
class _Style:
    name: list[str] = field(default_factory=list)
    level: int | None = None


class Definitions:
    """The fonts and styles of the head. `encoding` is what the whole file is in by its own word."""

    def __init__(self, forced: str | None = None) -> None:
        self.encoding = forced or "cp1252"
        self.default_font: int | None = None
        self._forced = forced is not None
        self._charsets: dict[int, int] = {}
        self._pages: dict[int, str] = {}
        self._styles: dict[int, _Style] = {}
        self._font: int | None = None
        self._style = _Style()

    def head(self, word: str, number: int | None) -> None:
        """A control word that says in what encoding the file is."""
        if word == "deff":
            self.default_font = number
        if self._forced:
            return
        if word == "ansicpg" and number:
            self.encoding = page_encoding(number) or self.encoding
        elif word in {"mac", "pc", "pca"}:
            self.encoding = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]

    def font(self, word: str, number: int | None) -> None:
        """A control word in the table of fonts."""
        if word == "f":
            self._font = number
        elif self._font is not None and number is not None:
            if word == "fcharset":
                self._charsets[self._font] = number
            elif word == "cpg" and (page := page_encoding(number)):
                self._pages[self._font] = page

    def style(self, word: str, number: int | None) -> None:
        """A control word in the sheet of styles."""
        if word == "s" and number is not None:
            self._style = self._styles.setdefault(number, _Style())
        elif word in {"cs", "ds", "ts"}:
            self._style = _Style()
        elif word == "outlinelevel":
            self._style.level = number

    def style_name(self, text: str) -> None:
        self._style.name.append(text[:100])

    def style_begins(self) -> None:
        """A style that has no number of its own is number 0."""
        self._style = self._styles.setdefault(0, _Style()) if 0 not in self._styles else _Style()

    def encoding_of(self, font: int | None) -> str:
        """The encoding of bytes in a font."""
        number = self.default_font if font is None else font
        if number is None:
            return self.encoding
        named = charset_encoding(self._charsets.get(number, 1)) or self._pages.get(number)
        return self.encoding if named is None or self._forced else named

    def pictured(self, font: int | None) -> bool:
        """Whether a font has symbols in place of letters."""
        number = self.default_font if font is None else font
        return number is not None and self._charsets.get(number) == SYMBOL_CHARSET

    def heading(self, state: State) -> int | None:
        """The level of a heading (1 is the highest), None for what is none."""
        style = self._styles.get(state.style)
        level = state.level
        if level is None and style is not None:
            level = style.level
            if level is None and (named := _HEADING.fullmatch(_name(style))):
                level = int(named[1]) - 1
        return None if level is None or not 0 <= level < BODY_LEVEL else level + 1

    def is_title(self, state: State) -> bool:
        style = self._styles.get(state.style)
        return style is not None and _name(style).lower() in _TITLES


def _name(style: _Style) -> str:
    return "".join(style.name).split(";")[0].strip()
