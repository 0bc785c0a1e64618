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
    entries: dict[tuple[str, str], Entry] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if number == 1 or not line:
            continue
        cells = line.split("\t")
        if len(cells) != _COLUMNS:
            raise LexiconWrong(line=number, reason="columns")
        source, target, domain = cells
        if reason := _fault(line, cells) or ("twice" if (source, target) in entries else ""):
            raise LexiconWrong(line=number, reason=reason)
        entries[source, target] = Entry(source, target, domain)
    return tuple(entries.values())


def format_lexicon(entries: Iterable[Entry], languages: tuple[str, str]) -> str:
    """The table of `entries`, as `parse_lexicon` reads it."""
    return "".join("\t".join(cells) + "\n" for cells in ((*languages, "domain"), *entries))


def _fault(line: str, cells: Sequence[str]) -> str:
    if not all(cells):
        return "empty"
    if " ".join(line.split()) != line.replace("\t", " "):
        return "spaces"
    return "" if cells[-1] in DOMAINS else "domain"
