"""Reads web pages, also those saved with their pictures into one file (MHTML)."""

from __future__ import annotations

from briefer.core.errors import FileDamaged
from briefer.formats.html.tree import decoded_page, tree
from briefer.formats.html.walk import page_blocks
from briefer.formats.parsed import Parsed

MOST_PARTS = 1000


def read_page(data: bytes, encoding: str | None = None, declared: str | None = None) -> Parsed:
    """The blocks of a web page; `declared` is the encoding that its envelope names.

    Raises FileEmpty, FileDamaged, FileBinary, EncodingUnknown or EncodingWrong.
    """
    decoded = decoded_page(data, encoding, declared)
    repairs = ("encoding-guessed",) if decoded.guessed else ()
    return Parsed("html", page_blocks(tree(decoded.text)), encoding=decoded.encoding, repairs=repairs)


def read_envelope(data: bytes, encoding: str | None = None) -> Parsed:
    """The blocks of the page that a message holds. Raises what `read_page` does."""
    from email import message_from_bytes

    message = message_from_bytes(data)
    for count, part in enumerate(message.walk()):
        if count > MOST_PARTS:
            break
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                return read_page(content, encoding, part.get_content_charset())
    raise FileDamaged()
