"""From bytes to text: which encoding a text file is in, or that it is no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from briefer.core.errors import EncodingUnknown, EncodingWrong, FileBinary
from briefer.formats.letters import garbled

# Single-byte encodings in which Russian and English documents are met.
CANDIDATES = ("cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5", "cp1252")
SAMPLE = 200_000
# Of so many characters one may be wrong in the encoding that a file declares.
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
            try:
                return Decoded(data.decode(name), name.removesuffix("-sig"), guessed=False)
            except UnicodeError:
                raise EncodingWrong(encoding=name) from None
    try:
        if b"\0" not in data:
            return Decoded(data.decode("utf-8"), "utf-8", guessed=False)
    except UnicodeError:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        if _looks_like(data, name):
            return Decoded(data.decode(name), name, guessed=False)
    raise FileBinary()


def _looks_like(data: bytes, name: str) -> bool:
    """Whether `data` reads as Latin or Cyrillic text in the UTF-16 called `name`."""
    if len(data) % 2:
        return False
    try:
        text = data[: SAMPLE // 2 * 2].decode(name)
    except UnicodeError:
        return False
    known = sum(character < "\u0250" or "\u0400" <= character < "\u0530" for character in text)
    return known >= len(text) * 9 // 10 and "\0" not in text


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
    from charset_normalizer import from_bytes

    plain = _MARKUP_BYTES.sub(b" ", data[:SAMPLE])
    sample = plain if b"<" in data[:SAMPLE] and not plain.isascii() else data[:SAMPLE]
    best = from_bytes(sample, cp_isolation=list(CANDIDATES)).best()
    if best is None:
        raise FileBinary()
    return Decoded(data.decode(best.encoding, errors="replace"), best.encoding, guessed=True)
