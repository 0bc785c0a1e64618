"""The word forms that the library searches by: the dictionaries of both languages, loaded when first needed.

Russian by pymorphy3, English by the dictionary of simplemma and our own table. How a lemma is
chosen is decided in `briefer.core`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefer.app.resources import resource
from briefer.core.english import English, read_table
from briefer.core.lemmas import Lemmas
from briefer.core.russian import Reading, Russian
from briefer.core.wordforms import Snowball, WordForms

if TYPE_CHECKING:
    from pymorphy3.analyzer import MorphAnalyzer, Parse

_GUESSED = "KnownSuffix"  # in the name of what goes by a word's ending


def library_forms() -> WordForms:
    """Word forms by lemma; nothing is loaded before a word has to be looked up."""
    return WordForms(Lemmas(_russian, _english))


def _russian() -> Russian:
    parse = _analyzer().parse

    def readings(word: str) -> Sequence[Reading]:
        return [_reading(found) for found in parse(word)]

    return Russian(readings, Snowball().stem)


def _reading(found: Parse) -> Reading:
    guessed = any(_GUESSED in type(step[0]).__name__ for step in found.methods_stack)
    return Reading(found.normal_form, str(found.tag.POS), found.score, guessed)


def _english() -> English:
    table = resource("wordforms", "en.tsv").read_text(encoding="utf-8")
    return English(read_table(table), _dictionary())


@cache  # it is never changed, and takes long to load
def _analyzer() -> MorphAnalyzer:
    import pymorphy3_dicts_ru
    from pymorphy3 import MorphAnalyzer

    # By its path, because a bundle has no entry points to find it by.
    return MorphAnalyzer(pymorphy3_dicts_ru.get_path())


@cache
def _dictionary() -> Mapping[str, str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return DefaultDictionaryFactory().get_dictionary("en")
