"""What a file is, by its first bytes, and by its name where bytes say nothing.

Names lie: a web page is sent as a .doc, a DOCX as a .pdf. What zip files hold, only their
directory tells, and is told apart in `registry`.
"""

from __future__ import annotations

import re

_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\x1f\x8b", "GZIP"),
)
_PAGE = re.compile(
    rb"(?>(?:\s|<!--(?>(?:(?!-->).){0,4000})-->|<\?xml[^<>]{0,200}\?>)*)"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|frameset)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(rb"\s*<(?:p|div|table|h[1-6]|center|font|br|span|ul|ol|b)\b[^<>]*>", re.IGNORECASE)
_ENVELOPE = re.compile(rb"\s*(?>(?:[\w-]{2,40}:[^\r\n]{0,998}\r?\n(?:[ \t][^\r\n]{0,998}\r?\n){0,20}){1,40})")
_FLAT = re.compile(rb"<office:document\s[^<>]{0,8000}opendocument\.text", re.IGNORECASE)
_PAGES = {"htm", "html", "xhtml", "xht", "shtml"}
_ENVELOPES = {"mht", "mhtml"}
# Word opens a page without a head under these names as well, so they are met.
_FRAGMENTS = {"doc", "xls", ""}
_UNICODE = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HEAD = 8192
_PDF_HEAD = 1024


def recognised(suffix: str, data: bytes) -> str:
    """The name of the format; "TEXT" for what is none of those that begin in a way of their own."""
    head = data[:_HEAD]
    for signature, name in _SIGNATURES:
        if head.startswith(signature) or (name == "PDF" and signature in head[:_PDF_HEAD]):
            return name
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "RTF"
    plain = _plain(head)
    if _FLAT.search(plain):
        return "FODT"
    if _is_page(suffix, plain):
        return "HTML"
    return "MHTML" if _is_envelope(suffix, plain) else "TEXT"


def _plain(head: bytes) -> bytes:
    """The head in an encoding that agrees with ASCII."""
    for mark, encoding in _UNICODE:
        if head.startswith(mark):
            return head.removeprefix(mark).decode(encoding, "ignore").encode("utf-8", "ignore")
    if head[1::2].count(0) * 2 > len(head[1::2]) or head[::2].count(0) * 2 > len(head[::2]):
        return head.replace(b"\0", b"")
    return head


def _is_page(suffix: str, head: bytes) -> bool:
    if _PAGE.match(head):
        return True
    if suffix in _PAGES:
        return b"<" in head
    return suffix in _FRAGMENTS and bool(_FRAGMENT.match(head))


def _is_envelope(suffix: str, head: bytes) -> bool:
    """Whether this is a page saved as a message, with its pictures."""
    found = _ENVELOPE.match(head)
    if found is None:
        return False
    lowered = found[0].lower()
    related = b"mime-version:" in lowered and b"multipart/related" in lowered
    return related or (suffix in _ENVELOPES and b"content-type:" in lowered)
