"""Reads the files of the open document again, in another way, and keeps the reader's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.encodings import Preview, previews
from briefer.app.model import Choices, OpenDocument
from briefer.app.task import Progress, Task
from briefer.app.wishes import Wish, Wishes, fulfil, fulfilling_words
from briefer.core.anchoring import find_again, paragraph_target
from briefer.core.annotation import Anchor, Target
from briefer.core.document import Document
from briefer.core.values import dataclass
from briefer.gui.notices import NoticeBar, Offer, Tone
from briefer.gui.opening.attempts import Attempts
from briefer.gui.parts import Parts
from briefer.gui.reader.view import ReaderView
from briefer.gui.workspace import Failed, Workspace

if TYPE_CHECKING:
    from briefer.gui.opening.reading_dialog import ReadingDialog


@dataclass(frozen=True, slots=True)
class Reread:
    """The document as it is now; None when a file of the saved one is another by now."""

    opened: OpenDocument | None


class Rereading(QObject):
    """Asks how the files are to be read, and reads them.

    A saved document is replaced by its new reading under its id, and its annotations and the
    pairs made by hand are looked for in the new text.
    """

    def __init__(
        self,
        parts: Parts,
        workspace: Workspace,
        attempts: Attempts,
        reader: ReaderView,
        notices: NoticeBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._parts = parts
        self._texts = parts.texts
        self._workspace = workspace
        self._attempts = attempts
        self._reader = reader
        self._notices = notices
        self._window = window
        self._chosen: dict[str, Choices] = {}
        self._asking: ReadingDialog | None = None

    @Slot()
    def ask(self) -> None:
        """Let the reader say how the open document's files are to be read."""
        opened = self._workspace.document
        if opened is None or not opened.document.sources:
            return
        from briefer.gui.opening.reading_dialog import ReadingDialog

        sources = opened.document.sources
        annotations = len(self._parts.annotator.annotations(opened.id)) if opened.id else None
        chosen = [self._choices(source.sha256) for source in sources]
        dialog = ReadingDialog(sources, chosen, annotations, self._texts, self._window)
        dialog.file_shown.connect(lambda number: self._preview(dialog, opened.document, number))
        dialog.wanted.connect(lambda wishes: self.read(opened, wishes))
        dialog.finished.connect(self._asked)
        self._asking = dialog
        self._preview(dialog, opened.document, 0)
        dialog.open()

    @property
    def can_recognise(self) -> bool:
        """Whether a file of the open document has pages."""
        opened = self._workspace.document
        return opened is not None and any(source.pages for source in opened.document.sources)

    @Slot()
    def recognise(self) -> None:
        """Have the text of pages without any recognised."""
        if (opened := self._workspace.document) is not None:
            self.recognition(opened).act()

    def recognition(self, opened: OpenDocument) -> Offer:
        """Offers to have the pages of `opened` that have no text recognised."""
        wishes = self._wishes(opened.document)
        path = next((source.path for source in opened.document.sources if source.pages), "")
        return self._attempts.recognition(
            lambda again, failed: self._read(opened, again, failed), wishes, path
        )

    def read(self, opened: OpenDocument, wishes: Wishes) -> None:
        """Read the files of `opened` as they are wished."""
        self._attempts.make(lambda again, failed: self._read(opened, again, failed), wishes)

    def _read(self, opened: OpenDocument, wishes: Wishes, failed: Failed) -> None:
        def work(progress: Progress) -> Reread:
            again = fulfil(self._parts.fresh, wishes, progress)
            if opened.id is None:
                return Reread(again)
            if _hashes(again.document) != _hashes(opened.document):
                return Reread(None)
            return Reread(self._parts.corrector.reread(opened.id, again, progress))

        def done(reread: Reread) -> None:
            self._attempts.settle()
            if reread.opened is None:
                self._notices.say(
                    lambda texts: texts.gettext(
                        "The file has changed since it was saved, so it was not read again. "
                        "Open it as a document of its own."
                    ),
                    Tone.PROBLEM,
                )
            else:
                self._take(opened, reread.opened, wishes)

        self._workspace.start(Task(fulfilling_words(wishes, self._texts), work), done, failed)

    def _take(self, before: OpenDocument, again: OpenDocument, wishes: Wishes) -> None:
        for source, wish in zip(again.document.sources, wishes, strict=False):
            self._chosen[source.sha256] = replace(wish.choices, password=None)
        at_hand = self._workspace.document is before
        place = self._place(again.document) if at_hand else None
        if again.id is not None:
            self._parts.annotator.forget(again.id)
        self._workspace.show(again, instead=before)
        self._workspace.keep_choices(again, wishes)
        if place is not None:
            self._reader.go_to(place.language, place.index)
        if at_hand:
            self._tell_lost(again)

    def _place(self, again: Document) -> Target | None:
        """Where the paragraph at hand stands in the new reading."""
        place, before = self._reader.current_place(), self._workspace.document
        if place is None or before is None:
            return None
        return find_again(again, paragraph_target(before.document, place.language, place.index))[0]

    def _tell_lost(self, again: OpenDocument) -> None:
        annotations = self._parts.annotator.annotations(again.id)
        lost = sum(annotation.anchor is Anchor.LOST for annotation in annotations)
        if lost:
            self._notices.say(
                lambda texts: texts.ngettext(
                    "{count} annotation was not found in the new text; it is kept in the list.",
                    "{count} annotations were not found in the new text; they are kept in the list.",
                    lost,
                ).format(count=lost),
                more=True,
            )

    def _preview(self, dialog: ReadingDialog, document: Document, number: int) -> None:
        source = document.sources[number]
        if source.encoding is None:
            return

        def work(_progress: Progress) -> Sequence[Preview]:
            return previews(Path(source.path), source.encoding)

        def done(found: Sequence[Preview]) -> None:
            if self._asking is dialog:
                dialog.show_previews(number, found)

        words = self._texts.gettext("Opening {name}…").format(name=Path(source.path).name)
        self._parts.jobs.start(Task(words, work), done, self._workspace.troubled.emit)

    @Slot()
    def _asked(self) -> None:
        self._asking = None

    def _wishes(self, document: Document) -> Wishes:
        return tuple(Wish(Path(source.path), self._choices(source.sha256)) for source in document.sources)

    def _choices(self, sha256: str) -> Choices:
        return self._chosen.get(sha256) or self._kept_choices(sha256)

    def _kept_choices(self, sha256: str) -> Choices:
        """What was chosen for a file in an earlier session, if its document is the one at hand."""
        tab = self._workspace.shelf.tab
        if tab is None or tab.opened is None:
            return Choices()
        kept = zip(tab.opened.document.sources, tab.kept.choices, strict=False)
        return next((choices for source, choices in kept if source.sha256 == sha256), Choices())


def _hashes(document: Document) -> set[str]:
    return {source.sha256 for source in document.sources}
