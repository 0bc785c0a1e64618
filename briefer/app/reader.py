"""What reads files, as others see it: they need not load what `briefer.app.reading` does it with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from briefer.app.model import Choices, OpenDocument
from briefer.app.task import Progress

if TYPE_CHECKING:
    from briefer.core.bitext import Bead, Bitext
    from briefer.core.document import Document, Version
    from briefer.core.sentence_beads import SentenceBead


class Reader(Protocol):
    """Reads files and joins documents. May be used from any thread."""

    def read(self, paths: Sequence[Path], choices: Choices, progress: Progress) -> OpenDocument:
        """The document in the files at `paths`, one or two.

        Raises FileError, EncodingUnknown, LanguagesSame, Cancelled.
        """

    def join(self, first: Document, added: Document, progress: Progress) -> OpenDocument:
        """One document of both, aligned. Raises LanguagesSame, Cancelled."""

    def align(
        self,
        left: Version,
        right: Version,
        anchors: Sequence[Bead],
        progress: Progress,
        *,
        apart_from: str | None = None,
    ) -> Bitext:
        """The alignment of two versions, or of stretches of them; `anchors` stay.

        `apart_from` is the id of the document, which is not to be taught by itself. Raises Cancelled.
        """

    def sentences(
        self, left: Version, right: Version, beads: Sequence[Bead], progress: Progress
    ) -> tuple[tuple[SentenceBead, ...], ...]:
        """For each of `beads` its sentences, aligned. Raises Cancelled."""

    def warm(self) -> None:
        """Get ready for the first file; comes back at once."""

    def expect(self, paths: Sequence[Path]) -> None:
        """Begin with the files at `paths`, which will be asked for; comes back at once."""

    def foresee(self) -> None:
        """Go on with the files that are expected, now that there is nothing else to do."""

    def close(self) -> None:
        """End what was made ready."""


class Share(Progress):
    """The progress of one part among `count` equal ones; it stops when the whole is stopped."""

    def __init__(self, whole: Progress, number: int, count: int) -> None:
        super().__init__()
        self._whole = whole
        self._number = number
        self._count = count

    def report(self, fraction: float) -> None:
        self._whole.report((self._number + min(1.0, max(0.0, fraction))) / self._count)

    def check(self) -> None:
        self._whole.check()

    @property
    def cancelled(self) -> bool:
        return self._whole.cancelled

    def cancel(self) -> None:
        self._whole.cancel()
