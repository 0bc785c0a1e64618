"""What a concordance is asked for: a word or a phrase, and nothing of the language of queries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.core.concordance.lines import term_stems
from briefer.core.errors import QueryWrong
from briefer.core.query import LONGEST
from briefer.core.query.fields import field_name
from briefer.core.wordforms import WordForms

MOST_WORDS = 12
_OPERATOR = re.compile(r"(?<!\S)(?:AND|OR|NOT|NEAR(?:/\w*)?)(?!\S)")
_FIELD = re.compile(r"([^\W\d_]+):(?=[^\s/])")
_SIGN = re.compile(r"(?<=\w)[*~]")
_EXCLUDED = re.compile(r"(?<!\S)-(?=[\w\"«“„(])")
_GROUP = re.compile(r"\s*\(\S+\s[^)]*\)")


def term_of(typed: str, forms: WordForms) -> tuple[str, ...]:
    """The stems of a word or phrase, with or without quotation marks.

    Raises QueryWrong: "empty", "too-long", "too-many-words", and "not-a-term" with the place of what belongs
    to a query: operators, brackets that group, fields, beginnings, likenesses. What may as well be text
    is text: headings in capitals ("PEACE AND SECURITY"), labels ("12 (a)"), "Programme (UNEP)", "Note: …".
    """
    if len(typed) > LONGEST:
        raise QueryWrong(position=LONGEST, reason="too-long")
    tokens = forms.tokens(typed)
    stems = term_stems(tokens)
    if not stems:
        raise QueryWrong(position=0, reason="empty")
    if (position := min(_of_a_query(typed, forms), default=None)) is not None:
        raise QueryWrong(position=position, reason="not-a-term")
    if len(stems) > MOST_WORDS:
        raise QueryWrong(position=tokens[MOST_WORDS].start, reason="too-many-words")
    return stems


def _of_a_query(typed: str, forms: WordForms) -> Iterator[int]:
    """Where something stands that only a query can mean."""
    if not _OPERATOR.sub("", typed).isupper():
        yield from (found.start() for found in _OPERATOR.finditer(typed))
    yield from (found.start() for found in _FIELD.finditer(typed) if field_name(found.group(1)) is not None)
    symbols = {token.end for token in forms.tokens(typed) if token.whole_symbol}  # may end in a star
    yield from (found.start() for found in _SIGN.finditer(typed) if found.start() not in symbols)
    yield from (found.start() for found in _EXCLUDED.finditer(typed))
    if group := _GROUP.match(typed):
        yield typed.index("(", group.start())
