"""Queries read by recursive descent: lists of alternatives of lists of operands."""

from __future__ import annotations

from briefer.core.errors import QueryWrong
from briefer.core.query.lexing import AND, NOT, OR, Lexeme, lexemes
from briefer.core.query.values import All, Near, Not, Query, Some, Words
from briefer.core.wordforms import WordForms

LONGEST = 1000  # code points
MOST_WORDS = 64
DEEPEST = 16  # brackets in brackets


def parse_query(text: str, forms: WordForms) -> Query:
    """Read a query.

    Raises QueryWrong with `position` in code points and one of the reasons "empty", "wordless" (signs
    only), "too-long", "too-many-words", "too-deep", "quote-open", "bracket-open", "bracket-close",
    "operand-missing", "only-excluded" (nothing but NOT), "sign-alone" (* or ~ without a word),
    "beginning-short", "distance-wrong" (of ~, `most`), "near-wrong" (its distance, `most`),
    "near-operand" (beside NEAR stand neither words nor alternatives of them), and of fields
    "field-unknown", "value-missing", "language-wrong", "label-wrong", "date-wrong", "kind-wrong" and
    "stance-wrong" (with the `value`, and those `known`).
    """
    if len(text) > LONGEST:
        raise QueryWrong(position=LONGEST, reason="too-long")
    found = list(lexemes(text, forms))
    operands = [lexeme for lexeme in found if lexeme.operand is not None]
    if not found:
        if not text.strip():
            raise QueryWrong(position=0, reason="empty")
        raise QueryWrong(position=len(text) - len(text.lstrip()), reason="wordless")
    if len(operands) > MOST_WORDS:
        raise QueryWrong(position=operands[MOST_WORDS].position, reason="too-many-words")
    parser = _Parser(found, len(text))
    query = parser.read()
    if not _asks_for_something(query):
        start = next((start for start, part in parser.alternatives if not _asks_for_something(part)), 0)
        excluded = (each.position for each in found if each.mark == NOT and each.position >= start)
        raise QueryWrong(position=next(excluded, start), reason="only-excluded")
    return query


class _Parser:
    def __init__(self, found: list[Lexeme], end: int) -> None:
        self._lexemes = found
        self._next = 0
        self._end = end
        self.alternatives: list[tuple[int, Query]] = []  # of the query as a whole, with their places

    def read(self) -> Query:
        query = self._some(0)
        if self._next < len(self._lexemes):
            raise QueryWrong(position=self._position, reason="bracket-close")
        return query

    @property
    def _mark(self) -> str | None:
        """The operator or bracket that comes next; "" before an operand, None at the end."""
        return self._lexemes[self._next].mark if self._next < len(self._lexemes) else None

    @property
    def _position(self) -> int:
        return self._lexemes[self._next].position if self._next < len(self._lexemes) else self._end

    def _some(self, depth: int) -> Query:
        parts = [self._alternative(depth)]
        while self._mark == OR:
            self._next += 1
            parts.append(self._alternative(depth))
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def _alternative(self, depth: int) -> Query:
        start = self._position
        part = self._all(depth)
        if depth == 0:
            self.alternatives.append((start, part))
        return part

    def _all(self, depth: int) -> Query:
        parts = [self._operand(depth)]
        while self._mark not in {None, OR, ")"}:
            if self._mark == AND:
                self._next += 1
            parts.append(self._operand(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _operand(self, depth: int) -> Query:
        negated = False
        while self._mark == NOT:
            negated = not negated
            self._next += 1
        part = self._neighbours(depth)
        return Not(part) if negated else part

    def _neighbours(self, depth: int) -> Query:
        """An operand with those that NEAR ties to it, each to the one before."""
        pairs: list[Query] = []
        before = self._single(depth)
        first = before
        while self._mark == "NEAR":
            near = self._lexemes[self._next]
            self._next += 1
            after = self._single(depth)
            pairs.append(_near(before, after, near))
            before = after
        if not pairs:
            return first
        return pairs[0] if len(pairs) == 1 else All(tuple(pairs))

    def _single(self, depth: int) -> Query:
        return self._group(depth) if self._mark == "(" else self._leaf()

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

    def _leaf(self) -> Query:
        lexeme = self._lexemes[self._next] if self._next < len(self._lexemes) else None
        if lexeme is None or lexeme.operand is None:
            raise QueryWrong(position=self._position, reason="operand-missing")
        self._next += 1
        return lexeme.operand


def _near(before: Query, after: Query, near: Lexeme) -> Query:
    """One beside the other; of alternatives, each beside each."""
    ours, theirs = _alternatives(before), _alternatives(after)
    if not ours or not theirs:
        raise QueryWrong(position=near.position, reason="near-operand")
    if len(ours) * len(theirs) > MOST_WORDS:
        raise QueryWrong(position=near.position, reason="too-many-words")
    pairs = tuple(Near(one, other, near.distance) for one in ours for other in theirs)
    return pairs[0] if len(pairs) == 1 else Some(pairs)


def _alternatives(query: Query) -> tuple[Words, ...]:
    """The words or phrases any of which satisfies `query`, none if it is not made of such."""
    if isinstance(query, Words):
        return (query,)
    if not isinstance(query, Some):
        return ()
    parts = [_alternatives(part) for part in query.parts]
    return tuple(words for part in parts for words in part) if all(parts) else ()


def _asks_for_something(query: Query) -> bool:
    """Whether everything that satisfies `query` has something that it asks for."""
    match query:
        case Not():
            return False
        case All(parts):
            return any(_asks_for_something(part) for part in parts)
        case Some(parts):
            return all(_asks_for_something(part) for part in parts)
        case _:
            return True
