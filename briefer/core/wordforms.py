"""Words of a text in the form in which they are compared: folded, by lemma or stem, with their places.

Used for search and wherever two texts are compared by their words. What a query asks for
is in `briefer.core.query`; finding letters as they stand in an open text is not done here.

The compared form is called the stem. The library searches by lemmas (`briefer.core.lemmas`);
alignment and its lexicon go by Snowball's stems. Either way the letters decide, not the
language of the version: Russian for words in Cyrillic letters, English for all others, so that
the English lines on a Russian cover page are found as well, and a word has one stem only.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, Protocol

import Stemmer

from briefer.core.document import Span
from briefer.core.symbols import fold as fold_look_alikes

# Soft hyphen, zero-width space and joiners, byte order mark: never seen, so never compared.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTER = r"[^\W_]"
_WITHIN = rf"[\u0300-\u036f{_INVISIBLE}]+|['’ʼ](?={_LETTER})"
_WORD = rf"{_LETTER}+(?:(?:{_WITHIN}){_LETTER}*)*"
_SEGMENT = rf"{_LETTER}+(?:[.\-]{_LETTER}+)*(?:\({_LETTER}+\))?"
_SYMBOL = rf"(?<![\w/.])[^\W\d_]{{1,8}}(?:/{_SEGMENT})+(?![\w/])"
_WORD_PATTERN = re.compile(_WORD)
_TOKEN_PATTERN = re.compile(rf"(?P<symbol>{_SYMBOL})|{_WORD}")
# As the library has it: 2 000 and 2,000 are one number, and so are 31.5 and 31,5; a word may be broken
# at a line's end, and co-operation is cooperation. 3.2.1 and 14.03.2025 stay words beside each other.
_BROKEN = r"-[ \t]*[\r\n]\s*(?=[^\W\d_])|(?<=\b[Cc]o)-(?=o)"
_WHOLE_WORD = rf"{_LETTER}+(?:(?:{_WITHIN}|{_BROKEN}){_LETTER}*)*"
_GROUPS = r"[1-9]\d{0,2}(?:[ ,\u00a0\u2009\u202f]\d{3})+(?!\d)"
_NUMBER = rf"(?<![\w/])(?<!\d[.,])(?:{_GROUPS}(?:[.,]\d+)?|\d+[.,]\d+)(?![\w/]|[.,]\d)"
_WHOLE_PATTERN = re.compile(rf"(?P<symbol>{_SYMBOL})|{_NUMBER}|{_WHOLE_WORD}")
_WITHOUT_SYMBOLS = re.compile(rf"{_NUMBER}|{_WHOLE_WORD}")  # much quicker
# A number that holds a space; the first is quick.
_GROUP, _ACROSS = (
    re.compile(r" \d{3}"),
    re.compile(r"\d \d{3}"),
)
_HYPHEN = re.compile(r"-\s*")
_GROUPED = re.compile(_GROUPS)
_BETWEEN_GROUPS = re.compile(r"[ ,\u00a0\u2009\u202f]")
_SYMBOL_PART = 4  # letters at most before the stop of L.4, which may be Cyrillic ones that look alike
_UNSEEN = re.compile(rf"[\u0300-\u036f{_INVISIBLE}]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

_CACHE = 100_000  # words
_SPARE = 6  # pieces between spaces without a word: dashes, stops
_LONGEST_PIECE = 40  # letters between spaces; longer ones hardly come again


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


class Stems(Protocol):
    """Gives words the form in which they are compared; other forms are another `method`."""

    @property
    def method(self) -> int: ...

    @property
    def made_by(self) -> str: ...

    def stem(self, word: str) -> str:
        """Of a folded word."""
        ...


class Snowball:
    """Stems by cutting endings off."""

    method = 1
    made_by = f"PyStemmer {Stemmer.version()}"

    def __init__(self) -> None:
        # Without a cache of their own, which costs more than it saves: what is known is known here.
        self._stemmers = {name: Stemmer.Stemmer(name, 0) for name in ("russian", "english")}

    def stem(self, word: str) -> str:
        return self._stemmers["russian" if _CYRILLIC.search(word) else "english"].stemWord(word)

    def stems_of(self, words: Sequence[str]) -> list[str]:
        """Those of many words at once."""
        russian, english = (self._stemmers[name].stemWords(words) for name in ("russian", "english"))
        return [
            ours if _CYRILLIC.search(word) else theirs
            for word, ours, theirs in zip(words, russian, english, strict=True)
        ]


class WordForms:
    """Splits texts into tokens. Holds the words it has met: make one and hand it down.

    Without `lemmas` stems are Snowball's; with them numbers and broken words are joined too.
    """

    def __init__(self, lemmas: Stems | None = None) -> None:
        self._stems: Stems = lemmas or Snowball()
        self._joins = lemmas is not None
        self._pattern = _WHOLE_PATTERN if self._joins else _TOKEN_PATTERN
        self._plain = _WITHOUT_SYMBOLS if self._joins else _WORD_PATTERN
        self._known: dict[str, str] = {}  # by the word as it is written
        self._learnt: dict[str, str] = {}  # by the folded word, like the next
        self._found: dict[str, str] = {}
        self._pieces = _Pieces(self._words)

    @property
    def method(self) -> int:
        """The number of the method by which stems are found."""
        return self._stems.method

    @property
    def made_by(self) -> str:
        """What finds them, and which release of it: another one may find others."""
        return self._stems.made_by

    def stem(self, word: str) -> str:
        """The compared form of one word: case, ё, accents and invisible characters folded."""
        known = self._known.get(word)
        if known is None:
            plain = self._folded(word)
            known = self._learnt.get(plain)
            if known is None:
                known = self._found[plain] = self._stems.stem(plain)
            if len(self._known) >= _CACHE:
                self._known.clear()
            self._known[word] = known
        return known

    def learn(self, stems: Mapping[str, str]) -> None:
        """Take over stems that were found before, by folded word, so that they need not be found again."""
        if len(self._learnt) >= _CACHE:
            self._learnt.clear()
        self._learnt.update(stems)

    def unmet(self, texts: Iterable[str]) -> set[str]:
        """The folded words of `texts` whose stems would have to be found."""
        written = {word for text in texts for word, _, _, whole in self._words(text) if not whole}
        folded = {self._folded(word) for word in written.difference(self._known)}
        return folded.difference(self._learnt)

    def found(self) -> dict[str, str]:
        """The stems found since this was last asked, by folded word: for `learn` another time."""
        found, self._found = self._found, {}
        self._learnt.update(found)
        return found

    def stems_of(self, words: Sequence[str]) -> list[str]:
        """The compared form of each of many words at once; of stems several times as quick as one by one."""
        if not isinstance(self._stems, Snowball):
            return [self.stem(word) for word in words]
        plain = [folded or word for folded, word in zip(_fold_all(words), words, strict=True)]
        return self._stems.stems_of(plain)

    def tokens(self, text: str) -> list[Token]:
        """The tokens in the order of the text."""
        return list(self._tokens(text))

    def spans(self, text: str, numbers: Collection[int]) -> dict[int, tuple[int, int]]:
        """Where the tokens with these numbers stand; those that are not there are left out.

        Much quicker than `tokens`: no stems are found, and what stands between spaces is cut once,
        because texts repeat it.
        """
        if "\n" in text or "\r" in text or (_GROUP.search(text) and _ACROSS.search(text)):
            listed = [word[1:3] for word in self._words(text)]
            return {number: listed[number] for number in numbers if number < len(listed)}
        found: dict[int, tuple[int, int]] = {}
        last = max(numbers, default=0)
        for most in (last + _SPARE, -1):  # mostly as many pieces as words are enough
            pieces = text.split(" ", most)
            if 0 <= most < len(pieces):
                pieces.pop()
            cut = list(map(self._pieces.__getitem__, pieces))
            counted = list(accumulate(map(len, cut)))
            if counted[-1] > last:
                break
        for number in numbers:
            place = bisect_right(counted, number)
            if place < len(pieces):
                begin = sum(map(len, pieces[:place])) + place
                start, end = cut[place][number - counted[place]]
                found[number] = (begin + start, begin + end)
        return found

    def stems(self, text: str) -> str:
        """The stems in order, a space before and after each: "" or " stem stem "."""
        if "/" in text or self._joins:  # perhaps a symbol
            stems = [word if whole else self.stem(word) for word, _, _, whole in self._words(text)]
        else:
            known = self._known
            stems = [known.get(word) or self.stem(word) for word in _WORD_PATTERN.findall(text)]
        return f" {' '.join(stems)} " if stems else ""

    def _tokens(self, text: str) -> Iterator[Token]:
        for word, start, end, whole in self._words(text):
            yield Token(word if whole else self.stem(word), start, end, whole)

    def _words(self, text: str) -> Iterator[tuple[str, int, int, bool]]:
        """Words as they are written with their places, and symbols, folded, before their parts."""
        pattern = self._pattern if "/" in text else self._plain
        for found in pattern.finditer(text):
            start, end = found.span()
            word = found.group()
            if found.lastgroup != "symbol":
                if self._joins and end - start <= _SYMBOL_PART and text[end : end + 1] == ".":
                    word = _latin_part(word, text[end + 1 : end + 2])
                yield word, start, end, False
                continue
            symbol = _folded_symbol(word)
            if symbol:
                yield symbol, start, end, True
            shown = symbol if symbol and len(symbol) == len(word) else word
            for part in _WORD_PATTERN.finditer(shown):
                yield part.group(), start + part.start(), start + part.end(), False

    def _folded(self, word: str) -> str:
        return fold(_joined(word) if self._joins else word)


class _Pieces(dict[str, tuple[tuple[int, int], ...]]):
    """Where the words of a text without spaces stand."""

    def __init__(self, words: Callable[[str], Iterable[tuple[str, int, int, bool]]]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, piece: str) -> tuple[tuple[int, int], ...]:
        spans = tuple(word[1:3] for word in self._words(piece))
        if len(piece) <= _LONGEST_PIECE:
            if len(self) >= _CACHE:
                self.clear()
            self[piece] = spans
        return spans


def _joined(word: str) -> str:
    """`word` without the hyphen of a line's end; a number as it is written in English, in one piece."""
    if not word[0].isdigit():
        return _HYPHEN.sub("", word)
    groups = _GROUPED.match(word)
    whole = _BETWEEN_GROUPS.sub("", groups.group()) if groups else ""
    return _HYPHEN.sub("", whole + word[len(groups.group()) if groups else 0 :].replace(",", "."))


def _fold_all(words: Sequence[str]) -> list[str]:
    """Each of `words` as `fold` makes it, "" where nothing of it is seen; no word holds a line's end."""
    return fold("\n".join(words)).split("\n") if words else []


def fold(word: str) -> str:
    """`word` in lower case, ё as е, without accents, soft hyphens and other invisible characters."""
    folded = unicodedata.normalize("NFKC", word).casefold().replace("ё", "е")
    return _UNSEEN.sub("", folded).replace("’", "'").replace("ʼ", "'") or word


def _folded_symbol(written: str) -> str | None:
    """A symbol in small Latin letters, None if `written` (such as "и/или") is none."""
    if not any(character.isdigit() for character in written):
        return None
    latin = fold_look_alikes(written.upper()).lower()
    return None if _CYRILLIC.search(latin) else latin


def _latin_part(word: str, after: str) -> str:
    """`word` in Latin letters if it is a capital part of a symbol ("С" of "С.3"), before a digit."""
    if not (after.isdigit() and word.isupper()):
        return word
    latin = fold_look_alikes(word)
    return word if _CYRILLIC.search(latin) else latin
