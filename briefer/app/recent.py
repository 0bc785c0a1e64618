"""The files opened last, kept in the settings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefer.app.settings import RECENT, RECENT_FILES, Settings


class Recent:
    """Entries of one or two files, the newest first."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def entries(self) -> list[tuple[Path, ...]]:
        """The files, or pairs of files, that were opened last."""
        return [tuple(Path(name) for name in entry) for entry in self._settings.get(RECENT)]

    def remember(self, paths: Sequence[Path]) -> None:
        """Put the paths at the head."""
        entry = [str(path) for path in paths]
        others = [each for each in self._settings.get(RECENT) if each != entry]
        self._settings.set(RECENT, [entry, *others][:RECENT_FILES])

    def forget(self, paths: Sequence[Path]) -> None:
        """Take the paths out: they are not there any more."""
        entry = [str(path) for path in paths]
        self._settings.set(RECENT, [each for each in self._settings.get(RECENT) if each != entry])
