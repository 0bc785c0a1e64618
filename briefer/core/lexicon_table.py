"""The table of a lexicon: what one entry is, and its text as values and back.

Where terms stand in a text is found in `briefer.core.lexicon`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefer.core.errors import LexiconWrong

DOMAINS = frozenset(
    (
        "abbreviations",
        "administration",  # budgets, staff, management
        "calendar",
        "countries",
        "crime",  # with terrorism and corruption
        "development",  # with economy, trade and finance
        "diplomacy",  # conduct between States, with politics
        "disarmament",
        "documents",  # what papers, their parts and their editors are called
        "drugs",
        "environment",
        "general",
        "health",
        "human-rights",
        "humanitarian",
        "law",
        "numbers",
        "organs",
        "peace",
        "peoples",  # adjectives of countries, peoples, languages
        "places",  # cities, seas, regions
        "procedure",
        "resolutions",
        "science",  # with technology
        "society",  # education, culture, religion
        "statistics",
    )
)
_COLUMNS = 3


class Entry(NamedTuple):
    """A word or phrase in dictionary form, its translation, and the domain where it is at home.

    `source` is in the first language of the lexicon, `target` in the second.
    """

    source: str
    target: str
    domain: str


def parse_lexicon(text: str) -> tuple[Entry, ...]:
    """The entries of a table: a line of headings, then two phrases and a domain a line, parted by tabs.

    Raises LexiconWrong with the number of the line, counted from 1, and a reason: "columns",
    "empty", "spaces", "domain" or "twice".
    """
    cells = [line.split("\t") for line in text.split("\n")[1:] if line]
    if not _sound(cells):
        raise _first_fault(text)
    return tuple(map(Entry._make, cells))


def format_lexicon(entries: Iterable[Entry], languages: tuple[str, str]) -> str:
    """The table of `entries`, as `parse_lexicon` reads it."""
    return "".join("\t".join(cells) + "\n" for cells in ((*languages, "domain"), *entries))


def _sound(cells: Sequence[Sequence[str]]) -> bool:
    """Whether every line is an entry. All at once, because every alignment waits for it."""
    spaced = "\t".join("\t".join(row) for row in cells)
    return (
        all(len(row) == _COLUMNS and row[0] and row[1] for row in cells)
        and DOMAINS.issuperset({row[-1] for row in cells})
        and " ".join(spaced.split()) == spaced.replace("\t", " ")
        and len({(row[0], row[1]) for row in cells}) == len(cells)
    )


def _first_fault(text: str) -> LexiconWrong:
    seen: set[tuple[str, str]] = set()
    for number, line in enumerate(text.split("\n"), start=1):
        if number == 1 or not line:
            continue
        cells = line.split("\t")
        reason = "columns" if len(cells) != _COLUMNS else _fault(line, cells)
        if not reason and (cells[0], cells[1]) in seen:
            reason = "twice"
        if reason:
            return LexiconWrong(line=number, reason=reason)
        seen.add((cells[0], cells[1]))
    return LexiconWrong(line=1, reason="columns")


def _fault(line: str, cells: Sequence[str]) -> str:
    if not all(cells):
        return "empty"
    if " ".join(line.split()) != line.replace("\t", " "):
        return "spaces"
    return "" if cells[-1] in DOMAINS else "domain"
