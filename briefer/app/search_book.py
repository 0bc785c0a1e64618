"""The searches that a person keeps, and those made lately: both among the settings."""

from __future__ import annotations

from briefer.app.settings import SAVED_SEARCHES, SEARCHES, Settings

MOST_KEPT, MOST_LATELY = 100, 50


class SearchBook:
    """Queries by what was typed; nothing is kept twice."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def kept(self) -> tuple[str, ...]:
        """The saved searches, in the order they were saved."""
        kept: list[str] = self._settings.get(SAVED_SEARCHES)
        return tuple(kept)

    def keep(self, query: str) -> None:
        """Save a search; one that is saved already stays where it is."""
        query = " ".join(query.split())
        if query and query not in self.kept:
            self._settings.set(SAVED_SEARCHES, [*self.kept, query][-MOST_KEPT:])

    def drop(self, query: str) -> None:
        """Save it no longer."""
        self._settings.set(SAVED_SEARCHES, [each for each in self.kept if each != query])

    @property
    def lately(self) -> tuple[str, ...]:
        """The queries asked, the last one first."""
        lately: list[str] = self._settings.get(SEARCHES)
        return tuple(lately)

    def asked(self, query: str) -> None:
        """Note that a query was asked."""
        query = " ".join(query.split())
        if query and (not self.lately or self.lately[0] != query):
            others = [each for each in self.lately if each != query]
            self._settings.set(SEARCHES, [query, *others][:MOST_LATELY])

    def forget(self) -> None:
        """Forget what was asked lately; saved searches stay."""
        self._settings.set(SEARCHES, [])
