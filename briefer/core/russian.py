"""One lemma for each form of a Russian word, chosen so that all forms of one word share it.

Most forms of a dictionary have one lemma; where they have several, the likeliest is not
always the one that keeps a paradigm together. So adverbs in -о count as their adjective
("важно"), adjectives made of participles as their verb ("связанный"), nouns made of
adjectives as the adjective ("прошлое"), and of lemmas that are about as likely the shorter
counts. Words that the dictionary has to guess are left to a stemmer, whose endings are
alike for all forms of a name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

_SHORT = "ADJS"
_PARTICIPLES = frozenset({"PRTF", "PRTS"})
_ADJECTIVES = frozenset({"ADJF", "ADJS"})
_ADVERBS = frozenset({"ADVB", "PRED", "PRCL", "CONJ", "COMP"})
_NOUN_ENDINGS = ("ое", "ее", "ая", "яя")
_CERTAIN = 0.9
_ABOUT_AS_LIKELY = 0.8
_STEPS = 2
# Words that have grown away from what their form comes from, or whose forms are another word's.
_OWN = {
    "бывший": "бывшая бывшего бывшее бывшей бывшем бывшему бывшею бывшие бывшим бывшими бывших бывшую",
    "будущий": "будущая будущего будущее будущей будущем будущему будущею будущие будущим будущими будущих"
    " будущую",
    "большой": "больше большая большие большим большими больших большую",
    "бремя": "бремен бремена бременам бременами бременах",
    "быть": "есть",
    "вести": "вели",
    "весь": "все",
    "время": "временами",
    "данные": "данными данным данных",
    "данный": "данная данного данное данной данном данному данною данную",
    "должный": "должно",
    "он": "им ним нем",
    "поручить": "поручи",
    "путь": "путем",
    "суд": "судов",
    "судно": "судна судном",
    "час": "часам часами часах часов часы",
    "этот": "эта эти этим этими этих это этого этой этом этому этою эту",
}
_LEMMAS = {form: lemma for lemma, forms in _OWN.items() for form in (lemma, *forms.split())}
_PRODUCTIVE = ("овать", "ировать")  # verbs that are made every day, and whose endings no stemmer joins


class Reading(NamedTuple):
    """What a form may be: its lemma, its part of speech (as in OpenCorpora), how likely it is from 0 to 1.

    `guessed` when the dictionary does not know the word and went by its ending.
    """

    lemma: str
    part: str
    score: float
    guessed: bool = False


class Russian:
    """Finds lemmas by `readings`, likeliest first; of guessed words `stem` is the lemma."""

    def __init__(self, readings: Callable[[str], Sequence[Reading]], stem: Callable[[str], str]) -> None:
        self._readings = readings
        self._stem = stem

    def lemma(self, word: str) -> str:
        """The lemma of a folded word, ё as е."""
        for _ in range(_STEPS):
            found = self._once(word)
            if found == word:
                break
            word = found
        return word

    def _once(self, word: str) -> str:
        if word in _LEMMAS:
            return _LEMMAS[word]
        readings = [r._replace(lemma=r.lemma.replace("ё", "е")) for r in self._readings(word)]
        if not readings or (readings[0].guessed and not readings[0].lemma.endswith(_PRODUCTIVE)):
            return self._stem(word)
        return _by_kind(readings) or _likeliest(readings)


def _by_kind(readings: Sequence[Reading]) -> str | None:
    """The lemma that another part of speech has, where that keeps the forms together."""
    top = readings[0]
    if top.part in _ADVERBS:
        return _first(readings, frozenset({_SHORT}))
    if top.score < _CERTAIN and top.part in _ADJECTIVES | _PARTICIPLES:
        return _first(readings, _PARTICIPLES)
    if top.part == "NOUN" and top.lemma.endswith(_NOUN_ENDINGS):
        return _first(readings, _ADJECTIVES)
    return None


def _first(readings: Sequence[Reading], parts: frozenset[str]) -> str | None:
    return next((reading.lemma for reading in readings if reading.part in parts), None)


def _likeliest(readings: Sequence[Reading]) -> str:
    scores: dict[str, float] = {}
    for reading in readings:
        scores[reading.lemma] = scores.get(reading.lemma, 0.0) + reading.score
    least = max(scores.values()) * _ABOUT_AS_LIKELY
    near = [lemma for lemma, score in scores.items() if score >= least]
    return readings[0].lemma if len(near) == 1 else min(near, key=lambda lemma: (len(lemma), lemma))
