"""Which reader a file goes to: by its first bytes, and by its name where bytes say nothing."""

from __future__ import annotations

from briefer.core.errors import FileDamaged, FileEmpty, FormatUnsupported
from briefer.formats.parsed import Parsed
from briefer.formats.request import ReadOptions, Report, unheard
from briefer.formats.text import read_text

_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\x1f\x8b", "GZIP"),
)
_ARCHIVES = {"odt": "ODT", "epub": "EPUB", "xlsx": "XLSX", "pptx": "PPTX"}
_WORD = {"docx", "docm", "dotx", "dotm"}
_SUFFIXES = {"htm": "HTML", "html": "HTML", "xhtml": "HTML"}
_MARKDOWN = {"md", "markdown"}
_ZIP = b"PK\x03\x04"
_HEAD = 1024


def read(name: str, data: bytes, options: ReadOptions = ReadOptions(), report: Report = unheard) -> Parsed:
    """The text of a file called `name`; `report` hears how far the reading is.

    Raises FileEmpty, FileBinary, FileDamaged, FileTooLarge, FormatUnsupported (the format is
    known, a reader is not there), EncodingUnknown or EncodingWrong, and for PDF what
    `read_pdf` raises.
    """
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if not data.strip(b"\0 \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise FileEmpty()
    known = _recognised(suffix, data)
    if known == "PDF":
        from briefer.formats.pdf import read_pdf  # its library is large and starts slowly

        return read_pdf(data, options, report)
    if known:
        raise FormatUnsupported(format=known)
    if data.startswith(_ZIP):
        parsed = _read_zip(suffix, data)
    else:
        parsed = read_text(data, "markdown" if suffix in _MARKDOWN else "text", options.encoding)
    if not parsed.blocks:
        raise FileEmpty()
    return parsed


def _read_zip(suffix: str, data: bytes) -> Parsed:
    from briefer.formats.archive import Archive
    from briefer.formats.word import is_word, read_word

    try:
        archive = Archive(data)
        if is_word(archive):
            return read_word(archive)
    except FileDamaged:
        if suffix not in _ARCHIVES:
            raise
    if suffix in _WORD:
        raise FileDamaged()
    raise FormatUnsupported(format=_ARCHIVES.get(suffix, "ZIP"))


def _recognised(suffix: str, data: bytes) -> str | None:
    head = data[:_HEAD]
    for signature, name in _SIGNATURES:
        if head.startswith(signature) or (name == "PDF" and signature in head):
            return name
    lowered = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if lowered.startswith((b"<!doctype html", b"<html")):
        return "HTML"
    return _SUFFIXES.get(suffix) if b"<" in head else None
