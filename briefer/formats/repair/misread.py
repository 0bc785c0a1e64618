"""Text whose bytes were once read in another encoding than they were written in.

So `РџСЂРёРІРµС‚` is UTF-8 read as CP1251, and `Ïðèâåò` CP1251 read as Latin-1; the mistake can
be undone when nothing was lost. Which mistake it was is told by the letters that come out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache

from briefer.core.values import dataclass
from briefer.formats.repair.fit import fit
from briefer.formats.repair.reading import bits_of

# What bytes are read as by mistake, and what they were.
SHOWN = ("cp1252", "cp1251", "mac_roman", "mac_cyrillic", "koi8_r", "cp866", "iso8859_5", "cp437")
WRITTEN = ("utf-8", "cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5")
SAMPLE = 12_000
POOR = 0.4
GOOD = 1.0
LETTERS = 0.75
# Pairs of letters that must speak for a reading; that bytes are valid UTF-8 is proof in itself.
LEAST_PAIRS, LEAST_PAIRS_UTF8 = 50, 8
# Different ones: a few accents or signs again and again are no text.
LEAST_LETTERS, LEAST_LETTERS_UTF8 = 12, 5
# Bits a pair.
LEAST_GAIN = 0.7
MOST_ROUNDS = 3
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ESCAPED = re.compile("[\udc80-\udcff]")
# What neither Russian nor English text is made of.
_ODD = re.compile("[^\x00-\x7fА-яЁё«»„“”‘’–—…№§\xa0\xad]")
_HIGH = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Misreading:
    """Bytes `written` in one encoding and `shown` in another, so many `times` one after the other.

    Both are names of Python's.
    """

    shown: str
    written: str
    times: int = 1

    def undone(self, text: str) -> str:
        """`text` as it was written; what cannot have been misread so stays as it is."""
        if self.written != "utf-8":
            return text.translate(_table(self.shown, self.written))
        for _ in range(self.times):
            text = _runs(self.shown).sub(lambda run: _decoded(run[0], self.shown), text)
        return text


# D0 and D1 begin Cyrillic letters in UTF-8; C2 and C3, E2 and others what these were misread as.
_LEADS = (0xC2, 0xC3, 0xD0, 0xD1, 0xE2)
_POSSIBLE = (
    *(Misreading(shown, written) for shown in SHOWN for written in WRITTEN if shown != written),
    *(Misreading(shown, "utf-8", 2) for shown in SHOWN),
)


@dataclass(frozen=True, slots=True)
class Reread:
    """`lines` as they were written, and which misreadings were undone, outermost first."""

    lines: tuple[str, ...]
    misreadings: tuple[Misreading, ...]


def reread(lines: Sequence[str]) -> Reread | None:
    """`lines` with their misreadings undone, None when there are none that can be proved.

    Only lines that read better afterwards are touched.
    """
    current, undone = tuple(lines), list[Misreading]()
    for _ in range(MOST_ROUNDS):
        good = fit("\n".join(current)[:SAMPLE]).mean > GOOD
        found = misreading_of(line for line in current if (_ODD.search(line) or not good) and suspect(line))
        if found is None:
            break
        current = tuple(_better(line, found.undone(line)) if _HIGH.search(line) else line for line in current)
        undone.append(found)
    return Reread(current, tuple(undone)) if undone else None


def suspect(line: str) -> bool:
    """Whether a line may be misread: letters beyond ASCII that read badly, or signs for letters."""
    high = _HIGH.findall(line)
    if len(high) * 5 < len(line) - line.count(" "):
        return False
    return sum(map(str.isalpha, high)) < LETTERS * len(high) or fit(line).mean < POOR


def misreading_of(lines: Iterable[str]) -> Misreading | None:
    """The misreading that makes of bad `lines` good ones, by a wide margin."""
    sample = "\n".join(lines)[:SAMPLE]
    if not sample:
        return None
    before = fit(sample)
    best: tuple[float, Misreading] | None = None
    high = Counter(_HIGH.findall(sample))
    for found in _POSSIBLE:
        if len(high) < (LEAST_LETTERS_UTF8 if found.written == "utf-8" else LEAST_LETTERS):
            continue
        if found.written == "utf-8" and sum(high[lead] for lead in _leads(found.shown)) * 4 < high.total():
            continue
        after_text = found.undone(sample)
        if after_text == sample or not _now_cyrillic(sample, after_text):
            continue
        after = fit(after_text)
        if after.mean < GOOD:
            continue
        if found.written == "utf-8":
            proved = after.pairs >= LEAST_PAIRS_UTF8 and _halved(sample, after_text)
        else:
            proved = after.pairs >= LEAST_PAIRS and after.bits - before.bits > LEAST_GAIN * after.pairs
        bits = bits_of(after_text, found.written)
        if proved and (best is None or bits > best[0]):
            best = bits, found
    return best[1] if best else None


def _now_cyrillic(before: str, after: str) -> bool:
    """Whether nearly all that was no ASCII and has changed are Cyrillic letters now."""
    high = _HIGH.findall(after)
    lost = after.count("\ufffd") - before.count("\ufffd")
    return lost <= 0 and len(_CYRILLIC.findall(after)) >= 0.85 * len(high)


def _halved(before: str, after: str) -> bool:
    """Whether two characters have become one, as is when bytes of UTF-8 were read one by one."""
    return len(_HIGH.findall(before)) > 1.7 * len(_HIGH.findall(after))


def _better(line: str, other: str) -> str:
    if _halved(line, other) or not _HIGH.search(other):
        return other
    return other if fit(other).bits > fit(line).bits else line


@cache
def _bytes(shown: str) -> Mapping[str, int]:
    """The byte beyond ASCII that each character is shown for."""
    found = {}
    for byte in range(0x80, 0x100):
        with suppress(UnicodeError):
            found[bytes([byte]).decode(shown)] = byte
    # Control characters come from Latin-1, and from browsers for what an encoding leaves open.
    return found | {chr(byte): byte for byte in range(0x80, 0xA0) if chr(byte) not in found}


@cache
def _leads(shown: str) -> str:
    """What is shown for the bytes that Cyrillic letters begin with, once or twice misread."""
    return "".join(character for character, byte in _bytes(shown).items() if byte in _LEADS)


@cache
def _table(shown: str, written: str) -> Mapping[int, str]:
    return {
        ord(character): bytes([byte]).decode(written, "replace") for character, byte in _bytes(shown).items()
    }


@cache
def _runs(shown: str) -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(_bytes(shown))) + "]{2,}")


def _decoded(run: str, shown: str) -> str:
    known = _bytes(shown)
    raw = bytes(known[character] for character in run)
    text = raw.decode("utf-8", "surrogateescape")
    if not _ESCAPED.search(text):
        return text
    back = {byte: character for character, byte in reversed(tuple(known.items()))}
    return _ESCAPED.sub(lambda found: back[ord(found[0]) - 0xDC00], text)
