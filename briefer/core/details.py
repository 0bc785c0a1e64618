"""What a person may put right of a document's description, apart from its text."""

from __future__ import annotations

import datetime
from dataclasses import fields, replace

from briefer.core.document import Document
from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Details:
    """The description of a document; None where nothing is known. As in `Masthead`."""

    title: str | None = None
    symbol: str | None = None
    organ: str | None = None
    session: str | None = None
    agenda_item: str | None = None
    date: datetime.date | None = None
    place: str | None = None
    distribution: str | None = None


DETAILS = tuple(field.name for field in fields(Details))
_MASTHEAD = tuple(name for name in DETAILS if name != "title")


def details_of(document: Document) -> Details:
    """The description that `document` goes by."""
    values = {name: getattr(document.masthead, name) for name in _MASTHEAD}
    return Details(title=document.called or title_in_text(document), **values)


def with_details(document: Document, details: Details) -> Document:
    """`document` under that description; a title that its text has anyway is not kept beside it."""
    called = details.title if details.title != title_in_text(document) else None
    masthead = replace(document.masthead, **{name: getattr(details, name) for name in _MASTHEAD})
    return replace(document, called=called, masthead=masthead)


def title_in_text(document: Document) -> str | None:
    """The title that the text itself shows, None if it shows none."""
    titles = (version.title for version in document.versions)
    return next((title for title in titles if title), document.masthead.title)
