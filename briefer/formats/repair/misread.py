"""Text whose bytes were once read in another encoding than they were written in.

So `РџСЂРёРІРµС‚` is UTF-8 read as CP1251, and `Ïðèâåò` CP1251 read as Latin-1; the mistake can
be undone when nothing was lost. Which mistake it was is told by the letters that come out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from briefer.formats.repair.fit import fit

# What bytes are read as by mistake, and what they were.
SHOWN = ("cp1252", "cp1251", "mac_roman", "mac_cyrillic", "koi8_r", "cp866", "iso8859_5", "cp437")
WRITTEN = ("utf-8", "cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5")
SAMPLE = 12_000
POOR = 0.4
GOOD = 1.0
LETTERS = 0.75
# Pairs of letters that must speak for a reading; that bytes are valid UTF-8 is proof in itself.
LEAST_PAIRS, LEAST_PAIRS_UTF8 = 50, 8
# Bits a pair.
LEAST_GAIN = 0.7
MOST_ROUNDS = 3
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_HIGH = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Misreading:
    """Bytes `written` in one encoding and `shown` in another; both are names of Python's."""

    shown: str
    written: str

    def undone(self, text: str) -> str:
        """`text` as it was written; what cannot have been misread so stays as it is."""
        if self.written != "utf-8":
            return text.translate(_table(self.shown, self.written))
        return _runs(self.shown).sub(lambda run: _decoded(run[0], self.shown), text)


@dataclass(frozen=True, slots=True)
class Reread:
    """`lines` as they were written, and which misreadings were undone, outermost first."""

    lines: tuple[str, ...]
    misreadings: tuple[Misreading, ...]


def reread(lines: Sequence[str]) -> Reread | None:
    """`lines` with their misreadings undone, None when there are none that can be proved.

    Only lines that read badly and read well afterwards are touched.
    """
    current, undone = tuple(lines), list[Misreading]()
    for _ in range(MOST_ROUNDS):
        suspects = {place for place, line in enumerate(current) if suspect(line)}
        found = misreading_of(current[place] for place in sorted(suspects))
        if found is None:
            break
        current = tuple(
            _better(line, found.undone(line)) if place in suspects else line
            for place, line in enumerate(current)
        )
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
    for shown in SHOWN:
        for written in WRITTEN:
            if shown == written:
                continue
            found = Misreading(shown, written)
            after_text = found.undone(sample)
            if after_text == sample:
                continue
            after = fit(after_text)
            if after.mean < GOOD or not _now_cyrillic(sample, after_text):
                continue
            if written == "utf-8":
                proved = after.pairs >= LEAST_PAIRS_UTF8 and _halved(sample, after_text)
            else:
                proved = after.pairs >= LEAST_PAIRS and after.bits - before.bits > LEAST_GAIN * after.pairs
            if proved and (best is None or after.bits > best[0]):
                best = after.bits, found
    return best[1] if best else None


def _now_cyrillic(before: str, after: str) -> bool:
    """Whether nearly all that was no ASCII and has changed are Cyrillic letters now."""
    high = _HIGH.findall(after)
    lost = after.count("\ufffd") - before.count("\ufffd")
    return lost <= 0 and len(_CYRILLIC.findall(after)) >= 0.85 * len(high)


def _halved(before: str, after: str) -> bool:
    """Whether two characters have become one, as is when bytes of UTF-8 were read one by one."""
    return len(_HIGH.findall(before)) >= 1.8 * len(_HIGH.findall(after))


def _better(line: str, other: str) -> str:
    return other if fit(other).bits > fit(line).bits or not _HIGH.search(other) else line


@cache
def _bytes(shown: str) -> Mapping[str, int]:
    """The byte beyond ASCII that each character is shown for."""
    found = {}
    for byte in range(0x80, 0x100):
        try:
            found[bytes([byte]).decode(shown)] = byte
        except UnicodeError:
            found[chr(byte)] = byte  # the way of browsers with what an encoding leaves open
    return found


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
    back = {byte: character for character, byte in known.items()}
    return "".join(
        back[ord(character) - 0xDC00] if "\udc80" <= character <= "\udcff" else character
        for character in text
    )
