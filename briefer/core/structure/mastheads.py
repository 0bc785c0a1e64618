"""The masthead of a document, put together from the lines that are part of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from briefer.core.document import Kind, Paragraph
from briefer.core.forms import is_draft, is_form
from briefer.core.masthead import Masthead
from briefer.core.structure.masthead_lines import Field, masthead_field, place_and_days
from briefer.core.structure.organs import Organ

NO_FIELDS = {"edition", "heading"}
_WORDS = re.compile(r"[^\W\d_]{3}|[\u3040-\u9fff]{2}")
# As in "V.13-84742 (E) 200813", "*1384742*", "V1384742.doc (English)", "A_68_126_ER".
_JOB = re.compile(
    r"\b[A-Z]{0,3}\.?\d{2}-?\d{5}\b(?:\.\w{3,4}\b)?(?:\s*\((?:\w|English|Russian)\))?(?:\s+\d{6}\b)*"
    r"|\b[A-Z]+(?:_[A-Z0-9]+)+\b"
)
_ABOUT_ADOPTION = re.compile(
    r"[\[(]|(?:Resolution|Decision) adopted|(?:Резолюция|Решение), принят|"
    r".*:\s(?:(?:revised|пересмотренный)\s)?"
    r"(?:draft (?:resolution|decision)|проект (?:резолюции|решения))\W*$",
    re.IGNORECASE,
)


def read_masthead(paragraphs: Iterable[Paragraph]) -> Masthead:
    """What the masthead paragraphs of one or more versions say; what comes first counts.

    The title is the last of the masthead's paragraphs that are no field of it, but for the heading
    of the agenda item and the names of sponsors, rather one that says what the text is about than
    whose it is; or else what stands as a title below it.
    """
    masthead = Masthead()
    titles: list[str] = []
    below: list[str] = []
    items: list[str] = []
    above: list[str] = []  # what stands over the first field: no title where there is any other
    after_item, begun = False, False
    for paragraph in paragraphs:
        if paragraph.kind is Kind.TITLE:
            below.append(paragraph.text)
        if paragraph.kind is not Kind.MASTHEAD:
            continue
        if not any(letter.isalnum() for letter in paragraph.text):
            continue  # marks left over from a form
        field = masthead_field(paragraph.text)
        if field is not None:
            masthead, begun = _with(masthead, field), True
            after_item = field.name == "agenda_item"
        elif after_item:
            items.append(paragraph.text)
            after_item = False
        elif not (_ABOUT_ADOPTION.match(paragraph.text) or is_draft(paragraph.text)) and _WORDS.search(
            _JOB.sub("", paragraph.text)
        ):
            (titles if begun else above).append(paragraph.text)
    below.sort(key=lambda text: is_draft(text))
    titles.sort(key=lambda text: not is_form(text))
    return replace(masthead, title=next(iter((*titles[-1:], *below, *items, *above[-1:])), None))


def _with(masthead: Masthead, field: Field) -> Masthead:
    if field.name == "organ":
        return _with_organ(masthead, field.value)
    if field.name == "meeting":
        place, first, last = place_and_days(field)
        return replace(
            masthead, place=masthead.place or place, meeting_dates=masthead.meeting_dates or (first, last)
        )
    if field.name in NO_FIELDS or getattr(masthead, field.name):
        return masthead
    change: dict[str, Any] = {field.name: field.value or getattr(Masthead(), field.name)}
    return replace(masthead, **change)


def _with_organ(masthead: Masthead, organ: object) -> Masthead:
    """A later, lower organ makes the earlier its parent."""
    if not isinstance(organ, Organ) or organ.english in (masthead.organ, masthead.parent_organ):
        return masthead
    if masthead.organ is None:
        return replace(masthead, organ=organ.english, parent_organ=organ.parent)
    if organ.parent == masthead.organ:
        return replace(masthead, organ=organ.english, parent_organ=masthead.organ)
    return masthead
