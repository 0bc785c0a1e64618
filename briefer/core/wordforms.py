"""Words of a text in the form in which they are compared: folded, stemmed, with their places.

Used for search and wherever two texts are compared by their words. What a query asks for
is in `briefer.core.query`; finding letters as they stand in an open text is not done here.

Stems are Snowball's: Russian for words in Cyrillic letters, English for all others. The
letters decide, not the language of the version, so that the English lines on a Russian
cover page are found as well, and a word of a query has one stem only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import Stemmer

from briefer.core.document import Span
from briefer.core.symbols import fold as fold_look_alikes

# Soft hyphen, zero-width space and joiners, byte order mark: never seen, so never compared.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_APOSTROPHES = str.maketrans("’ʼ", "''")
_LETTER = r"[^\W_]"
_WORD = rf"{_LETTER}(?:{_LETTER}|[\u0300-\u036f{_INVISIBLE}]|['’ʼ](?={_LETTER}))*"
_SEGMENT = rf"{_LETTER}+(?:[.\-]{_LETTER}+)*(?:\({_LETTER}+\))?"
_SYMBOL = rf"(?<![\w/.])[^\W\d_]{{1,8}}(?:/{_SEGMENT})+(?![\w/])"
_WORD_PATTERN = re.compile(_WORD)
_TOKEN_PATTERN = re.compile(rf"(?P<symbol>{_SYMBOL})|{_WORD}")
_UNSEEN = re.compile(rf"[\u0300-\u036f{_INVISIBLE}]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

_CACHE = 100_000  # words


class Token(NamedTuple):
    """A word of a text, or a whole document symbol, which stands before its own parts.

    `stem` is what is compared; it holds no space. `start` and `end` are code points in the text.
    """

    stem: str
    start: int
    end: int
    whole_symbol: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class WordForms:
    """Splits texts into tokens. Holds the stemmers and their caches: make one and hand it down."""

    def __init__(self) -> None:
        # Without a cache of their own, which costs more than it saves: what is known is known here.
        self._stemmers = {name: Stemmer.Stemmer(name, 0) for name in ("russian", "english")}
        self._known: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """The compared form of one word: case, ё, accents and invisible characters folded."""
        known = self._known.get(word)
        if known is None:
            plain = fold(word)
            known = self._stemmers["russian" if _CYRILLIC.search(plain) else "english"].stemWord(plain)
            if len(self._known) >= _CACHE:
                self._known.clear()
            self._known[word] = known
        return known

    def stems_of(self, words: Sequence[str]) -> list[str]:
        """The compared form of each of many words at once, several times as quick as one by one."""
        plain = [folded or word for folded, word in zip(_fold_all(words), words, strict=True)]
        russian, english = (self._stemmers[name].stemWords(plain) for name in ("russian", "english"))
        return [
            ours if _CYRILLIC.search(word) else theirs
            for word, ours, theirs in zip(plain, russian, english, strict=True)
        ]

    def tokens(self, text: str) -> list[Token]:
        """The tokens in the order of the text."""
        return list(self._tokens(text))

    def stems(self, text: str) -> str:
        """The stems in order, a space before and after each: "" or " stem stem "."""
        if "/" in text:  # perhaps a symbol
            stems = [token.stem for token in self._tokens(text)]
        else:
            known = self._known
            stems = [known.get(word) or self.stem(word) for word in _WORD_PATTERN.findall(text)]
        return f" {' '.join(stems)} " if stems else ""

    def _tokens(self, text: str) -> Iterator[Token]:
        for found in _TOKEN_PATTERN.finditer(text):
            if found.lastgroup != "symbol":
                yield Token(self.stem(found.group()), found.start(), found.end())
                continue
            symbol = _folded_symbol(found.group())
            if symbol:
                yield Token(symbol, found.start(), found.end(), whole_symbol=True)
            shown = symbol if symbol and len(symbol) == len(found.group()) else found.group()
            for part in _WORD_PATTERN.finditer(shown):
                start = found.start() + part.start()
                yield Token(self.stem(part.group()), start, start + len(part.group()))


def _fold_all(words: Sequence[str]) -> list[str]:
    """Each of `words` as `fold` makes it, "" where nothing of it is seen; no word holds a line's end."""
    return fold("\n".join(words)).split("\n") if words else []


def fold(word: str) -> str:
    """`word` in lower case, ё as е, without accents, soft hyphens and other invisible characters."""
    folded = unicodedata.normalize("NFKC", word).casefold().replace("ё", "е")
    return _UNSEEN.sub("", folded).translate(_APOSTROPHES) or word


def _folded_symbol(written: str) -> str | None:
    """A symbol in small Latin letters, None if `written` (such as "и/или") is none."""
    if not any(character.isdigit() for character in written):
        return None
    latin = fold_look_alikes(written.upper()).lower()
    return None if _CYRILLIC.search(latin) else latin
