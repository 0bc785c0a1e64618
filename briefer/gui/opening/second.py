"""A file that comes to an open document of one language: set beside it, or asked about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefer.app.joining import Doubt, Joiner, Second
from briefer.app.model import OpenDocument
from briefer.app.opening import Opener
from briefer.app.reader import Share
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.app.wishes import Wishes, fulfil, fulfilling_words, wishes_for
from briefer.gui.notices import NoticeBar, Offer
from briefer.gui.opening.attempts import Attempts
from briefer.gui.opening.beside import BesideDialog, doubt_words
from briefer.gui.workspace import Failed, Workspace


class SecondFile(QObject):
    """Reads the file, asks the rule, and does what the rule or the reader says."""

    def __init__(
        self,
        workspace: Workspace,
        opener: Opener,
        joiner: Joiner,
        attempts: Attempts,
        notices: NoticeBar,
        texts: Texts,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._opener = opener
        self._joiner = joiner
        self._attempts = attempts
        self._notices = notices
        self._texts = texts
        self._window = window

    def add(self, path: Path, first: OpenDocument) -> None:
        """Read the file at `path` for a version of `first`, the document at hand."""

        def attempt(wishes: Wishes, failed: Failed) -> None:
            def work(progress: Progress) -> Second:
                added = fulfil(self._opener, wishes, Share(progress, 0, 2))
                return self._joiner.judge(first, added, Share(progress, 1, 2))

            def done(second: Second) -> None:
                self._attempts.settle()
                self._decide(path, first, second)

            self._workspace.start(Task(fulfilling_words(wishes, self._texts), work), done, failed)

        self._attempts.make(attempt, wishes_for([path]))

    def _decide(self, path: Path, first: OpenDocument, second: Second) -> None:
        name = path.name
        if second.joined is not None:
            self._show_joined(path, first, second, second.joined)
        elif second.doubt is Doubt.SAME_FILE:
            self._notices.say(lambda texts: doubt_words(Doubt.SAME_FILE, texts).format(name=name))
        elif second.doubt is None or second.doubt is Doubt.BOTH_LANGUAGES:
            self._show_alone(path, second)
        else:
            dialog = BesideDialog(name, second.doubt, self._texts, self._window)
            dialog.beside_wanted.connect(lambda: self._join(path, first, second))
            dialog.instead_wanted.connect(lambda: self._show_alone(path, second))
            dialog.open()

    def _join(self, path: Path, first: OpenDocument, second: Second) -> None:
        def work(progress: Progress) -> OpenDocument:
            return self._joiner.join(first, second.added, progress)

        def done(joined: OpenDocument) -> None:
            self._show_joined(path, first, second, joined)

        words = self._texts.gettext("Setting {name} beside the text…").format(name=path.name)
        self._workspace.start(Task(words, work), done, self._workspace.troubled.emit)

    def _show_joined(self, path: Path, first: OpenDocument, second: Second, joined: OpenDocument) -> None:
        if second.joined is not None:
            self._workspace.remember([*(Path(source.path) for source in first.document.sources), path])
        self._workspace.show(joined, instead=first)
        offer = Offer(
            lambda texts: texts.gettext("Open it alone instead"), lambda: self._show_alone(path, second)
        )
        self._notices.say(
            lambda texts: texts.gettext("“{name}” was set beside the text as its other version.").format(
                name=path.name
            ),
            more=True,
            offer=offer if joined.id is None else None,
        )

    def _show_alone(self, path: Path, second: Second) -> None:
        self._workspace.remember([path])
        self._workspace.bring(second.added)
