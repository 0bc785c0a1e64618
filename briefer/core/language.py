"""Which language a stretch of text is in, by script and by its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from briefer.core.values import dataclass

UNKNOWN = "und"
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u0481\u048a-\u052f]+")
_LATIN = re.compile("[A-Za-zªµºÀ-ÖØ-öø-\u024f\u1e00-\u1eff]+")
# What is certainly no letter of a third script; little is left of most texts.
_NEITHER = re.compile("[\x00-©«-´¶-¹»-¿×÷A-Za-zªµºÀ-ÖØ-öø-\u024f\u1e00-\u1eff\u0400-\u052f\u2000-\u206f]+")
_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
_BELARUSIAN = re.compile("ў", re.IGNORECASE)
_LATIN_WORDS = {
    "en": frozenset("the of and to in that for on with is by as at which be are this have its from".split()),
    "fr": frozenset("le la les de des et du en une un que pour dans par sur au aux est qui ce".split()),
    "es": frozenset("el la los las de del en que un una para por con su se es al lo como".split()),
    "de": frozenset("der die das und den von zu mit des im für ist dem auf eine ein nicht sich".split()),
    "pt": frozenset("os as de do da dos das em que para por com um uma no na se".split()),
    "it": frozenset("il la le di del della che per con un una dei gli al da su si".split()),
}
# Endings that a sixth of English words have and hardly any in other languages written in plain letters.
_ENGLISH_ENDING = re.compile(r".*(?:[bcdfghklmnprstvz]y|ed|ness|th|sh|ght|ck|ship|rs)")
LEAST_ENGLISH = 0.08
MOST_ACCENTED = 0.02


@dataclass(frozen=True, slots=True)
class Scripts:
    """How many letters of a text are Cyrillic, Latin, and of any other script."""

    cyrillic: int
    latin: int
    other: int

    @property
    def total(self) -> int:
        return self.cyrillic + self.latin + self.other


def scripts(text: str) -> Scripts:
    """Count the letters of `text` by script."""
    cyrillic = sum(map(len, _CYRILLIC.findall(text)))
    latin = sum(map(len, _LATIN.findall(text)))
    other = sum(character.isalpha() for character in _NEITHER.sub("", text))
    return Scripts(cyrillic, latin, other)


def language_of(text: str) -> str:
    """The language of a text of some length as a BCP 47 code, `und` when nothing tells.

    A text without any of the common words of the languages known here is English by the endings of its
    words, as lists of terms are, or `und`, unless it is too short to tell: then Latin letters are
    taken for English, Cyrillic for Russian.
    """
    found = scripts(text)
    if not found.total:
        return UNKNOWN
    if found.other > found.cyrillic + found.latin:
        return _other_script(text)
    if found.cyrillic >= found.latin:
        return _cyrillic(text, found.cyrillic)
    return _latin(text)


def _cyrillic(text: str, letters: int) -> str:
    if len(_BELARUSIAN.findall(text)) * 200 > letters:
        return "be"
    return "uk" if len(_UKRAINIAN.findall(text)) * 50 > letters else "ru"


def _latin(text: str) -> str:
    words = Counter(word.lower() for word in _WORD.findall(text))
    scores = {code: sum(words[word] for word in common) for code, common in _LATIN_WORDS.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    if scores[best] * 20 >= words.total() and scores[best]:
        return best
    return "en" if words.total() < 20 or _ends_as_english(words) else UNKNOWN


def _ends_as_english(words: Counter[str]) -> bool:
    accented = sum(not word.isascii() for word in words)
    ended = sum(_ENGLISH_ENDING.fullmatch(word) is not None for word in words)
    return accented <= MOST_ACCENTED * len(words) and ended >= LEAST_ENGLISH * len(words)


def _other_script(text: str) -> str:
    ranges = {"ar": ("\u0600", "\u06ff"), "zh": ("\u4e00", "\u9fff"), "el": ("\u0370", "\u03ff")}
    counts = {code: sum(low <= c <= high for c in text) for code, (low, high) in ranges.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else UNKNOWN
