"""What a search over the library asks for, as a value, and how it is read from what is typed.

The language of queries:

- ``drug control``: both words, in any of their forms, in any order;
- ``"drug control"`` (or «…», “…”): these words next to each other, in any of their forms;
- ``drug OR precursor``: either; OR binds more loosely than the space between words;
- ``drug NOT control``, ``drug -control``: the first without the second;
- ``(drug OR precursor) control``: brackets group;
- ``E/CN.7/2025/L.4``: this very symbol; a part of one, such as ``L.4``, is found too.

AND, OR and NOT are operators in capital letters only. Words joined by other characters
(``follow-up``, ``63/1``) stand next to each other as in a phrase. Beginnings (``drug*``)
and likenesses (``drug~``) are refused rather than misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefer.core.errors import QueryWrong
from briefer.core.wordforms import WordForms

LONGEST = 1000  # code points
MOST_WORDS = 64
DEEPEST = 16  # brackets in brackets

_CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»"}
_RUN = re.compile(r'[^\s"“”„«»()]+(?:\([^\s"“”„«»()]+\)[^\s"“”„«»()]*)*')
_EXCLUDES_GROUP = re.compile(r'-(?=["“„«(])')
_UNSUPPORTED = re.compile(r"(?<=\w)[*~]")


@dataclass(frozen=True, slots=True)
class Words:
    """One word, or several next to each other, as stems."""

    stems: tuple[str, ...]

    @property
    def needle(self) -> str:
        """What stands in a paragraph's string of stems when it holds these words."""
        return f" {' '.join(self.stems)} "


@dataclass(frozen=True, slots=True)
class Not:
    part: Query


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of the parts."""

    parts: tuple[Query, ...]


Query = Words | Not | All | Some


def parse_query(text: str, forms: WordForms) -> Query:
    """Read a query.

    Raises QueryWrong with `position` in code points and one of the reasons "empty",
    "too-long", "too-many-words", "too-deep", "quote-open", "bracket-open",
    "bracket-close", "operand-missing", "only-excluded" (nothing but NOT) and "unsupported".
    """
    if len(text) > LONGEST:
        raise QueryWrong(position=LONGEST, reason="too-long")
    lexemes = list(_lexemes(text, forms))
    words = [lexeme for lexeme in lexemes if lexeme.words is not None]
    if not lexemes:
        raise QueryWrong(position=0, reason="empty")
    if len(words) > MOST_WORDS:
        raise QueryWrong(position=words[MOST_WORDS].position, reason="too-many-words")
    query = _Parser(lexemes, len(text)).read()
    if not _asks_for_something(query):
        raise QueryWrong(position=0, reason="only-excluded")
    return query


class _Lexeme(NamedTuple):
    """An operator or bracket (`mark`), or words."""

    position: int
    mark: str = ""
    words: Words | None = None


def _lexemes(text: str, forms: WordForms) -> Iterator[_Lexeme]:
    position = 0
    while position < len(text):
        character = text[position]
        if character in _CLOSING:
            end = _closing_quote(text, position)
            stems = tuple(token.stem for token in forms.tokens(text[position + 1 : end]))
            if stems:
                yield _Lexeme(position, words=Words(stems))
            position = end + 1
        elif character in "()":
            yield _Lexeme(position, character)
            position += 1
        elif _EXCLUDES_GROUP.match(text, position):
            yield _Lexeme(position, "NOT")
            position += 1
        elif run := _RUN.match(text, position):
            yield from _read_run(run.group(), position, forms)
            position = run.end()
        else:
            position += 1


def _closing_quote(text: str, start: int) -> int:
    for end in range(start + 1, len(text)):
        if text[end] in _CLOSING[text[start]]:
            return end
    raise QueryWrong(position=start, reason="quote-open")


def _read_run(run: str, position: int, forms: WordForms) -> Iterator[_Lexeme]:
    if run in {"AND", "OR", "NOT"}:
        yield _Lexeme(position, run)
        return
    if run == "-":
        return
    if run[0] == "-":
        yield _Lexeme(position, "NOT")
    tokens = forms.tokens(run)
    symbols = [token for token in tokens if token.whole_symbol]
    unsupported = _UNSUPPORTED.search(run)
    if unsupported and not symbols:
        raise QueryWrong(position=position + unsupported.start(), reason="unsupported")
    if symbols:
        for token in symbols:
            yield _Lexeme(position + token.start, words=Words((token.stem,)))
    elif tokens:
        yield _Lexeme(position + tokens[0].start, words=Words(tuple(token.stem for token in tokens)))


class _Parser:
    """Recursive descent: or-list of and-lists of operands."""

    def __init__(self, lexemes: list[_Lexeme], end: int) -> None:
        self._lexemes = lexemes
        self._next = 0
        self._end = end

    def read(self) -> Query:
        query = self._some(0)
        if self._next < len(self._lexemes):
            raise QueryWrong(position=self._position, reason="bracket-close")
        return query

    @property
    def _mark(self) -> str | None:
        """The operator or bracket that comes next; "" before words, None at the end."""
        return self._lexemes[self._next].mark if self._next < len(self._lexemes) else None

    @property
    def _position(self) -> int:
        return self._lexemes[self._next].position if self._next < len(self._lexemes) else self._end

    def _some(self, depth: int) -> Query:
        parts = [self._all(depth)]
        while self._mark == "OR":
            self._next += 1
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def _all(self, depth: int) -> Query:
        parts = [self._operand(depth)]
        while self._mark not in {None, "OR", ")"}:
            if self._mark == "AND":
                self._next += 1
            parts.append(self._operand(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _operand(self, depth: int) -> Query:
        negated = False
        while self._mark == "NOT":
            negated = not negated
            self._next += 1
        part = self._group(depth) if self._mark == "(" else self._words()
        return Not(part) if negated else part

    def _group(self, depth: int) -> Query:
        opened = self._position
        if depth == DEEPEST:
            raise QueryWrong(position=opened, reason="too-deep")
        self._next += 1
        part = self._some(depth + 1)
        if self._mark != ")":
            raise QueryWrong(position=opened, reason="bracket-open")
        self._next += 1
        return part

    def _words(self) -> Words:
        lexeme = self._lexemes[self._next] if self._next < len(self._lexemes) else None
        if lexeme is None or lexeme.words is None:
            raise QueryWrong(position=self._position, reason="operand-missing")
        self._next += 1
        return lexeme.words


def _asks_for_something(query: Query) -> bool:
    """Whether everything that satisfies `query` holds at least one of its words."""
    match query:
        case Words():
            return True
        case Not():
            return False
        case All(parts):
            return any(_asks_for_something(part) for part in parts)
        case Some(parts):
            return all(_asks_for_something(part) for part in parts)
