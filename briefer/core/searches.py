"""Searches as they are kept: under a name, or as history."""

from __future__ import annotations

import datetime

from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that a person keeps under a name."""

    id: str
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class PastSearch:
    """A query that was asked, when it was asked last, and how often."""

    query: str
    asked: datetime.datetime
    count: int
