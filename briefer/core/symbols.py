"""United Nations document symbols: parse, compare, find in running text.

Russian texts may spell a symbol with Cyrillic letters that look Latin; these are folded
for comparison, and the text itself is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefer.core.document import Span

_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХасеорху", "ABEKMHOPCTYXaceopxy")
_BODIES = (
    r"(?:A|S|E|ST|T|TD|CRC|CCPR|CEDAW|CAT|CERD|CMW|CED|DP|UNEP|UNW|HSP|ICCD|FCCC|CBD|CTOC|CAC"
    r"|UNODC|HRI|APLC|CD)"
)
_SEGMENT = r"[A-Z0-9][A-Za-z0-9.\-]*"
_SYMBOL = re.compile(
    rf"(?<![\w/.]){_BODIES}(?:/{_SEGMENT})+(?:/\({_SEGMENT}\)|\s\(\d{{4}}\))?\*{{0,2}}(?![\w/])"
)
_MODIFIER = re.compile(r"(Rev|Add|Corr|Amend|Summary)\.?\s?(\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class DocumentSymbol:
    """A symbol such as E/CN.7/2025/L.4/Rev.1, in Latin letters.

    `parts` are its segments; a trailing asterisk (technical reissue) is `reissued` and does
    not count in comparisons.
    """

    parts: tuple[str, ...]
    reissued: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return "/".join(self.parts)

    @property
    def body(self) -> str:
        return self.parts[0]

    @property
    def family(self) -> DocumentSymbol:
        """The symbol without its revisions, addenda, corrigenda and amendments."""
        kept = [part for part in self.parts if not _MODIFIER.fullmatch(part)]
        return DocumentSymbol(tuple(kept))


def fold(text: str) -> str:
    """`text` with Cyrillic letters that look like Latin ones replaced; same length."""
    return text.translate(_LOOK_ALIKES)


def parse_symbol(text: str) -> DocumentSymbol | None:
    """The symbol that the whole of `text` writes, None if it writes none."""
    found = _SYMBOL.fullmatch(fold(text.strip()))
    return _symbol(found.group()) if found else None


def find_symbols(text: str) -> list[tuple[Span, DocumentSymbol]]:
    """The symbols in running text with their places; a sentence's full stop is left out."""
    symbols = []
    for found in _SYMBOL.finditer(fold(text)):
        written = found.group().rstrip(".-")
        if any(character.isdigit() for character in written):
            symbols.append((Span(found.start(), found.start() + len(written)), _symbol(written)))
    return symbols


def _symbol(written: str) -> DocumentSymbol:
    bare = written.rstrip("*")
    return DocumentSymbol(tuple(bare.split("/")), reissued=bare != written)
