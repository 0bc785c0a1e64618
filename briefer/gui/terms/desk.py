"""Joins the lexicon with the text: the terms of the pair at hand, and the word under the pointer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.task import Progress
from briefer.core.bitext import Bitext
from briefer.core.document import Document
from briefer.gui.actions import Actions
from briefer.gui.latest import Latest
from briefer.gui.parts import Parts
from briefer.gui.reader.spots import Spot
from briefer.gui.reader.view import Place, ReaderView
from briefer.gui.side import SideColumn
from briefer.gui.terms.panel import TermsPanel
from briefer.gui.terms.words import domain_words
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from briefer.core.terms import PairTerm, TermFinder


class TermsDesk(QObject):
    """The panel stands in the column `side`. The lexicon is read when it is first needed, in a job.

    `sought` tells that the column is to be seen.
    """

    sought = Signal()

    def __init__(
        self, parts: Parts, workspace: Workspace, reader: ReaderView, side: SideColumn, window: QWidget
    ) -> None:
        super().__init__(window)
        self._parts = parts
        self._workspace = workspace
        self._reader = reader
        self._side = side
        self._finders: dict[tuple[str, str], TermFinder] = {}
        self._acts: Actions | None = None
        self._work = Latest(parts.jobs, workspace.troubled.emit, self)
        self.panel = TermsPanel(parts.texts, parts.look.colors, side)
        side.addWidget(self.panel)
        side.currentChanged.connect(self._check)
        self.panel.chosen.connect(self._light)
        reader.current_changed.connect(self._come)
        reader.surface.hints.ask(self.hint)
        parts.look.changed.connect(self._dress)
        workspace.opened.connect(lambda _opened: self._come(None))
        workspace.amended.connect(lambda _opened: self._come(reader.current_place()))

    @Slot()
    def _dress(self) -> None:
        self.panel.set_colors(self._parts.look.colors)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"terms": self.toggle}

    def attend(self, acts: Actions) -> None:
        self._acts = acts
        self._check()

    @property
    def idle(self) -> bool:
        """Whether nothing is being looked for."""
        return self._work.idle

    def toggle(self) -> None:
        """Show the terms in the column on the right, or what stood there before."""
        if self.shown:
            self._side.leave(self.panel)
        else:
            self._side.bring(self.panel)
            self.sought.emit()
            self._come(self._reader.current_place())
        self._check()

    @property
    def shown(self) -> bool:
        return self._side.currentWidget() is self.panel and not self._side.isHidden()

    def hint(self, spot: Spot) -> Sequence[str] | None:
        """What the word at a place is in the other language; None while the lexicon is being read."""
        opened = self._workspace.document
        bitext = opened.document.bitext if opened else None
        version = opened.document.version(spot.language) if opened else None
        if bitext is None or version is None:
            return None
        finder = self._finders.get((bitext.left, bitext.right))
        if finder is None:
            hints = self._reader.surface.hints
            self._work.ask(self._name(), self._reading(bitext), lambda _finder: hints.ask_again())
            return None
        found = finder.at(version.paragraphs[spot.index].text, spot.language, spot.offset)
        if found is None:
            return None
        written, entries = found
        lines = [f"{written} – {', '.join(finder.counterparts(entries, spot.language))}"]
        lines.append(", ".join(dict.fromkeys(domain_words(e.domain, self._parts.texts) for e in entries)))
        return lines

    @Slot(object)
    def _come(self, place: Place | None) -> None:
        """The reader stands in another pair: list its terms, if they are to be seen."""
        opened = self._workspace.document
        bitext = opened.document.bitext if opened else None
        if not self.shown:
            return
        if opened is None or bitext is None or place is None or place.bead is None:
            self._work.forget()
            self.panel.show_terms(())
            return
        languages, bead = (bitext.left, bitext.right), bitext.beads[min(place.bead, len(bitext.beads) - 1)]
        document, reading = opened.document, self._reading(bitext)

        def work(progress: Progress) -> tuple[PairTerm, ...]:
            return _terms(reading(progress), document, languages, (bead.left, bead.right))

        def done(terms: tuple[PairTerm, ...]) -> None:
            self.panel.show_terms(terms, matched=bead.matched)

        self._work.ask(self._name(), work, done)

    def _reading(self, bitext: Bitext) -> Callable[[Progress], TermFinder]:
        """Reads the lexicon of two languages, warm for the first word, or gives what was read."""
        languages, known = (bitext.left, bitext.right), self._parts.languages

        def read(_progress: Progress) -> TermFinder:
            if languages not in self._finders:
                finder = known().terms(*languages)
                finder.at("a", languages[1], 0)
                self._finders[languages] = finder
            return self._finders[languages]

        return read

    @Slot(object)
    def _light(self, term: PairTerm) -> None:
        """Mark a term wherever it stands in the pair, and bring it into sight."""
        opened = self._workspace.document
        bitext = opened.document.bitext if opened else None
        if bitext is not None:
            self._reader.surface.mark(
                {
                    bitext.left: [(place.paragraph, place.span) for place in term.on_left],
                    bitext.right: [(place.paragraph, place.span) for place in term.on_right],
                }
            )

    @Slot()
    def _check(self) -> None:
        if self._acts is not None:
            self._acts["terms"].setChecked(self.shown)

    def _name(self) -> str:
        return self._parts.texts.gettext("Looking for terms…")


def _terms(
    finder: TermFinder,
    document: Document,
    languages: tuple[str, str],
    sides: tuple[tuple[int, ...], tuple[int, ...]],
) -> tuple[PairTerm, ...]:
    left, right = (document.version(language) for language in languages)
    return finder.pair(left, sides[0], right, sides[1]) if left and right else ()
