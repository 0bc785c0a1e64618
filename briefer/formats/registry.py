"""Which reader a file goes to."""

from __future__ import annotations

from dataclasses import replace

from briefer.core.errors import ConverterUnavailable, FileDamaged, FileEmpty, FormatUnsupported
from briefer.formats.parsed import Parsed
from briefer.formats.recognition import recognised
from briefer.formats.repair.blocks import repaired
from briefer.formats.repair.codes import RECOGNISED
from briefer.formats.request import ReadOptions, Report, unheard
from briefer.formats.text import read_lines, read_text

# Zip files that no reader is there for, by a member and by the ends of their names.
_OTHERS = {"xl/workbook.xml": "XLSX", "ppt/presentation.xml": "PPTX"}
_OTHER_SUFFIXES = {"xlsx": "XLSX", "xlsm": "XLSX", "pptx": "PPTX"}
_TEXTS = {"docx", "docm", "dotx", "dotm", "odt", "ott", "epub"}
_PICTURES = {"PNG", "JPEG", "TIFF", "GIF", "BMP"}
_MARKDOWN = {"md", "markdown"}


def read(name: str, data: bytes, options: ReadOptions = ReadOptions(), report: Report = unheard) -> Parsed:
    """The text of a file called `name`; `report` hears how far the reading is.

    Raises FileEmpty, FileBinary, FileDamaged, FileTooLarge, FormatUnsupported (the format is
    known, a reader is not there), EncodingUnknown or EncodingWrong, and for PDF what
    `read_pdf` raises.
    """
    parsed = _read(name, data, options, report)
    if not parsed.blocks:
        raise FileEmpty()
    if options.lines and parsed.format == "text":
        return parsed
    blocks, codes = repaired(
        parsed.blocks, recognised=any(code.startswith(RECOGNISED) for code in parsed.repairs)
    )
    return replace(parsed, blocks=blocks, repairs=tuple(dict.fromkeys((*parsed.repairs, *codes))))


def _read(name: str, data: bytes, options: ReadOptions, report: Report) -> Parsed:
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if not data.strip(b"\0 \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise FileEmpty()
    known = recognised(suffix, data)
    if known == "PDF":
        from briefer.formats.pdf.reader import read_pdf  # its library is large and starts slowly

        return read_pdf(data, options, report)
    if known in _PICTURES:
        from briefer.formats.pdf.reader import read_picture

        return read_picture(data, known.lower(), options, report)
    if known == "OLE":
        known, data = "ZIP", _unlocked(data, options.password)
    if known == "ZIP":
        parsed = _read_zip(suffix, data)
    elif known in {"HTML", "MHTML"}:
        from briefer.formats.html.page import read_envelope, read_page

        parsed = (read_page if known == "HTML" else read_envelope)(data, options.encoding)
    elif known == "RTF":
        from briefer.formats.rtf.reader import read_rtf

        parsed = read_rtf(data, options.encoding)
    elif known == "FODT":
        from briefer.formats.odt.reader import read_flat

        parsed = read_flat(data)
    elif known == "TEXT":
        parsed = _read_text(suffix, data, options)
    else:
        raise FormatUnsupported(format=known)
    return parsed


def _read_text(suffix: str, data: bytes, options: ReadOptions) -> Parsed:
    if options.lines:
        return read_lines(data, options.encoding)
    return read_text(data, "markdown" if suffix in _MARKDOWN else "text", options.encoding)


def _unlocked(data: bytes, password: str | None) -> bytes:
    """The protected package in a compound file. Of a DOC it is told that LibreOffice reads it."""
    from briefer.formats.protection import unlocked  # names what else a compound file may hold

    try:
        return unlocked(data, password)
    except FormatUnsupported as other:
        if other.params.get("format") == "DOC":
            raise ConverterUnavailable(format="DOC") from None
        raise


def _read_zip(suffix: str, data: bytes) -> Parsed:
    from briefer.formats.archive import Archive
    from briefer.formats.epub import is_epub, read_epub
    from briefer.formats.odt.parts import is_odt
    from briefer.formats.odt.reader import read_odt
    from briefer.formats.word.reader import is_word, read_word

    try:
        archive = Archive(data)
        if is_word(archive):
            return read_word(archive)
        if is_odt(archive):
            return read_odt(archive)
        if is_epub(archive):
            return read_epub(archive)
        other = next((name for sign, name in _OTHERS.items() if sign in archive), None)
    except FileDamaged:
        other = _OTHER_SUFFIXES.get(suffix)
        if other is None:
            raise
    if other is None and suffix in _TEXTS:
        raise FileDamaged()
    raise FormatUnsupported(format=other or _OTHER_SUFFIXES.get(suffix, "ZIP"))
