"""Headings that say of themselves what they head: Article 5, Глава 2, II. Mandate performance."""

from __future__ import annotations

import re

from briefer.core.language import scripts

LONGEST_HEADING = 160
LEAST_LETTERS = 3
_NAMED = re.compile(
    r"(?:Articles?|Art\.|Chapter|Part|Section|Annex|Appendix|Preamble|Статья|Ст\.|Глава|Часть|Раздел|"
    r"Приложение|Преамбула)(?:\s+(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*|[A-ZА-Я])(?!\w)(?P<named>.*)|(?P<bare>))$",
    re.IGNORECASE | re.DOTALL,
)
_COUNTED = re.compile(r"(?:[IVXLC]{1,6}|[A-ZА-Я])\.\s+(?P<title>\S.*)$", re.DOTALL)
_INITIALS = re.compile(r"[A-ZА-ЯЁ]\.\s?[A-ZА-ЯЁ]\.\s?[A-ZА-ЯЁ][\w-]+|[A-ZА-ЯЁ]\.\s[A-ZА-ЯЁ-]{3,}")
_SENTENCE_ENDED = re.compile(r"[.;:,!?…][\"”»’')\]]*$")


def is_section(text: str) -> bool:
    """Whether `text` is the heading of a numbered or named part of a document."""
    if len(text) > LONGEST_HEADING:
        return False
    if found := _NAMED.fullmatch(text):
        title = (found["named"] or "").strip(" .:–—-")
        return not title or ((title[0].isupper() or not title[0].isalpha()) and not _sentence(found["named"]))
    found = _COUNTED.fullmatch(text)
    return (
        bool(found) and found is not None and not _INITIALS.fullmatch(text) and not _sentence(found["title"])
    )


def could_head(text: str) -> bool:
    """Whether `text` has the looks of a heading at all: some letters, and not the middle of a sentence."""
    if (
        len(text) > LONGEST_HEADING
        or text[:1].islower()
        or not (text[:1].isalnum() or text[:1] in "«“\"'[(№§")
    ):
        return False
    return scripts(text).total >= LEAST_LETTERS


def _sentence(title: str) -> bool:
    return bool(_SENTENCE_ENDED.search(title.rstrip())) and len(title) > 1
