"""The parts of a word-processor file: its XML, and which part belongs to which.

Nothing outside the file is ever looked up: no entity, no template, no picture.
"""

from __future__ import annotations

import posixpath

from briefer.core.errors import FileDamaged
from briefer.formats.archive import Archive
from briefer.formats.markup import Node, parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
)
_MAIN = "word/document.xml"


def is_word(archive: Archive) -> bool:
    """Whether the archive is a text document of a word processor."""
    return _MAIN in archive or any(name.startswith("word/document") for name in archive)


def parse(data: bytes) -> Node:
    """The root of the XML in `data`, entities left out. Raises FileDamaged."""
    for strict, usual in _STRICT:
        data = data.replace(strict, usual.strip("{}").encode())
    return parse_xml(data)


def value(parent: Node | None, path: str) -> str | None:
    """The `w:val` of the element at `path` (names parted by "/") below `parent`."""
    found = None if parent is None else parent.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(W + "val")


def flag(parent: Node | None, name: str) -> bool | None:
    """Whether the property called `name` is on; None when nothing is said of it."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(W + "val", "1") not in {"0", "false", "off"}


class Parts:
    """The document part and the parts that it names. Raises FileDamaged."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        main = next(
            (path for sort, _, path in self._named("", "_rels/.rels") if sort == "officeDocument"), ""
        )
        self._main = main if main in archive else _MAIN
        self._folder, name = posixpath.split(self._main)
        relations = posixpath.join(self._folder, "_rels", name + ".rels")
        self._relations = self._named(self._folder, relations)
        self._addresses = self._external(relations)

    def document(self) -> Node:
        data = self._archive.read(self._main)
        if not data:
            raise FileDamaged()
        return parse(data)

    def part(self, name: str) -> Node | None:
        """The part that the document names as its "styles", "numbering", "footnotes" and so on."""
        named = (path for sort, _, path in self._relations if sort == name and path in self._archive)
        return self._read(next(named, posixpath.join(self._folder, name + ".xml")))

    def related(self, relation: str | None) -> Node | None:
        """The part that the document calls by the id `relation`."""
        named = (path for _, key, path in self._relations if key == relation)
        return self._read(next(named, ""))

    def address(self, relation: str | None) -> str:
        """The address outside the file that the document calls by the id `relation`, or ""."""
        return self._addresses.get(relation or "", "")

    def _read(self, path: str) -> Node | None:
        data = self._archive.read(path)
        return parse(data) if data.strip() else None

    def _external(self, relations: str) -> dict[str, str]:
        """The addresses outside the file by the ids that the `relations` give them."""
        root = self._read(relations)
        return {
            relation.get("Id") or "": relation.get("Target") or ""
            for relation in (() if root is None else root)
            if relation.get("TargetMode") == "External"
        }

    def _named(self, folder: str, relations: str) -> list[tuple[str, str | None, str]]:
        """Sort, id and path of each part that the `relations` of a part in `folder` name."""
        root = self._read(relations)
        found = []
        for relation in () if root is None else root:
            target = relation.get("Target")
            if target and relation.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
                found.append(((relation.get("Type") or "").rpartition("/")[2], relation.get("Id"), path))
        return found
