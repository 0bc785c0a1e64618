"""The masthead as a value. Its recognition is in `briefer.core.structure.mastheads`."""

from __future__ import annotations

import datetime

from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Masthead:
    """The block at the head of a document; None or empty where it does not say.

    `organ`, `parent_organ` and `place` are English names where they are known ones (so
    that documents group together whatever their language), else as printed. `session` and
    `agenda_item` are as counted ("68", "6", "19 (a)"). `meeting_dates` are first and last
    day. `distribution` is "general", "limited", "restricted" or as printed.
    """

    organ: str | None = None
    parent_organ: str | None = None
    symbol: str | None = None
    distribution: str | None = None
    date: datetime.date | None = None
    original_languages: tuple[str, ...] = ()
    session: str | None = None
    place: str | None = None
    meeting_dates: tuple[datetime.date, datetime.date] | None = None
    agenda_item: str | None = None
    title: str | None = None
