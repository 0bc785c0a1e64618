"""Reads EPUB books: the chapters in the order in which the book is read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from briefer.core.errors import FileDamaged, FileEmpty, FileProtected, FileTooLarge
from briefer.core.structure.lines import Block
from briefer.formats.archive import Archive
from briefer.formats.html.tree import decoded_page, tree
from briefer.formats.html.walk import page_blocks
from briefer.formats.markup import Node, elements, local, parse_xml
from briefer.formats.parsed import Parsed

MOST_CHAPTERS = 5000
MEGABYTES = 128
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"}
# Fonts may be hidden in these ways; the text is not.
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def is_epub(archive: Archive) -> bool:
    """Whether the archive is an EPUB book."""
    return archive.read("mimetype").strip() == b"application/epub+zip" or _CONTAINER in archive


def read_epub(archive: Archive) -> Parsed:
    """The blocks of a book. Raises FileDamaged, FileTooLarge, and FileProtected for locked books."""
    package_path = _package(archive)
    package = parse_xml(archive.read(package_path))
    locked = _locked(archive)
    blocks: list[Block] = []
    size = tables = 0
    for path, furniture in _chapters(package, posixpath.dirname(package_path)):
        if path in locked:
            raise FileProtected()
        data = archive.read(path)
        size += len(data)
        if size > MEGABYTES << 20:
            raise FileTooLarge(megabytes=MEGABYTES)
        if data.strip():
            found = _page(data)
            blocks += _renumbered(found, tables, furniture=furniture)
            tables += 1 + max((block.cell.table for block in found if block.cell), default=0)
    return Parsed("epub", tuple(blocks))


def _page(data: bytes) -> tuple[Block, ...]:
    try:
        return page_blocks(tree(decoded_page(data, None).text))
    except FileEmpty:  # a chapter without any element
        return ()


def _package(archive: Archive) -> str:
    """The path of the book's package, which names its parts."""
    data = archive.read(_CONTAINER)
    if data:
        for node in elements(parse_xml(data)):
            path = _inside("", node.get("full-path") or "")
            if local(node) == "rootfile" and path in archive:
                return path
    found = next((name for name in archive if name.lower().endswith(".opf")), None)
    if found is None:
        raise FileDamaged()
    return found


def _chapters(package: Node, folder: str) -> Iterator[tuple[str, bool]]:
    """The paths of the pages in reading order, and whether each is aside from the text."""
    parts: dict[str, Node] = {}
    spine: list[Node] = []
    for node in elements(package):
        if local(node) == "item" and node.get("id"):
            parts[node.get("id") or ""] = node
        elif local(node) == "itemref":
            spine.append(node)
    seen: set[str] = set()
    for reference in spine[:MOST_CHAPTERS]:
        item = parts.get(reference.get("idref") or "")
        if item is None or (item.get("media-type") or "") not in _PAGES:
            continue
        path = _inside(folder, item.get("href") or "")
        contents = "nav" in (item.get("properties") or "").split()
        if path not in seen:
            seen.add(path)
            yield path, contents


def _inside(folder: str, target: str) -> str:
    """The name of the member that `target` means, as seen from `folder`."""
    path = unquote(target.split("#", 1)[0])
    return posixpath.normpath(posixpath.join("/" + folder, path)).lstrip("/")


def _locked(archive: Archive) -> set[str]:
    """The members that are encrypted, but for fonts."""
    data = archive.read(_ENCRYPTION)
    locked: set[str] = set()
    if not data:
        return locked
    for node in elements(parse_xml(data)):
        if local(node) != "EncryptedData":
            continue
        methods = [found.get("Algorithm") for found in elements(node) if local(found) == "EncryptionMethod"]
        if methods and methods[0] in _FONTS:
            continue
        for found in elements(node):
            if local(found) == "CipherReference":
                locked.add(_inside("", found.get("URI") or ""))
    return locked


def _renumbered(blocks: tuple[Block, ...], tables: int, *, furniture: bool) -> Iterator[Block]:
    """The blocks of one page among others: tables count through the book."""
    for block in blocks:
        cell = block.cell and replace(block.cell, table=block.cell.table + tables)
        yield replace(block, cell=cell, furniture=block.furniture or furniture)
