"""The annotation as a value: what it says and the selectors that find its target again."""

from __future__ import annotations

import datetime
from enum import StrEnum

from briefer.core.values import dataclass


class Scope(StrEnum):
    """What an annotation is made on."""

    SPAN = "span"
    PARAGRAPH = "paragraph"
    BEAD = "bead"


class Color(StrEnum):
    YELLOW = "yellow"
    RED = "red"
    GREEN = "green"
    BLUE = "blue"
    VIOLET = "violet"


class Stance(StrEnum):
    """What the delegate holds of the passage."""

    SUPPORT = "support"
    CONCERN = "concern"
    RED_LINE = "redline"
    QUESTION = "question"
    FOLLOW_UP = "followup"


class Status(StrEnum):
    OPEN = "open"
    DONE = "done"


class Anchor(StrEnum):
    """How a target was found again when its document was last read."""

    EXACT = "exact"
    MOVED = "moved"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Target:
    """A passage of one version.

    `index` is the paragraph, `start` and `end` code points in its text, `quote` the text
    between them, `prefix` and `suffix` up to 32 code points of what stands around it.
    A whole paragraph is the span from 0 to its length.
    """

    language: str
    index: int
    start: int
    end: int
    quote: str
    label: str | None = None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight (empty `note`) or a note on one or more targets of a saved document.

    `created` and `modified` are aware datetimes in UTC; `tags` are unique, without "#".
    """

    id: str
    document_id: str
    scope: Scope
    targets: tuple[Target, ...]
    created: datetime.datetime
    modified: datetime.datetime
    author: str = ""
    note: str = ""
    color: Color = Color.YELLOW
    tags: tuple[str, ...] = ()
    stance: Stance | None = None
    status: Status = Status.OPEN
    anchor: Anchor = Anchor.EXACT
