"""The parts of an OpenDocument text: its content and its styles, zipped or in one flat file."""

from __future__ import annotations

import re

from briefer.core.errors import FileDamaged, FileProtected, FormatUnsupported
from briefer.core.values import dataclass
from briefer.formats.archive import Archive
from briefer.formats.markup import Node, parse_xml

_URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE, DRAW = (_URN % name for name in ("office", "text", "table", "style", "drawing"))
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
_MANIFEST = "META-INF/manifest.xml"
_SORT = re.compile(rb"application/vnd\.oasis\.opendocument\.([a-z]+)")
_OTHERS = {b"spreadsheet": "ODS", b"presentation": "ODP", b"graphics": "ODG", b"formula": "ODF"}


@dataclass(frozen=True, slots=True)
class OdtParts:
    """`text` holds the paragraphs; `content` and `styles` are the roots that define styles."""

    text: Node
    content: Node
    styles: Node | None


def is_odt(archive: Archive) -> bool:
    """Whether the archive is an OpenDocument file of any sort."""
    return "content.xml" in archive and ("mimetype" in archive or _MANIFEST in archive)


def zipped_parts(archive: Archive) -> OdtParts:
    """Raises FileDamaged, FileTooLarge, FileProtected, and FormatUnsupported for other than text."""
    if b"encryption-data" in archive.read(_MANIFEST):
        raise FileProtected()
    sort = _SORT.match(archive.read("mimetype").strip())
    if sort and sort[1] in _OTHERS:
        raise FormatUnsupported(format=_OTHERS[sort[1]])
    content = parse_xml(archive.read("content.xml"))
    styles = archive.read("styles.xml")
    return _parts(content, parse_xml(styles) if styles.strip() else None)


def flat_parts(data: bytes) -> OdtParts:
    """Raises FileDamaged."""
    root = parse_xml(data)
    return _parts(root, root)


def _parts(content: Node, styles: Node | None) -> OdtParts:
    text = content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise FileDamaged()
    return OdtParts(text, content, styles)
