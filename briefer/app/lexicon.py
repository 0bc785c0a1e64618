"""Reads the lexicons that ship with Briefer, each named by its pair of languages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.app.resources import resource
from briefer.core.lexicon import Lexicon
from briefer.core.lexicon_table import Entry, parse_lexicon
from briefer.core.wordforms import WordForms

if TYPE_CHECKING:
    from briefer.core.align.translations import Translations


class Lexicons:
    """The lexicons by pair of languages, each read once, when one of its entries is first asked for."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms
        self._read: dict[frozenset[str], Lexicon] = {}

    def between(self, one: str, other: str) -> Lexicon:
        """The lexicon of two languages, in whichever order; without entries if there is none.

        Using it raises LexiconWrong when its table is damaged.
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
        return Lexicon(_Table(table), languages, self._forms)

    def _empty(self, one: str, other: str) -> Lexicon:
        return Lexicon((), (one, other), self._forms)


def worked_out(lexicon: Lexicon) -> Translations | None:
    """The words that translate each other by `lexicon`, as they were worked out of the same table before.

    None if they were not, or by other stems; then whoever wants them works them out.
    """
    from briefer.core.align.word_table import parse_words

    try:
        table = resource("lexicon", f"{'-'.join(lexicon.languages)}.words.tsv").read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    return parse_words(table, key_of(lexicon))


def key_of(lexicon: Lexicon) -> str:
    """What tells from which table and by which stems words are worked out."""
    table = resource("lexicon", f"{'-'.join(lexicon.languages)}.tsv")
    return f"{hashlib.sha256(table.read_bytes()).hexdigest()} {lexicon.stemmed_by}"


class _Table:
    """The entries of a table, read whenever they are asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __iter__(self) -> Iterator[Entry]:
        return iter(parse_lexicon(self._path.read_text(encoding="utf-8")))
