"""Which encoding bytes are in that no mark, no declaration and no rule of UTF-8 tells.

Each encoding in which Russian is written gives other letters for the same bytes, and only one
gives Russian ones: the statistics of letters decide.
"""

from __future__ import annotations

import re

from briefer.formats.repair.fit import fit
from briefer.formats.repair.reading import bits_of

# Of those that fit equally the first is taken.
CANDIDATES = ("cp1251", "cp1252", "koi8_r", "koi8_u", "cp866", "mac_cyrillic", "iso8859_5")
SAMPLE = 30_000
# Below this the letters are in none of these encodings.
LEAST_FIT = -0.3
LEAST_PAIRS = 30
# A share of the lines with letters beyond ASCII, that makes of a file one in two encodings.
LEAST_UTF8 = 0.1
_HIGH_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_LINE = re.compile(rb"[^\n]*\n?")
_HIGH = re.compile(rb"[\x80-\xff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def guessed(data: bytes) -> tuple[str, str] | None:
    """The text of `data` and the name of its encoding; None when it is in none known here.

    A file in which some lines are UTF-8 and others are not is read line by line.
    """
    lines = _LINE.findall(data)
    high = [line for line in lines if _HIGH.search(line)]
    unicode = {line for line in high if _is_utf8(line)}
    if len(unicode) < LEAST_UTF8 * len(high):
        name = best_of(data)
        return (data.decode(name, "replace"), name) if name else None
    rest = best_of(b"".join(line for line in high if line not in unicode)) or "cp1251"
    return "".join(line.decode("utf-8" if line in unicode else rest, "replace") for line in lines), "utf-8"


def best_of(data: bytes) -> str | None:
    """The candidate that fits best."""
    sample = _sample(data)
    texts = {name: sample.decode(name, "replace") for name in CANDIDATES}
    name = max(texts, key=lambda name: bits_of(texts[name], name))
    found = fit(texts[name])
    if found.pairs >= LEAST_PAIRS and found.mean < LEAST_FIT:
        return _foreign(data)
    return "cp1252" if name == "cp1251" and not _CYRILLIC.search(texts[name]) else name


def _sample(data: bytes) -> bytes:
    """Lines with letters beyond ASCII: the others say nothing."""
    taken: list[bytes] = []
    length = 0
    for found in _HIGH_LINE.finditer(data):
        taken.append(found[0][:SAMPLE])
        length += len(taken[-1])
        if length > SAMPLE:
            break
    return b"\n".join(taken)


def _foreign(data: bytes) -> str | None:
    """An encoding of another script, if one fits."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    return best.encoding if best else None


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeError:
        return False
    return True
