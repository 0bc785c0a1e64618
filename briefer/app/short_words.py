"""The few words that lists, cards and notes share: what a stance is called, a title cut to a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefer.app.texts import Texts
from briefer.core.annotation import Stance

_SHORT_TITLE = 60

_STANCES: Mapping[Stance, Callable[[Texts], str]] = {
    Stance.SUPPORT: lambda t: t.gettext("Support"),
    Stance.CONCERN: lambda t: t.gettext("Concern"),
    Stance.RED_LINE: lambda t: t.gettext("Red line"),
    Stance.QUESTION: lambda t: t.gettext("Question"),
    Stance.FOLLOW_UP: lambda t: t.gettext("Follow up"),
}


def stance_word(stance: Stance, texts: Texts) -> str:
    """What a stance is called."""
    return _STANCES[stance](texts)


def short_title(title: str, limit: int = _SHORT_TITLE) -> str:
    """The title, cut at a word if it is longer than `limit` code points."""
    title = " ".join(title.split())
    if len(title) <= limit:
        return title
    return title[: limit + 1].rsplit(" ", 1)[0].rstrip(" ,.;:–—-")[:limit] + "…"
