"""One lemma for each form of an English word, British and American spellings alike.

A table of irregular words and variants comes first, then a dictionary of forms, then the
regular endings; what is left is spelt in one way. Nouns in -ization meet their verbs;
otherwise derived words stay apart ("international" is not "internal", as with stemmers).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_STEPS = 3
_VOWEL = re.compile("[aeiouy]")
_SYLLABLE = re.compile("[aeiouy]+")
_ONE_SYLLABLE = re.compile("[^aeiou]*[aeiou][^aeiouwxy]$")  # "rat" of "rating": without its e
_DOUBLED = re.compile(r"([bdfglmnprtvz])\1$")
_OUR = re.compile(
    r"\b(arb|ard|arm|behavi|cand|clam|col|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc"
    r"|rig|rum|savi|splend|tum|val|vap|vig)our"
)
_IZE = re.compile(r"(?<=[a-z]{3})i[sz](?:ation|e)$")
_YZE = re.compile(r"ys(?=e$)")
_GREEK = re.compile(r"(?<=[a-z])ae(?=[a-z]{3})|oe(?=strogen|dema|soph)")
_LIKE_HISS = ("ches", "shes", "sses", "xes", "zes")
_SINGULAR = ("ss", "us", "is", "'s")
_SHORTEST = 3  # letters that a regular ending leaves


def read_table(table: str) -> dict[str, str]:
    """The lemma of each form in a table: after a line of headings, a lemma, a tab and its forms.

    A lemma is its own form, so that a word alone in its line is kept from all rules.
    """
    lemmas: dict[str, str] = {}
    for line in table.splitlines()[1:]:
        lemma, _, forms = line.partition("\t")
        lemmas.update(dict.fromkeys((lemma, *forms.split()), lemma))
    return lemmas


class English:
    """Finds lemmas by `table` (see `read_table`) and by `dictionary`, both from form to lemma."""

    def __init__(self, table: Mapping[str, str], dictionary: Mapping[str, str]) -> None:
        self._table = table
        self._dictionary = dictionary

    def lemma(self, word: str) -> str:
        """The lemma of a folded word."""
        word = word.removesuffix("'s").removesuffix("'")
        for _ in range(_STEPS):
            if word in self._table:
                return _spelt(self._table[word])  # what the table says is not looked up again
            found = self._once(word)
            if found == word:
                break
            word = found
        return _spelt(word)

    def _once(self, word: str) -> str:
        listed = self._dictionary.get(word)
        if listed is not None and listed != word and listed.isalpha() and listed.islower():
            return self._undoubled(listed)
        known = listed is not None
        if known and word.endswith("s") and (named := self._dictionary.get(word.capitalize())):
            return named.lower()  # "Russians"
        if word.endswith("ing"):
            return self._without(word, 3, known=known)
        if word.endswith("ed") and not known:
            return self._without(word, 2, known=False)
        if word.endswith("s") and not known:
            return _singular(word)
        return self._undoubled(word)

    def _undoubled(self, word: str) -> str:
        """British verbs that the dictionary takes for words of their own: "travell" of "travelled"."""
        single = word[:-1]
        if word.endswith("ll") and single in self._dictionary and len(_SYLLABLE.findall(single)) > 1:
            return single
        return word

    def _without(self, word: str, ending: int, *, known: bool) -> str:
        """The verb of a form in -ing or -ed; the form itself if it is `known` and no verb fits."""
        base = word[:-ending]
        if len(base) < _SHORTEST or not _VOWEL.search(base):
            return word
        undoubled = _DOUBLED.sub(r"\1", base)
        candidates = [base, base + "e", undoubled]
        if (base[-1] in "lcgszuv" and undoubled == base) or _ONE_SYLLABLE.match(base):
            candidates = [base + "e", base]
        for candidate in candidates:
            if candidate in self._table or candidate in self._dictionary:
                return candidate
        if known:
            return word
        return base if undoubled == base else undoubled


def _singular(word: str) -> str:
    if len(word) <= _SHORTEST or word.endswith(_SINGULAR):
        return word
    if word.endswith("ies") and len(word) > _SHORTEST + 2:
        return f"{word[:-3]}y"
    return word[: -2 if word.endswith(_LIKE_HISS) else -1]


def _spelt(lemma: str) -> str:
    """One spelling of a lemma: that of American books, but for words of the table. Not for showing."""
    lemma = _OUR.sub(r"\1or", lemma)
    lemma = _IZE.sub("ize", lemma)
    lemma = _YZE.sub("yz", lemma)
    return _GREEK.sub("e", lemma)
