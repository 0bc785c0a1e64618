"""The encodings that a text file may be in, and what it says in each of them.

How an encoding is guessed is in `briefer.formats.encoding`; here a person compares and chooses.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from pathlib import Path

from briefer.core.values import dataclass

# Proper names, the same in every language.
NAMES: Mapping[str, str] = {
    "utf-8": "UTF-8",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "cp866": "CP866 (DOS)",
    "mac_cyrillic": "Mac Cyrillic",
    "iso8859_5": "ISO 8859-5",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "cp1252": "Windows-1252",
}
SAMPLE = 1 << 16  # bytes
_LENGTH = 90
_TELLING = 30
_MARKUP = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Preview:
    """How a file begins in an encoding; `line` is None when its bytes are not valid in it."""

    encoding: str
    name: str
    line: str | None


def encoding_name(encoding: str) -> str:
    """What an encoding is called, whichever of its names is given."""
    return NAMES.get(same_encoding(encoding), encoding)


def same_encoding(encoding: str) -> str:
    """The name under which an encoding stands in `NAMES`, else as Python calls it."""
    try:
        wanted = codecs.lookup(encoding).name
    except LookupError:
        return encoding
    return next((each for each in NAMES if codecs.lookup(each).name == wanted), wanted)


def previews(path: Path, also: str | None = None) -> tuple[Preview, ...]:
    """How the file at `path` begins in every encoding, and in `also`. Raises OSError."""
    with path.open("rb") as file:
        data = file.read(SAMPLE)
    listed = dict.fromkeys([*NAMES, *([same_encoding(also)] if also else [])])
    return tuple(Preview(each, encoding_name(each), _line(data, each)) for each in listed)


def _line(data: bytes, encoding: str) -> str | None:
    """The first line with letters that encodings write differently, or the first at all."""
    try:
        # What is cut off in the middle of a character is not wrong.
        text = codecs.getincrementaldecoder(encoding)().decode(data, final=len(data) < SAMPLE)
    except (LookupError, UnicodeError):
        return None
    lines = [" ".join(_MARKUP.sub(" ", line).split()) for line in text.lstrip("\ufeff").splitlines()]
    telling = [line for line in lines if not line.isascii()]
    long = [line for line in telling if len(line) >= _TELLING]
    line = next(iter([*long, *telling, *(line for line in lines if line)]), "")[:_LENGTH]
    return "".join(character if character.isprintable() else "�" for character in line)
