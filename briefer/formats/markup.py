"""XML and HTML trees as the readers walk through them. Nothing outside a file is ever looked up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from lxml.etree import XMLParser, XMLSyntaxError, fromstring

from briefer.core.errors import FileDamaged


class Node(Protocol):
    """What is needed of an element; names are written `{namespace}name`."""

    @property
    def tag(self) -> object: ...
    @property
    def text(self) -> str | None: ...
    @property
    def tail(self) -> str | None: ...
    def get(self, key: str, default: str | None = None, /) -> str | None: ...
    def find(self, path: str, /) -> Node | None: ...
    def findall(self, path: str, /) -> list[Node]: ...
    def iter(self, tag: str, /) -> Iterator[Node]: ...
    def __iter__(self) -> Iterator[Node]: ...
    def __hash__(self) -> int: ...


def parse_xml(data: bytes) -> Node:
    """The root of the XML in `data`, entities left out. Raises FileDamaged."""
    parser = XMLParser(
        load_dtd=False,
        no_network=True,
        resolve_entities=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Node = fromstring(data, parser)
    except (XMLSyntaxError, ValueError) as error:
        raise FileDamaged() from error
    return root


def local(node: Node) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def elements(root: Node) -> Iterator[Node]:
    """`root` and all below it in order."""
    return root.iter("*")


def said(node: Node) -> str:
    """All text below `node`."""
    parts = [node.text or ""]
    for found in elements(node):
        if found is not node:
            parts += (found.text or "", found.tail or "")
    return "".join(parts)
