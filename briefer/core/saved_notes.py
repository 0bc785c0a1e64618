"""A briefing note as the library keeps it: where it came from, and what it says, to be found again."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SavedNote:
    """A note on documents of the library.

    `text` is what it says without markup, a paragraph a line; `content` the note as plain values
    for JSON, by which it can be made again. Both times are aware.
    """

    id: str
    title: str
    language: str
    created: datetime.datetime
    modified: datetime.datetime
    author: str = ""
    text: str = ""
    document_ids: tuple[str, ...] = ()
    content: Mapping[str, object] = field(default_factory=dict)
