"""Fonts whose characters came out as other codes, all shifted by the same distance.

A font without a table of its characters gives the numbers of its glyphs instead, whole or
their lower byte. Cyrillic letters stand in a row in most fonts, so one distance explains them,
and the letters themselves prove it. What else a font holds is told by the order of glyphs that
the common fonts share: first Macintosh's, from the space at 3, later that of WGL4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from briefer.formats.repair.fit import fit

Table = Mapping[int, str]
SAMPLE = 4000
GOOD = 1.0
BAD = 0.2
LEAST_PAIRS, LEAST_PAIRS_KNOWN = 60, 6
LEAST_LETTERS = 12
LEAST_MARGIN = 1.0
MOST_UNPRINTABLE = 0.01
_FIRST_CYRILLIC = 0x410
_CYRILLIC = "".join(chr(code) for code in range(_FIRST_CYRILLIC, _FIRST_CYRILLIC + 64))
# What stands around these letters in WGL4: before А, and after я.
_BEFORE, _AFTER = "ЁЂЃЄЅІЇЈЉЊЋЌЎЏ", "ёђѓєѕіїјљњћќўџҐґ―№"
# From the space on; the fonts of Windows have no glyph for the no-break space.
_MACINTOSH = bytes(byte for byte in range(0x20, 0x100) if byte not in (0x7F, 0xCA)).decode("mac_roman")
_SPACE = 3
_EXPLAINED = frozenset(_CYRILLIC + _BEFORE + _AFTER)
_STEPS = range(-0x60, 0x300)


def unshifted(samples: Mapping[str, str]) -> dict[str, Table]:
    """Of each font that is shifted, what its characters stand for, a table for `str.translate`.

    `samples` are the texts set in each font. A font with little text, such as of digits alone,
    is judged by those that are proved.
    """
    found: dict[str, Table] = {}
    known: list[int] = []
    for font in sorted(samples, key=lambda font: -len(samples[font])):
        if proof := _proved(samples[font][:SAMPLE], known):
            found[font], first = proof
            known.extend([first] if first is not None and first not in known else [])
    for font in samples.keys() - found.keys() if found else ():
        if table := _supposed(samples[font], known):
            found[font] = table
    return found


def _proved(text: str, known: Sequence[int]) -> tuple[Table, int | None] | None:
    """The table that makes bad `text` good, and the code of its А if it has one."""
    before = fit(text)
    if before.mean > BAD or before.pairs < LEAST_PAIRS or len(set(text)) < LEAST_LETTERS:
        return None
    ranked: list[tuple[float, str, Table, int | None]] = []
    for table, first in _candidates(text):
        shown = text.translate(table)
        after = fit(shown)
        if after.pairs >= LEAST_PAIRS and _printable(shown):
            ranked.append((after.mean - _odd(shown) + 0.2 * (first in known), shown, table, first))
    ranked.sort(key=lambda candidate: -candidate[0])
    if not ranked or ranked[0][0] < max(GOOD, before.mean + LEAST_MARGIN):
        return None
    best, shown, table, first = ranked[0]
    # Thirty-two further on are the same letters in the other case.
    cases = {first - 32, first + 32} if first is not None else set()
    rivals = [mean for mean, other, _, start in ranked[1:] if other != shown and start not in cases]
    return (table, first) if not rivals or best - rivals[0] > LEAST_MARGIN else None


def _supposed(text: str, known: Sequence[int]) -> Table | None:
    """The table of a font with little text, beside fonts that are proved to be shifted."""
    before = fit(text)
    for first in known:
        table = _cyrillic(first, numbered=_numbered(text))
        after = fit(text.translate(table))
        if after.pairs >= LEAST_PAIRS_KNOWN and after.mean > max(GOOD, before.mean + LEAST_MARGIN):
            return table
    return _low_glyphs() if _numbered(text) and _printable(text.translate(_low_glyphs())) else None


def _candidates(text: str) -> Iterator[tuple[Table, int | None]]:
    """The tables that could explain nearly all the letters."""
    codes = Counter(ord(character) for character in text if not character.isspace())
    visible = codes.total() - codes[_SPACE]
    numbered = _numbered(text)
    for first in range(max(1, min(codes, default=1) - 63), max(codes, default=0) + 1):
        within = sum(codes[code] for code in range(first, first + 64))
        if first != _FIRST_CYRILLIC and within * 10 >= 6 * visible:
            yield _cyrillic(first, numbered), first
    if numbered:
        yield _low_glyphs(), None
        return
    for step in _STEPS:
        within = sum(codes[code] for code in range(0x20 - step, 0x7F - step))
        if step and within * 100 >= 98 * visible:
            yield {code: chr(code + step) for code in range(max(0, 0x20 - step), 0x7F - step)}, None


def _numbered(text: str) -> bool:
    """Whether the codes are numbers of glyphs: the low ones are no characters of any text."""
    return any(character < " " and character not in "\n\t\r" for character in text)


def _odd(text: str) -> float:
    """A penalty for letters that were not explained and remain what they were."""
    odd = sum(letter.isalpha() and letter > "~" and letter not in _EXPLAINED for letter in text)
    return 10 * odd / max(len(text), 1)


def _printable(text: str) -> bool:
    strange = sum(not character.isprintable() and not character.isspace() for character in text)
    return strange <= MOST_UNPRINTABLE * len(text)


@cache
def _cyrillic(first: int, numbered: bool) -> Table:
    """The table of a font whose А has the code `first`."""
    table = dict(zip(range(first - len(_BEFORE), first), _BEFORE, strict=True))
    table |= dict(zip(range(first + 64, first + 64 + len(_AFTER)), _AFTER, strict=True))
    if first < 0x100:  # amid digits and Latin letters, which are likelier there
        table = {code: letter for code, letter in table.items() if code > 0x7F or code == first + 64}
    if numbered:
        table |= _low_glyphs() if first > 0x100 else {_SPACE: " ", **dict(_low_signs(first))}
    table |= dict(zip(range(first, first + 64), _CYRILLIC, strict=True))
    return _as_shown(table)


def _low_signs(first: int) -> Iterator[tuple[int, str]]:
    """The glyphs before the letters, where a font holds both."""
    return ((code, character) for code, character in _low_glyphs().items() if code < first)


@cache
def _low_glyphs() -> Table:
    table = {_SPACE + place: character for place, character in enumerate(_MACINTOSH)}
    # A space that was put between words is far commoner than the equals sign of this number.
    return _as_shown({code: character for code, character in table.items() if code != 0x20})


def _as_shown(table: Mapping[int, str]) -> Table:
    """`table` for codes that were shown as characters of Windows, too."""
    shown = {}
    for code, character in table.items():
        if 0x80 <= code < 0xA0:
            shown[ord(bytes([code]).decode("cp1252", "ignore") or chr(code))] = character
    return {**shown, **table}
