"""Finding a paragraph by its label as a person may write it, or by the page it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefer.core.document import Document, Version
from briefer.core.labels import canonical_label

MOST = 200
_HEADS = ("paragraph", "para.", "пункт", "абзац", "op", "оп")  # what a label may be begun with
_PAGE = re.compile(r"\s*(?:p|pp|page|с|стр|страница)\.?\s*(?P<page>\d{1,5})\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Goal:
    """A paragraph that may be meant. `label` is None for the first of a page."""

    language: str
    index: int
    label: str | None
    text: str


def goals(document: Document, asked: str, language: str | None = None, most: int = MOST) -> tuple[Goal, ...]:
    """What `asked` may mean, the likeliest first: that label, then those that begin so.

    Of paragraphs that correspond to each other the one in `language` is named, or the first;
    in one language alone a label is found there. Nothing asked means every label, those of notes last.
    """
    versions = sorted(document.versions, key=lambda version: version.language != language)
    if (page := _PAGE.fullmatch(asked)) and not (asked.strip().lower().startswith("pp")):
        return tuple(_on_page(versions, int(page["page"])))[:most]
    wanted = _wanted(asked)
    found: list[tuple[tuple[bool, bool, int], Goal]] = []
    taken: set[tuple[str, int]] = set()
    for version in versions:
        for goal in _labelled(version, wanted):
            if (goal.language, goal.index) not in taken:
                taken.update(_counterparts(document, goal))
                key = _key(goal.label or "")
                note = not any(letter.isalnum() for letter in key)
                found.append(((key != wanted, note, len(key) if wanted else 0), goal))
    found.sort(key=lambda each: each[0])
    return tuple(goal for _rank, goal in found)[:most]


def means(goal: Goal, asked: str) -> bool:
    """Whether a goal is what was asked for, and not only begins like it."""
    return goal.label is None or _wanted(asked) == _key(goal.label)


def _labelled(version: Version, wanted: str) -> Iterator[Goal]:
    for index, paragraph in enumerate(version.paragraphs):
        if paragraph.label is not None and _key(paragraph.label).startswith(wanted):
            yield Goal(version.language, index, paragraph.label, paragraph.text)


def _on_page(versions: list[Version], page: int) -> Iterator[Goal]:
    for version in versions:
        for index, paragraph in enumerate(version.paragraphs):
            if paragraph.page == page:
                yield Goal(version.language, index, None, paragraph.text)
                break


def _counterparts(document: Document, goal: Goal) -> Iterator[tuple[str, int]]:
    """The paragraphs with the same label that a goal's pair has on the other side."""
    bitext = document.bitext
    if bitext is None or goal.language not in (bitext.left, bitext.right):
        return
    other = bitext.right if goal.language == bitext.left else bitext.left
    version = document.version(other)
    bead = next((bead for bead in bitext.beads if goal.index in bitext.side(bead, goal.language)), None)
    for index in bitext.side(bead, other) if bead else ():
        if version is not None and version.paragraphs[index].label == goal.label:
            yield other, index


def _wanted(asked: str) -> str:
    """The key of the labels that are asked for; empty as long as only the word before one is typed."""
    typed = asked.strip().lower()
    if canonical_label(asked) is None and any(head.startswith(typed) for head in _HEADS):
        return ""
    return _key(canonical_label(asked) or asked)


def _key(label: str) -> str:
    return re.sub(r"[\s.]+", "", label).lower()
