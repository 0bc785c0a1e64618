"""Gives the find bar what it goes by, loaded off the window's thread: word forms and a lexicon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from briefer.app.model import OpenDocument
from briefer.app.task import Progress, Task
from briefer.core.bitext import Bitext
from briefer.gui.jobs import Job
from briefer.gui.parts import Parts
from briefer.gui.reader.answers import Answers
from briefer.gui.reader.searching import Searching
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from briefer.core.lexicon import Lexicon
    from briefer.core.wordforms import WordForms

_WORD = re.compile(r"\w+")


class FindDesk(QObject):
    """Loads what is needed when somebody begins to search a document."""

    def __init__(self, parts: Parts, workspace: Workspace, searching: Searching, window: QObject) -> None:
        super().__init__(window)
        self._parts = parts
        self._workspace = workspace
        self._searching = searching
        self._learning: Job | None = None
        searching.began.connect(self._load)
        if searching.state.shown:  # somebody was quicker
            self._load()

    @Slot()
    def _load(self) -> None:
        opened = self._workspace.document
        if opened is None:
            return
        if self._learning is not None:
            self._learning.cancel()
            self._learning = None

        def work(_progress: Progress) -> tuple[WordForms, Answers | None]:
            forms = self._parts.forms()
            for word in ("слово", "word"):  # loads the dictionaries
                forms.stem(word)
            return forms, self._answers(opened.document.bitext)

        def done(known: tuple[WordForms, Answers | None]) -> None:
            forms, answers = known
            if opened is self._workspace.document:
                self._searching.know(forms.stem, answers)
                self._learn(forms, opened)

        task = Task(self._parts.texts.gettext("Getting ready…"), work)
        self._parts.jobs.start(task, done, self._workspace.troubled.emit, quiet=True)

    def _learn(self, forms: WordForms, opened: OpenDocument) -> None:
        """Find the stems of all words of a document ahead, so that no search has to wait for them."""

        def work(progress: Progress) -> None:
            for version in opened.document.versions:
                for paragraph in version.paragraphs:
                    progress.check()
                    for word in _WORD.findall(paragraph.text):
                        forms.stem(word)

        task = Task(self._parts.texts.gettext("Getting ready…"), work)
        self._learning = self._parts.jobs.start(
            task, lambda _: None, self._workspace.troubled.emit, quiet=True
        )

    def _answers(self, bitext: Bitext | None) -> Answers | None:
        if bitext is None:
            return None
        knowledge = self._parts.languages().between(bitext.left, bitext.right)
        lexicon: Lexicon | None = knowledge.lexicon
        if lexicon is None or set(lexicon.languages) != {bitext.left, bitext.right}:
            return None
        lexicon.translations("слово", bitext.left)  # builds what finding takes
        return Answers(lexicon, knowledge.forms)
