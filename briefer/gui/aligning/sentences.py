"""Finds the sentences that belong together at a place in the text, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from briefer.app.settings import LIGHT_SENTENCES
from briefer.app.task import Progress, Task
from briefer.core.bitext import Bitext
from briefer.core.document import Document
from briefer.core.sentence_beads import SentenceBead
from briefer.gui.actions import Actions
from briefer.gui.jobs import Job, Told
from briefer.gui.parts import Parts
from briefer.gui.reader.lighting import Spot
from briefer.gui.reader.view import ReaderView
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from briefer.app.knowledge import Languages
    from briefer.core.align.sentences import SentencePairs


class Sentences:
    """The sentences of one document, found where they are asked for.

    What is known of the languages is read only once a pair has more than one sentence.
    """

    def __init__(self, document: Document, bitext: Bitext, languages: Callable[[], Languages]) -> None:
        self._document = document
        self._bitext = bitext
        self._languages = languages

    def at(self, spot: Spot) -> SentenceBead | None:
        """The sentence at a place with those that translate it. Raises LexiconWrong."""
        from briefer.core.align.sentences import sentences_of

        try:
            bead = self._bitext.beads[self._bitext.bead_number(spot.language, spot.index)]
        except LookupError:
            return None
        counts = [
            len(sentences_of(version, self._bitext.side(bead, version.language)))
            for version in self._document.versions
        ]
        several = all(counts) and max(counts) > 1
        pairs = self._knowing if several else self._plain
        return pairs.at(spot.language, spot.index, spot.offset)

    @cached_property
    def _plain(self) -> SentencePairs:
        from briefer.core.align.sentences import SentencePairs

        return SentencePairs(self._document)

    @cached_property
    def _knowing(self) -> SentencePairs:
        from briefer.core.align.sentences import SentencePairs

        known = self._languages().between(self._bitext.left, self._bitext.right)
        return SentencePairs(self._document, known)


class SentenceDesk(QObject):
    """Lights up what the reader points at, as long as that is wanted."""

    def __init__(self, parts: Parts, workspace: Workspace, reader: ReaderView, window: QObject) -> None:
        super().__init__(window)
        self._parts = parts
        self._workspace = workspace
        self._lighting = reader.lighting
        self._sentences: Sentences | None = None
        self._job: Job | None = None
        self._next: Spot | None = None
        self._show: Callable[[bool], None] = lambda _on: None
        self._lighting.set_on(parts.settings.get(LIGHT_SENTENCES))
        self._lighting.wanted.connect(self._look_up)
        parts.look.set_anew.connect(self._set_anew)
        workspace.opened.connect(self._forget)
        workspace.amended.connect(self._forget)

    def attend(self, acts: Actions) -> None:
        """Show by the action whether sentences are lit."""
        self._show = acts["sentences"].setChecked
        self._show(self._lighting.on)

    def toggle(self) -> None:
        """Light sentences up, or no more; remembered."""
        on = not self._lighting.on
        self._lighting.set_on(on)
        self._parts.settings.set(LIGHT_SENTENCES, on)
        self._show(on)

    @Slot(str)
    def _set_anew(self, key: str) -> None:
        on = self._parts.settings.get(LIGHT_SENTENCES)
        if key == LIGHT_SENTENCES.key and on != self._lighting.on:
            self._lighting.set_on(on)
            self._show(on)

    @property
    def idle(self) -> bool:
        """Whether nothing is being looked for."""
        return self._job is None

    @Slot(object)
    def _look_up(self, spot: Spot) -> None:
        sentences = self._known()
        if sentences is None:
            return
        if self._job is not None:
            self._next = spot
            return

        def work(_progress: Progress) -> SentenceBead | None:
            return sentences.at(spot)

        def done(bead: SentenceBead | None) -> None:
            if sentences is self._sentences and self._next is None:
                self._lighting.show_sentences(bead)

        task = Task(self._parts.texts.gettext("Looking for the sentences…"), work)
        self._job = self._parts.jobs.start(task, done, self._fail, quiet=True)
        self._job.told.connect(self._told)

    def _known(self) -> Sentences | None:
        opened = self._workspace.document
        bitext = opened.document.bitext if opened else None
        if self._sentences is None and opened is not None and bitext is not None:
            self._sentences = Sentences(opened.document, bitext, self._parts.languages)
        return self._sentences

    @Slot(object)
    def _told(self, told: Told) -> None:
        if told.ended and told.job is self._job:
            self._job = None
            spot, self._next = self._next, None
            if spot is not None and told.error is None:
                self._look_up(spot)

    def _fail(self, error: Exception) -> None:
        self._lighting.set_on(False)  # it would fail at every move of the pointer
        self._show(self._lighting.on)
        self._workspace.troubled.emit(error)

    @Slot()
    def _forget(self) -> None:
        self._sentences = self._next = None
