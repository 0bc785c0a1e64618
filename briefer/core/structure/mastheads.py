"""The masthead of a document, put together from the lines that are part of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from briefer.core.document import Kind, Paragraph
from briefer.core.masthead import Masthead
from briefer.core.structure.masthead_lines import Field, masthead_field, place_and_days
from briefer.core.structure.organs import Organ


def read_masthead(paragraphs: Iterable[Paragraph]) -> Masthead:
    """What the masthead paragraphs of one or more versions say; what comes first counts.

    The title is the last of the masthead's paragraphs that are no field of it.
    """
    masthead = Masthead()
    titles: list[str] = []
    for paragraph in paragraphs:
        if paragraph.kind is not Kind.MASTHEAD:
            continue
        field = masthead_field(paragraph.text)
        if field is None:
            titles.append(paragraph.text)
        else:
            masthead = _with(masthead, field)
    return replace(masthead, title=titles[-1] if titles else None)


def _with(masthead: Masthead, field: Field) -> Masthead:
    if field.name == "organ":
        return _with_organ(masthead, field.value)
    if field.name == "meeting":
        place, first, last = place_and_days(field)
        return replace(
            masthead, place=masthead.place or place, meeting_dates=masthead.meeting_dates or (first, last)
        )
    if field.name == "edition" or getattr(masthead, field.name):
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
