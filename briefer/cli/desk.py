"""What every command works with: words, streams and the parts of Briefer."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.app.assembly import Assembly
from briefer.app.messages import describe_notice
from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.cli.console import Console


@dataclass(frozen=True)
class Desk:
    texts: Texts
    console: Console
    parts: Assembly

    def tell(self, opened: OpenDocument) -> None:
        """Say what is worth telling about a document."""
        for notice in opened.notices:
            self.console.notice(describe_notice(notice, self.texts))

    def saved(self, reference: str) -> OpenDocument:
        """The document of the library that DOCUMENT on the command line means."""
        library = self.parts.library
        return library.load(library.find(reference))
