"""Reads what is known of two languages for aligning them: lexicon, sounds, numerals."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefer.app.lexicon import Lexicons, worked_out
from briefer.app.resources import resource
from briefer.core.align.teaching import Taught, untaught
from briefer.core.terms import TermFinder
from briefer.core.wordforms import WordForms

if TYPE_CHECKING:
    from briefer.core.align.knowledge import Knowledge

Teacher = Callable[[str | None], Taught]  # given a document that does not count


class Languages:
    """What is known of pairs of languages, each read once, when first asked for."""

    def __init__(self, forms: WordForms, lexicons: Lexicons, taught: Teacher = untaught) -> None:
        self._forms = forms
        self._lexicons = lexicons
        self._taught = taught
        self._read: dict[frozenset[str], Knowledge] = {}

    def between(self, one: str, other: str) -> Knowledge:
        """What is known of two languages, in whichever order."""
        pair = frozenset((one, other))
        if pair not in self._read:
            self._read[pair] = self._load(one, other)
        return self._read[pair]

    def taught(self, left: str, right: str, apart_from: str | None = None) -> Sequence[tuple[str, str]]:
        """The pairs of stems that documents already aligned, but for one, have taught of two languages."""
        return self._taught(apart_from).between(left, right)

    def terms(self, one: str, other: str) -> TermFinder:
        """What finds terms by the lexicon of two languages. Raises LexiconWrong."""
        return TermFinder(self._lexicons.between(one, other), self._forms)

    def _load(self, one: str, other: str) -> Knowledge:
        # Brings NumPy, which no command but those that align should wait for. Its threads for
        # matrices, of which there are none here, cost more to start than all the rest of it.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from briefer.core.align.knowledge import Knowledge
        from briefer.core.align.numerals import parse_numerals
        from briefer.core.align.sounds import parse_sounds

        sounds = _table("transliteration", f"{one}-{other}") or _table("transliteration", f"{other}-{one}")
        numerals = {language: _table("numerals", language) for language in (one, other)}
        pages = _table("numerals", "pages") or ""
        lexicon = self._lexicons.between(one, other)
        return Knowledge(
            self._forms,
            lexicon,
            parse_sounds(sounds) if sounds else {},
            {language: parse_numerals(table) for language, table in numerals.items() if table},
            frozenset(line.split("\t")[1] for line in pages.splitlines()[1:]),
            worked_out(lexicon),
        )


def known_languages(taught: Teacher = untaught) -> Languages:
    """What ships with Briefer, and what a library has `taught`; nothing is read before it is asked for."""
    forms = WordForms()
    return Languages(forms, Lexicons(forms), taught)


def _table(folder: str, name: str) -> str | None:
    try:
        return resource(folder, f"{name}.tsv").read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
