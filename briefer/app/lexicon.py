"""Reads the lexicons that ship with Briefer, each named by its pair of languages."""

from __future__ import annotations

from briefer.app.resources import resource
from briefer.core.lexicon import Lexicon
from briefer.core.lexicon_table import parse_lexicon
from briefer.core.wordforms import WordForms


class Lexicons:
    """The lexicons by pair of languages, each read once, when first asked for."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms
        self._read: dict[frozenset[str], Lexicon] = {}

    def between(self, one: str, other: str) -> Lexicon:
        """The lexicon of two languages, in whichever order; without entries if there is none.

        Raises LexiconWrong when its table is damaged.
        """
        pair = frozenset((one, other))
        if pair not in self._read:
            self._read[pair] = self._load((one, other)) or self._load((other, one)) or self._empty(one, other)
        return self._read[pair]

    def _load(self, languages: tuple[str, str]) -> Lexicon | None:
        try:
            table = resource("lexicon", f"{'-'.join(languages)}.tsv")
        except FileNotFoundError:
            return None
        return Lexicon(parse_lexicon(table.read_text(encoding="utf-8")), languages, self._forms)

    def _empty(self, one: str, other: str) -> Lexicon:
        return Lexicon((), (one, other), self._forms)
