"""A query as it is typed, cut into operators, brackets and operands with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefer.core.errors import QueryWrong
from briefer.core.query.fields import MOST_APART, NEAR, field_name, read_field
from briefer.core.query.values import Beginning, Like, Place, Query, Words
from briefer.core.wordforms import Token, WordForms, fold

AND, OR, NOT = "AND", "OR", "NOT"
SHORTEST_BEGINNING = 2  # letters; fewer would be any word
FARTHEST = 2  # letters between alike words

_CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»"}
_RUN = re.compile(r'[^\s"“”„«»()]+(?:\([^\s"“”„«»()]+\)[^\s"“”„«»()]*)*')
_GROUPED = re.compile(r'\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?=[\s"“”„«»(),.;]|$)')
_FIELD = re.compile(r"([^\W\d_]+):(?!//)")
_EXCLUDES = re.compile(r'-(?=["“„«(]|[^\W\d_]+:)')
_NEAR = re.compile(r"NEAR(?:/(\w*))?")
_SIGN = re.compile(r"[*~]")
_DISTANCE = re.compile(r"~([\w.]*)")


class Lexeme(NamedTuple):
    """An operator or bracket (`mark`; of NEAR with its `distance`), or an operand.

    `value` is where the value of a field begins and ends, with its quotation marks.
    """

    position: int
    mark: str = ""
    operand: Query | None = None
    distance: int = 0
    value: tuple[int, int] | None = None


def lexemes(text: str, forms: WordForms) -> Iterator[Lexeme]:
    """Raises QueryWrong with the place of what cannot be read."""
    position = 0
    while position < len(text):
        character = text[position]
        if character in _CLOSING:
            end = _closing_quote(text, position)
            if words := _words(text[position + 1 : end], position + 1, forms):
                yield Lexeme(position, operand=words)
            position = end + 1
        elif character in "()":
            yield Lexeme(position, character)
            position += 1
        elif _EXCLUDES.match(text, position):
            yield Lexeme(position, NOT)
            position += 1
        elif found := _FIELD.match(text, position):
            lexeme, position = _field(text, found, forms)
            yield lexeme
        elif run := _GROUPED.match(text, position) or _RUN.match(text, position):
            yield from _read_run(run.group(), position, forms)
            position = run.end()
        else:
            position += 1


def _closing_quote(text: str, start: int) -> int:
    for end in range(start + 1, len(text)):
        if text[end] in _CLOSING[text[start]]:
            return end
    raise QueryWrong(position=start, reason="quote-open")


def _field(text: str, found: re.Match[str], forms: WordForms) -> tuple[Lexeme, int]:
    name = field_name(found.group(1))
    if name is None:
        raise QueryWrong(position=found.start(), reason="field-unknown", value=found.group(1))
    start = found.end()
    if text[start : start + 1] in _CLOSING:
        end = _closing_quote(text, start)
        value, after = text[start + 1 : end], end + 1
    else:
        run = _RUN.match(text, start)
        value, after = (run.group(), run.end()) if run else ("", start)
    operand = read_field(name, value, start, forms)
    return Lexeme(found.start(), operand=operand, value=(start, after)), after


def _read_run(run: str, position: int, forms: WordForms) -> Iterator[Lexeme]:
    if run in {AND, OR, NOT}:
        yield Lexeme(position, run)
        return
    if near := _NEAR.fullmatch(run):
        yield Lexeme(position, "NEAR", distance=_apart(near.group(1), position))
        return
    if run == "-":
        return
    if run[0] == "-":
        yield Lexeme(position, NOT)
    tokens = forms.tokens(run)
    symbols = [token for token in tokens if token.whole_symbol]
    for token in symbols:
        yield Lexeme(position + token.start, operand=Words((token.stem,)))
    if not symbols and (words := _words(run, position, forms)):
        yield Lexeme(position + tokens[0].start, operand=words)


def _apart(written: str | None, position: int) -> int:
    if written is None:
        return NEAR
    if not (written.isascii() and written.isdigit() and len(written) < len("1000")):
        raise QueryWrong(position=position, reason="near-wrong", most=MOST_APART)
    if not 1 <= int(written) <= MOST_APART:
        raise QueryWrong(position=position, reason="near-wrong", most=MOST_APART)
    return int(written)


def _words(text: str, position: int, forms: WordForms) -> Words | None:
    """The words of `text`, those before * as beginnings and those before ~ as likenesses."""
    tokens = forms.tokens(text)
    places: list[Place] = []
    read = 0
    for token in tokens:
        if token.start < read:
            continue  # the distance after ~
        _no_sign(text[read : token.start], position + read)
        place, read = _place(text, token, position)
        places.append(place)
    _no_sign(text[read:], position + read)
    return Words(tuple(places)) if places else None


def _no_sign(text: str, position: int) -> None:
    if sign := _SIGN.search(text):
        raise QueryWrong(position=position + sign.start(), reason="sign-alone")


def _place(text: str, token: Token, position: int) -> tuple[Place, int]:
    """What a word asks for, and where what it is written with ends."""
    sign = text[token.end : token.end + 1]
    if sign == "*":
        if token.whole_symbol:
            return token.stem, token.end + 1  # a star that belongs to the symbol
        letters = fold(text[token.start : token.end])
        if len(letters) < SHORTEST_BEGINNING:
            raise QueryWrong(position=position + token.end, reason="beginning-short")
        return Beginning(letters), token.end + 1
    if sign == "~" and (found := _DISTANCE.match(text, token.end)):
        distance = found.group(1) or "1"
        if distance not in map(str, range(1, FARTHEST + 1)):
            raise QueryWrong(position=position + token.end, reason="distance-wrong", most=FARTHEST)
        return Like(fold(text[token.start : token.end]), int(distance)), found.end()
    return token.stem, token.end
