"""RTF files made for tests: the session document in several layouts, and bare ones."""

from __future__ import annotations

from tests.layouts import Sheet, Table, Text

HEAD = (
    r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fswiss\fcharset204 Arial;}{\f1\fnil\fcharset2 Symbol;}"
    r"{\f2\froman\fcharset238 Times;}}{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 Heading;}{\s2 heading 2;}{\s3 Title;}{\*\cs4 x;}}"
)


def rtf(body: str, head: str = HEAD) -> bytes:
    return f"{head}\n{body}}}".encode("cp1251")


def escaped(text: str, unicode: bool = False) -> str:
    """`text` as RTF writes it: in the code page where it can be, unless all is to be `unicode`."""
    made = []
    for character in text:
        if character in "\\{}":
            made.append("\\" + character)
        elif character < "\x80":
            made.append(character)
        elif unicode or not _in_page(character):
            made.append(rf"\u{ord(character) - (0x10000 if ord(character) > 0x7FFF else 0)}?")
        else:
            made.append(rf"\'{character.encode('cp1251').hex()}")
    return "".join(made)


def _in_page(character: str) -> bool:
    try:
        return bool(character.encode("cp1251"))
    except UnicodeEncodeError:
        return False


def rtf_of(sheet: Sheet, unicode: bool = False) -> bytes:
    return rtf(body_of(sheet, unicode))


def body_of(sheet: Sheet, unicode: bool = False) -> str:
    made: list[str] = []
    for item in sheet:
        if isinstance(item, Table):
            for row in item.rows:
                edges = "".join(rf"\cellx{3000 * (place + 1)}" for place in range(len(row)))
                cells = "".join(
                    r"\par ".join(r"\pard\intbl " + _words(text, unicode) for text in cell) + r"\cell "
                    for cell in row
                )
                made.append(rf"\trowd{edges}{cells}\row")
        else:
            label = rf"{{\listtext\pard {item.number}.\tab}}" if item.number is not None else ""
            made.append(rf"\pard {label}{_words(item, unicode)}\par")
    return "\n".join(made)


def _words(text: Text, unicode: bool) -> str:
    words = r"\line ".join(escaped(line, unicode) for line in text.lines)
    return rf"{{\b {words}}}" if text.strong else words
