"""What to ask instead when nothing answers a query whose fields keep too much out."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.core.query.lexing import AND, NOT, OR, Lexeme, lexemes
from briefer.core.wordforms import WordForms


def without_a_field(typed: str, forms: WordForms) -> Iterator[str]:
    """The query without one of the fields that every answer must satisfy; never an empty one.

    `typed` can be read. A field in brackets, after NOT or beside OR is none of those.
    """
    found = list(lexemes(typed, forms))
    depths = _depths(found)
    if any(each.mark == OR and not depth for each, depth in zip(found, depths, strict=True)):
        return
    for number, each in enumerate(found):
        before = found[number - 1] if number else None
        if each.value is None or depths[number] or (before and before.mark == NOT):
            continue
        start, stop = each.position, each.value[1]
        if before and before.mark == AND:
            start = before.position
        elif number + 1 < len(found) and found[number + 1].mark == AND:
            stop = found[number + 1].position + len(AND)
        if rest := f"{typed[:start].rstrip()} {typed[stop:].lstrip()}".strip():
            yield rest


def _depths(found: list[Lexeme]) -> list[int]:
    """In how many brackets each stands."""
    depths, depth = [], 0
    for each in found:
        depth -= each.mark == ")"
        depths.append(depth)
        depth += each.mark == "("
    return depths
