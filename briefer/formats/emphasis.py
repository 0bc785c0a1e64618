"""Takes Markdown's emphasis off a block of lines, telling footnote marks from it.

In `(СНГ)****` the first two asterisks end the bold and the others are a footnote mark.
"""

from __future__ import annotations

import re

from briefer.core.structure.lines import Line

_OPEN = re.compile(r"(?<![\w*])\*\*(?=[^\s*])")
_CLOSE = re.compile(r"(?<=[^\s*])\*\*")
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w_])(_{1,2})(?=[^\s_])([^_\n]*[^\s_])\1(?![\w_])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])")


def plain_lines(lines: list[str]) -> list[Line]:
    """The lines without emphasis; a line is strong when all its text was bold."""
    text = _UNDERLINED.sub(r"\2", _ITALIC.sub(r"\1", "\n".join(lines)))
    stripped: list[str] = []
    bold: list[bool] = []
    position, inside = 0, False
    while True:
        found = (_CLOSE if inside else _OPEN).search(text, position)
        if found is None or not (inside or _CLOSE.search(text, found.end())):
            break
        _take(text[position : found.start()], inside, stripped, bold)
        position, inside = found.end(), not inside
    _take(text[position:], inside, stripped, bold)
    return _split("".join(stripped), bold)


def unescaped(text: str) -> str:
    """Markdown text without the backslashes that protect its marks."""
    return _ESCAPED.sub(r"\1", text)


def _take(piece: str, inside: bool, stripped: list[str], bold: list[bool]) -> None:
    stripped.append(piece)
    bold.extend([inside] * len(piece))


def _split(text: str, bold: list[bool]) -> list[Line]:
    lines, start = [], 0
    for row in text.split("\n"):
        flags = [
            flag
            for character, flag in zip(row, bold[start : start + len(row)], strict=True)
            if not character.isspace() and character != "*"
        ]
        lines.append(Line(row.strip(), strong=bool(flags) and all(flags)))
        start += len(row) + 1
    return lines
