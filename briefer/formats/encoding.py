"""From bytes to text: which encoding a text file is in, or that it is no text at all."""

from __future__ import annotations

import codecs
import re

from briefer.core.errors import EncodingUnknown, EncodingWrong, FileBinary
from briefer.core.values import dataclass
from briefer.formats.letters import garbled

SAMPLE = 200_000
# Of so many characters one may be wrong in the encoding that a file declares or is marked with.
MOST_UNDECODED = 500
# What the web calls by names that Python does not know, or means otherwise.
_LABELS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "x-cp1251": "cp1251",
    "x-mac-cyrillic": "mac_cyrillic",
    "koi8": "koi8_r",
    "dos-866": "cp866",
}
_MARKUP = re.compile(r"<[^<>]*>")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_MARKUP_BYTES = re.compile(rb"<[^<>]*>")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`guessed` tells that only letter statistics speak for `encoding`."""

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """The text of `data`, in `encoding` when that is given, else as the bytes suggest.

    `declared` is what a file says of itself; it is believed when nothing speaks against it.
    Raises EncodingUnknown, EncodingWrong, or FileBinary when the bytes are no text.
    """
    if encoding:
        decoded = _as_asked(data, encoding)
    else:
        decoded = _as_marked(data) or _as_declared(data, declared) or _as_guessed(data)
    if len(_CONTROL.findall(decoded.text)) > len(decoded.text) // 200:
        raise FileBinary()
    return decoded


def _as_asked(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name)
    except LookupError:
        raise EncodingUnknown(encoding=encoding) from None
    except UnicodeError:
        raise EncodingWrong(encoding=encoding) from None
    return Decoded(text.removeprefix("\ufeff"), name, guessed=False)


def _as_marked(data: bytes) -> Decoded | None:
    """By a byte order mark, as valid UTF-8, or as UTF-16 that has none."""
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data.decode(name, "replace")
            if text.count("\ufffd") * MOST_UNDECODED > len(text) + MOST_UNDECODED:
                raise EncodingWrong(encoding=name)
            return Decoded(text, name.removesuffix("-sig"), guessed=False)
    try:
        if b"\0" not in data:
            return Decoded(data.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeError:
        return None
    for name in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        if _looks_like(data, name):
            return Decoded(data.decode(name, "replace"), name, guessed=False)
    raise FileBinary()


def _looks_like(data: bytes, name: str) -> bool:
    """Whether `data`, but for a byte or two cut off, reads as Latin or Cyrillic text in `name`."""
    whole = data[: min(SAMPLE, len(data)) // 4 * 4] or data[: len(data) // 2 * 2]
    try:
        text = whole.decode(name)
    except UnicodeError:
        return False
    known = sum(
        character < "\u0250" or "\u0400" <= character < "\u0530" or "\u2010" <= character <= "\u2122"
        for character in text
    )
    return bool(text) and known >= len(text) * 9 // 10 and "\0" not in text


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    """As a file says of itself, unless its letters then are in no language."""
    if declared is None:
        return None
    label = declared.strip().lower()
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
        text = data.decode(name, errors="replace")
    except (LookupError, UnicodeError):
        return None
    plain = _MARKUP.sub(" ", text[:SAMPLE])
    if text.count("\ufffd") * MOST_UNDECODED > len(text) or garbled(plain):
        return None
    return Decoded(text, name, guessed=False)


def _as_guessed(data: bytes) -> Decoded:
    from briefer.formats.guessing import guessed

    plain = _MARKUP_BYTES.sub(b" ", data) if b"<" in data[:SAMPLE] else data
    found = guessed(plain if _HIGH_BYTE.search(plain) else data)
    if found is None:
        raise FileBinary()
    text, name = found
    return Decoded(text if plain is data else data.decode(name, "replace"), name, guessed=True)
