"""Reads OpenDocument texts (ODT, and FODT in one flat file).

Heads and feet of pages are furniture, but for the head of a title page, which is where a cover
has its symbol. Notes come at the end of the language version that they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefer.core.structure.lines import Block
from briefer.formats.archive import Archive
from briefer.formats.markup import Node, elements, local
from briefer.formats.note_places import with_notes
from briefer.formats.odt.lists import OdtLists
from briefer.formats.odt.parts import OFFICE, STYLE, TEXT, OdtParts, flat_parts, zipped_parts
from briefer.formats.odt.styles import OdtStyles
from briefer.formats.odt.walk import OdtWalk
from briefer.formats.parsed import Parsed

_HEADS = ("header-first", "header", "header-left")
_FEET = ("footer-first", "footer", "footer-left")


def read_odt(archive: Archive) -> Parsed:
    """The blocks of a text document.

    Raises FileDamaged, FileTooLarge, FileProtected, and FormatUnsupported for other documents.
    """
    return Parsed("odt", _blocks(zipped_parts(archive)))


def read_flat(data: bytes) -> Parsed:
    """The blocks of a text document in one flat file. Raises FileDamaged."""
    return Parsed("fodt", _blocks(flat_parts(data)))


def _blocks(parts: OdtParts) -> tuple[Block, ...]:
    styles = OdtStyles(parts.styles, parts.content)
    walk = OdtWalk(styles, OdtLists(parts.styles, parts.content))
    walk.read(parts.text)
    text = with_notes(walk.flow.blocks, walk.notes)
    cover, edges = _edges(parts, styles)
    return (*cover, *text, *edges)


def _edges(parts: OdtParts, styles: OdtStyles) -> tuple[list[Block], list[Block]]:
    """The head of the title page, and what the other pages carry at their edges, each once."""
    pages = {} if parts.styles is None else _master_pages(parts.styles)
    used = list(_used(parts.text, styles, pages))
    own = OdtStyles(parts.styles)
    cover: list[Block] = []
    edges: dict[str, Block] = {}
    for place, name in enumerate(used):
        page = pages[name]
        title = page.get(STYLE + "next-style-name") not in {None, name}
        for sort in (*_HEADS, *_FEET):
            found = page.find(STYLE + sort)
            if found is None or found.get(STYLE + "display") == "false":
                continue
            walk = OdtWalk(own, OdtLists(parts.styles))
            walk.read(found)
            first = sort == "header-first" or (title and sort == "header")
            if place == 0 and first and not cover:
                cover = walk.flow.blocks
                continue
            for block in walk.flow.blocks:
                text = " ".join(line.text for line in block.lines)
                if any(letter.isalpha() for letter in text):
                    edges.setdefault(text, replace(block, furniture=True, cell=None))
    return cover, list(edges.values())


def _master_pages(styles: Node) -> dict[str, Node]:
    found = styles.findall(f"{OFFICE}master-styles/{STYLE}master-page")
    return {page.get(STYLE + "name") or "": page for page in found}


def _used(text: Node, styles: OdtStyles, pages: dict[str, Node]) -> Iterator[str]:
    """The names of the master pages that the text uses, in order."""
    known: set[str] = set()

    def new(name: str | None) -> Iterator[str]:
        while name in pages and name not in known:
            known.add(name)
            yield name
            name = pages[name].get(STYLE + "next-style-name")

    named = (
        styles.master_page(node.get(TEXT + "style-name"))
        for node in elements(text)
        if local(node) in {"p", "h"} and node.get(TEXT + "style-name")
    )
    first = True
    for name in named:
        if name is None and first:
            yield from new("Standard")
        first = False
        yield from new(name)
    if first:
        yield from new("Standard")
