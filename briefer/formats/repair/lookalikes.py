"""Words of Cyrillic text that were recognised or typed in Latin letters of the same look.

A word that mixes the scripts is one script's by most of its letters. A word all of whose
letters look alike in both is judged by what stands around it and by which language it fits.
Symbols of documents, labels in brackets and addresses are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.core.language import scripts
from briefer.formats.repair.fit import fit

_LATIN = "ABCEHKMOPTXYaceopxyk"
_CYRILLIC = "АВСЕНКМОРТХУасеорхук"
# What recognition takes for Cyrillic, or Cyrillic for it, besides.
_LATIN_SEEN, _CYRILLIC_SEEN = "rumnbgi3", "гитпьдиз"
TO_CYRILLIC = dict(zip(map(ord, _LATIN), _CYRILLIC, strict=True))
TO_LATIN = dict(zip(map(ord, _CYRILLIC), _LATIN, strict=True))
_SEEN = {**TO_CYRILLIC, **dict(zip(map(ord, _LATIN_SEEN), _CYRILLIC_SEEN, strict=True))}
_WORD = re.compile(r"(?<![\w/.@+])[^\W\d_]+(?![\w/@+]|\.\w)")
_LATIN_ONLY = re.compile(r"[A-Za-z]+")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_ALIKE = re.compile(f"[{_LATIN}{_CYRILLIC}]")
# Lines in which there may be something to do: scripts side by side, or a word of look-alikes.
_BOTH = re.compile("[A-Za-z](?=[\u0400-\u04ff])|[\u0400-\u04ff](?=[A-Za-z])")
_ALIKE_WORD = re.compile(rf"(?<![\w/.@+])[{_LATIN}{_LATIN_SEEN}]+(?![\w/@+]|\.\w)")
# A foreign name with a Russian ending (UNIXа, OpenChainом) or in one piece with the word before it.
_INFLECTED = re.compile("[\u0400-\u04ff]*[A-Za-z]{3,}[\u0400-\u04ff]*")
_NUMERAL = re.compile(r"[IVXLCDMХС]+")
# Bits by which the Cyrillic reading of a word must fit better, by how sure the surroundings are.
MARGIN, MARGIN_SEEN = 6.0, 2.0
# So many words that mix scripts, and such a share of all, make others likely to be in the wrong one.
PRONE, PRONE_SHARE = 2, 0.01
# Bits that a word must have in itself; capitals alone may be an abbreviation in either script.
LEAST_BITS = 5.0
# Abbreviations that both readings would fit.
_KNOWN = frozenset(("СССР", "ССР", "МВК", "ТАСС", "ВТО", "МОТ", "ВМО", "РФ", "СНВ"))


def folded(lines: Sequence[str], *, recognised: bool = False) -> tuple[list[str], int]:
    """`lines` with look-alikes put right, and how many words were; `recognised` text is full of them."""
    suspects = [place for place, line in enumerate(lines) if _BOTH.search(line) or _ALIKE_WORD.search(line)]
    if not any(_CYRILLIC_LETTER.search(line) for line in lines):
        return list(lines), 0
    mixed = sum(map(_mixed, (lines[place] for place in suspects)))
    prone = recognised or mixed >= max(PRONE, PRONE_SHARE * sum(line.count(" ") for line in lines))
    repaired = list(lines)
    count = 0
    for place in suspects:
        line = lines[place]
        russian = _is_russian(line)

        def word_put_right(found: re.Match[str], line: str = line, russian: bool = russian) -> str:
            nonlocal count
            right = _right(found, line, russian, prone, recognised)
            count += right != found[0]
            return right

        repaired[place] = _WORD.sub(word_put_right, line)
    return repaired, count


def _right(found: re.Match[str], line: str, russian: bool, prone: bool, recognised: bool) -> str:
    word = found[0]
    if _BOTH.search(word):
        if _INFLECTED.fullmatch(word) and not recognised:
            return word
        return _unmixed(word, russian, recognised)
    if not _LATIN_ONLY.fullmatch(word) or not russian or line[found.end() : found.end() + 1] == ")":
        return word
    table = _SEEN if recognised else TO_CYRILLIC
    if any(ord(letter) not in table for letter in word):
        return word
    other = word.translate(table)
    if len(word) == 1:
        return other if prone and word in "acoyk" and line[found.end() : found.end() + 1] == " " else word
    if other in _KNOWN:
        return other
    margin = MARGIN_SEEN if prone else MARGIN
    if _NUMERAL.fullmatch(word) or (word.isupper() and not prone):
        return word
    bits = fit(other).bits
    return other if bits >= LEAST_BITS and bits - fit(word).bits >= margin else word


def _unmixed(word: str, russian: bool, recognised: bool) -> str:
    """A word that mixes scripts in one of them, if all its letters can be; else as it is."""
    latin = len(re.findall("[A-Za-z]", word))
    cyrillic = len(_CYRILLIC_LETTER.findall(word))
    as_cyrillic = word.translate(_SEEN if recognised else TO_CYRILLIC)
    as_latin = word.translate(TO_LATIN)
    can_be_cyrillic = not re.search("[A-Za-z]", as_cyrillic)
    can_be_latin = not _CYRILLIC_LETTER.search(as_latin)
    if can_be_cyrillic and can_be_latin:
        return as_cyrillic if russian or cyrillic > latin else as_latin
    if can_be_cyrillic and (cyrillic >= latin or russian):
        return as_cyrillic
    return as_latin if can_be_latin and (latin > cyrillic or not russian) else word


def _mixed(line: str) -> int:
    """How many words mix scripts as no name with an ending does."""
    words = (found[0] for found in _WORD.finditer(line) if _BOTH.search(found[0]))
    return sum(not _INFLECTED.fullmatch(word) for word in words)


def _is_russian(line: str) -> bool:
    """By the letters that look like none of the other script."""
    found = scripts(_ALIKE.sub("", line))
    return found.cyrillic > found.latin
