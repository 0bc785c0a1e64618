"""EPUB books made for tests: the session document in several layouts, and bare ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.layouts import Sheet
from tests.layouts_html import markup_of
from tests.unit.formats.word.specimens import zipped

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)


def chapter(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>{body}</body></html>'
    )


def book(
    chapters: Sequence[str], properties: Sequence[str] = (), more: Mapping[str, str] | None = None
) -> bytes:
    """A book of these chapters; `properties` are of the first of them."""
    items = "".join(
        f'<item id="c{place}" href="text/{place}%20x.xhtml" media-type="application/xhtml+xml" '
        f'properties="{properties[place] if place < len(properties) else ""}"/>'
        for place in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{place}"/>' for place in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>'
        f'<item id="x" href="unused.xhtml" media-type="application/xhtml+xml"/>{items}</manifest>'
        f"<spine>{spine}</spine></package>"
    )
    members = {f"OEBPS/text/{place} x.xhtml": text for place, text in enumerate(chapters)}
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": package,
            "OEBPS/unused.xhtml": chapter("<p>unused</p>"),
            **members,
            **(more or {}),
        }
    )


def epub_of(sheet: Sheet) -> bytes:
    """A cover, a table of contents, and the sheet in two chapters."""
    half = len(sheet) // 2
    parts = [chapter(markup_of(part).replace("<br>", "<br/>")) for part in (sheet[:half], sheet[half:])]
    return book([chapter('<nav epub:type="toc"><ol><li>Chapter</li></ol></nav>'), *parts], ["nav"])
