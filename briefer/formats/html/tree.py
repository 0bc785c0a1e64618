"""From the bytes of a web page to its tree, however deep or broken its markup is.

Nothing is fetched: no entity, style, picture or frame.
"""

from __future__ import annotations

import re
from html.entities import html5

from lxml.etree import HTMLParser, XMLSyntaxError, fromstring

from briefer.core.errors import FileDamaged, FileEmpty
from briefer.formats.encoding import Decoded, decode
from briefer.formats.markup import Node, parse_xml

_HEAD = 4096
_DECLARED = re.compile(
    rb"<meta[^<>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})"
    rb"|<\?xml[^<>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)
_PROLOG = re.compile(r"\s*<\?xml[^<>]*\?>")
_OWN_ENTITIES = re.compile(r"<!DOCTYPE[^<>\[]*\[", re.IGNORECASE)
_NAMED = re.compile(r"&(\w{2,32};)")
_XML_ENTITIES = {"amp;", "lt;", "gt;", "quot;", "apos;"}
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:.-]*)[^<>]*>")
_UNREAD = {"script", "style", "template", "head", "title", "noscript", "textarea", "select"}
_LEAVES = {"p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "sup"} | _UNREAD
_HOLDERS = {"table", "tr", "td", "th", "thead", "tbody", "ul", "ol", "li", "nav", "footer", "aside"}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
    "time", "tt", "u", "var", "wbr",
}  # fmt: skip


def decoded_page(data: bytes, encoding: str | None, declared: str | None = None) -> Decoded:
    """The text of a page; `declared` is what its envelope says, before what it says itself."""
    if declared is None and (found := _DECLARED.search(data[:_HEAD])):
        declared = (found[1] or found[2]).decode("ascii", "replace")
    if declared and declared.lower().startswith("utf-16"):
        declared = None  # it could not have been read from bytes that are
    return decode(data, encoding, declared)


def tree(text: str) -> Node:
    """The root of the page in `text`. Raises FileEmpty when there is none, FileDamaged.

    Of markup that is nested too deep, first what has no part in the structure is left out, then
    all but paragraphs; no text is lost.
    """
    if _PROLOG.match(text) and not _OWN_ENTITIES.search(text[:_HEAD]):
        root = _as_xml(text)
        if root is not None:
            return root
    for known in (None, _LEAVES | _HOLDERS, _LEAVES):
        root, whole = _as_html(text if known is None else _flattened(text, known))
        if whole:
            if root is None:
                raise FileEmpty()
            return root
    raise FileDamaged()


def _as_xml(text: str) -> Node | None:
    plain = _NAMED.sub(_character, _PROLOG.sub("", text, count=1))
    try:
        return parse_xml(plain.encode("utf-8", "replace"))
    except FileDamaged:
        return None


def _character(entity: re.Match[str]) -> str:
    return entity[0] if entity[1] in _XML_ENTITIES else html5.get(entity[1], entity[0])


def _as_html(text: str) -> tuple[Node | None, bool]:
    """The root, and whether all of the text is below it."""
    parser = HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    plain = _PROLOG.sub("", text.replace("\0", ""), count=1)
    try:
        root: Node | None = fromstring(plain.encode("utf-8", "replace"), parser)
    except (XMLSyntaxError, ValueError):
        return None, True
    cut = any(
        "depth" in entry.message or entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log
    )
    return root, not cut


def _flattened(text: str, known: set[str]) -> str:
    def tag(found: re.Match[str]) -> str:
        name = found[2].lower()
        if name in known:
            return found[0]
        return "" if name in _INLINE else f"<{found[1]}p>"

    return _TAG.sub(tag, text)
