"""Reads plain text and Markdown: decoded, cut at blank lines, freed of markup."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from briefer.core.structure.lines import Anchor, Block, Line
from briefer.formats.emphasis import plain_lines, unescaped
from briefer.formats.encoding import SAMPLE, decode
from briefer.formats.letters import garbled
from briefer.formats.markdown_links import References, take_links, take_references
from briefer.formats.parsed import Parsed
from briefer.formats.repair import codes
from briefer.formats.repair.misread import reread
from briefer.formats.spaces import columns, cut_at_indents, first_line_indent

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"([-*_=~])(?:\s*\1){2,}")
# Marks of direction can make text show in another order than it is stored; the rest is noise.
INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def read_text(data: bytes, format_name: str, encoding: str | None = None) -> Parsed:
    """The blocks of a text file; `format_name` is "text" or "markdown".

    Raises EncodingUnknown, EncodingWrong or FileBinary.
    """
    decoded = decode(data, encoding)
    repairs: tuple[str, ...] = (codes.ENCODING_GUESSED,) if decoded.guessed else ()
    plain = decoded.text
    if found := reread(plain.split("\n")):
        plain = "\n".join(found.lines)
        repairs += (codes.MISREAD,)
    elif garbled(plain[:SAMPLE]):
        repairs += (codes.TEXT_GARBLED,)
    text = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", plain))
    if INVISIBLE.search(text):
        text = INVISIBLE.sub("", text)
        repairs += (codes.INVISIBLE_REMOVED,)
    references: References = {}
    if format_name == "markdown":
        rows, references = take_references(text.split("\n"))
        text = "\n".join(rows)
    blocks: list[Block] = []
    for group in _groups(text):
        if format_name == "markdown":
            linked, anchors = take_links("\n".join(group), references)
            blocks.extend(_with_links(_blocks(linked.split("\n"), format_name), anchors))
        else:
            blocks.extend(_blocks(group, format_name))
    return Parsed(format_name, tuple(blocks), encoding=decoded.encoding, repairs=repairs)


def read_lines(data: bytes, encoding: str | None = None) -> Parsed:
    """The lines of a text file as they stand there, a block each, but for blank ones.

    Raises as `read_text` does.
    """
    decoded = decode(data, encoding)
    lines = _LINE_ENDS.sub("\n", decoded.text).split("\n")
    blocks = tuple(Block((Line(line),)) for line in lines if line.strip())
    return Parsed("text", blocks, decoded.encoding, repairs=("encoding-guessed",) if decoded.guessed else ())


def _groups(text: str) -> list[list[str]]:
    """The rows between blank lines, cut further where the text indents its first lines."""
    groups: list[list[str]] = [[]]
    for row in text.split("\n"):
        bare = row.strip()
        if bare and not _RULE.fullmatch(bare):
            groups[-1].append(row.rstrip())
        elif groups[-1]:
            groups.append([])
    indent = first_line_indent(groups)
    if indent is not None:
        groups = [part for group in groups for part in cut_at_indents(group, indent)]
    return [[part for row in group for part in columns(row)] for group in groups if group]


def _blocks(rows: list[str], format_name: str) -> list[Block]:
    blocks: list[Block] = []
    pending: list[str] = []

    def close() -> None:
        if pending:
            lines = [_unescape(line, format_name) for line in plain_lines(pending)]
            blocks.append(Block(tuple(line for line in lines if line.text)))
            pending.clear()

    for row in rows:
        if heading := _HEADING.fullmatch(row):
            close()
            lines = plain_lines([heading[2]]) if heading[2] else []
            texts = tuple(Line(_unescape(line, format_name).text, strong=True) for line in lines)
            blocks.append(Block(texts, heading=len(heading[1])))
        else:
            pending.append(row)
    close()
    return [block for block in blocks if block.lines]


def _with_links(blocks: list[Block], anchors: tuple[Anchor, ...]) -> list[Block]:
    """The blocks with the links whose words stand in them."""
    if not anchors:
        return blocks
    bare = [" ".join(line.text for line in plain_lines([anchor.text])) for anchor in anchors]
    links = tuple(
        Anchor(unescaped(words), anchor.target) for words, anchor in zip(bare, anchors, strict=True)
    )
    return [replace(block, links=links) for block in blocks]


def _unescape(line: Line, format_name: str) -> Line:
    return Line(unescaped(line.text), line.strong) if format_name == "markdown" else line
