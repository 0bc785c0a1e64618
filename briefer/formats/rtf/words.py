"""What the control words of RTF stand for: characters, code pages, and what holds no text."""

from __future__ import annotations

import codecs

# Characters that have a word of their own.
CHARACTERS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
# Groups without text of the page, besides all that are marked as to be ignored when unknown.
SKIPPED = {
    "colortbl", "info", "pict", "xe", "tc", "rxe", "ftnsep", "ftnsepc", "ftncn", "aftnsep",
    "aftnsepc", "aftncn", "template", "comment", "nonshppict", "private", "bkmkstart", "bkmkend",
    "annotation", "nonesttables", "pnseclvl", "listtable", "listoverridetable", "revtbl", "filetbl",
    "themedata", "datastore", "latentstyles", "generator", "formfield", "mmath", "passwordhash",
    "operator", "author", "title",
}  # fmt: skip
# Groups that are known, and of what kind they are; a shell holds no text, but groups that do.
GROUPS = {
    **dict.fromkeys(("shp", "shpinst", "shpgrp", "do", "object", "upr", "sp", "sv", "field"), "shell"),
    "nesttableprops": "shell",
    **dict.fromkeys(("fonttbl", "stylesheet"), "definitions"),
    **dict.fromkeys(("listtext", "pntext"), "label"),
    **dict.fromkeys(("shptxt", "dptxbxtext"), "box"),
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "edge"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "edge"),
    **dict.fromkeys(("fldrslt", "result", "ud"), "result"),
    "fldinst": "code",
    "footnote": "note",
}
# Words that may be marked as to be ignored when unknown, and are known.
KNOWN = set(GROUPS)
# In the font called Symbol and its like.
PICTURED = {0xB7: "•", 0xA7: "▪", 0xA8: "◦", 0xD8: "➢", 0xFC: "✓", 0x6F: "□", 0x2D: "–"}
# The same, where they are written as characters of private use.
PRIVATE = {
    0xF000 + byte: PICTURED.get(byte, chr(byte) if 0x20 <= byte < 0x7F else "•") for byte in range(256)
}
SYMBOL_CHARSET = 2
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    89: "mac_cyrillic",
}  # fmt: skip


def charset_encoding(charset: int) -> str | None:
    """The encoding of a font's charset; None where the document's own is meant."""
    return _CHARSETS.get(charset)


def page_encoding(page: int | None) -> str | None:
    """The encoding of a code page; None for one that is unknown here."""
    name = {65001: "utf-8", 10000: "mac_roman", 10007: "mac_cyrillic"}.get(page or 0, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
