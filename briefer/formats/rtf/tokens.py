"""Cuts RTF into its tokens: braces, control words and symbols, bytes of text.

No library in Python keeps tables, notes and lists of RTF apart; those there are give plain text, or write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n\0]+)"
    rb"|\\(?P<symbol>[^a-zA-Z])",
    re.DOTALL,
)
# Within what is passed over, only this can end it or has to be passed over as a whole.
_SKIPPED = re.compile(rb"[{}]|\\bin(?P<bin>\d{1,10}) ?|\\.", re.DOTALL)


class Token(NamedTuple):
    """`kind` is "{", "}", "word", "symbol", "text" or "byte"; `number` is None for a word without one."""

    kind: str
    word: str = ""
    number: int | None = None
    data: bytes = b""


class Tokens:
    """The tokens of `data` in order; what follows can be passed over to the end of its group."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def __iter__(self) -> Iterator[Token]:
        while found := _TOKEN.search(self._data, self._at):
            self._at = found.end()
            kind = found.lastgroup
            if found["word"] is not None:
                word = found["word"].decode("ascii")
                number = None if found["number"] is None else int(found["number"])
                if word == "bin":
                    self._at += max(0, number or 0)
                else:
                    yield Token("word", word, number)
            elif kind == "hex":
                yield Token("byte", data=bytes((int(found["hex"], 16),)))
            elif kind == "text":
                yield Token("text", data=found["text"])
            elif kind == "symbol":
                yield Token("symbol", found["symbol"].decode("latin-1"))
            else:
                yield Token(found[0].decode("ascii"))

    def skip(self) -> None:
        """Pass over the rest of the group that is open; its closing brace comes next."""
        depth = 0
        while found := _SKIPPED.search(self._data, self._at):
            brace = found[0]
            if brace == b"}":
                if depth == 0:
                    self._at = found.start()
                    return
                depth -= 1
            elif brace == b"{":
                depth += 1
            self._at = found.end() + (int(found["bin"]) if found["bin"] else 0)
        self._at = len(self._data)
