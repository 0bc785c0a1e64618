"""Queries that begin with a dash: `briefer search "-women drug"` asks for no option."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from briefer.cli.usage import QUERIES


def plain_queries(program: Any, words: Sequence[str]) -> list[str]:
    """`words` with what begins with one dash behind a bare `--`, where a query is awaited.

    Options of these commands are long (`--limit`); `program` is the typer application, which knows which
    of them take a value.
    """
    if words[0] not in QUERIES or "--" in words:
        return list(words)
    valued = {
        name
        for param in program.commands[words[0]].params
        if param.param_type_name == "option" and not param.is_flag
        for name in param.opts
    }
    plain: list[str] = [words[0]]
    dashed: list[str] = []
    for before, word in pairwise(words):
        one_dash = word.startswith("-") and not word.startswith("--") and len(word) > 1
        (dashed if one_dash and before not in valued else plain).append(word)
    return [*plain, "--", *dashed] if dashed else plain
