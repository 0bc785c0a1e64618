"""What every command works with: words, streams and the parts of Briefer."""

from __future__ import annotations

import time
from dataclasses import dataclass

from briefer.app.assembly import Assembly
from briefer.app.messages import describe_notice
from briefer.app.model import OpenDocument
from briefer.app.task import Progress
from briefer.app.texts import Texts
from briefer.cli.console import Console

_BETWEEN_REPORTS = 3.0


@dataclass(frozen=True)
class Desk:
    texts: Texts
    console: Console
    parts: Assembly
    verbose: bool = False

    def tell(self, opened: OpenDocument) -> None:
        """Say what is worth telling about a document."""
        for notice in opened.notices:
            self.console.notice(describe_notice(notice, self.texts))

    def progress(self) -> Progress:
        """Progress that is told in a sentence now and then to a person at a terminal."""
        told = [time.monotonic()]

        def tell(fraction: float) -> None:
            if self.console.watched and time.monotonic() - told[0] >= _BETWEEN_REPORTS:
                told[0] = time.monotonic()
                done = self.texts.gettext("{percent} % done").format(percent=int(fraction * 100))
                self.console.notice(done)

        return Progress(tell)

    def saved(self, reference: str) -> OpenDocument:
        """The document of the library that DOCUMENT on the command line means."""
        library = self.parts.library
        return library.load(library.find(reference))
