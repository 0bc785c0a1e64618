"""Carries out what a person does to documents and folders in the column, each with a way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.keeping import KeptStep
from briefer.core.errors import BrieferError
from briefer.core.folders import Folder
from briefer.gui.actions import Actions, Handlers
from briefer.gui.dialogs.line import LineDialog
from briefer.gui.library.details_dialog import DetailsDialog
from briefer.gui.library.model import folder_at
from briefer.gui.library.steps import step_sentence
from briefer.gui.library.tree import LibraryTree
from briefer.gui.notices import NoticeBar, Offer, Tone
from briefer.gui.parts import Parts
from briefer.gui.workspace import Workspace


class Changing(QObject):
    """Asks where it has to, changes the library, and offers to undo. `troubled` carries an Exception."""

    troubled = Signal(object)

    def __init__(
        self, parts: Parts, workspace: Workspace, view: LibraryTree, notices: NoticeBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._texts = parts.texts
        self._keeper = parts.keeper
        self._library = parts.library
        self._workspace = workspace
        self._view = view
        self._notices = notices
        self._window = window
        self._acts: Actions | None = None
        view.remove_wanted.connect(self.remove_chosen)
        view.rename_wanted.connect(self.rename_chosen)
        view.undo_wanted.connect(self.undo)
        view.redo_wanted.connect(self.redo)
        view.filed.connect(self.file)

    def handlers(self) -> Handlers:
        """What each action about documents and folders does."""
        return {
            "details": self.edit_current,
            "new-folder": self.make_folder,
            "library-undo": self.undo,
            "library-redo": self.redo,
        }

    def attend(self, acts: Actions) -> None:
        """Keep the actions as they should be from now on."""
        self._acts = acts
        self._enable()

    @Slot()
    def edit_current(self) -> None:
        """Edit the details of what is chosen in the column, or else of the document at hand."""
        chosen = self._view.chosen
        opened = self._workspace.document
        identity = chosen[0].id if len(chosen) == 1 else opened.id if opened else None
        if identity is not None:
            self.edit(identity)

    def edit(self, document_id: str) -> None:
        """Let the person put right how a document is described."""
        try:
            details, read = self._keeper.details(document_id)
        except BrieferError as error:
            self.troubled.emit(error)
            return
        enter = partial(self._keeper.describe, document_id)
        dialog = DetailsDialog(details, read, enter, self._texts, self._window)
        dialog.accepted.connect(lambda: self._described(document_id))
        dialog.open()

    @Slot()
    def make_folder(
        self, parent: Folder | None = None, then: Callable[[Folder], object] | None = None
    ) -> None:
        """Ask for a name, and make a folder at the top or in `parent`."""

        def enter(name: str) -> None:
            folder = self._keeper.make_folder(name, parent.id if parent else None)
            if then is not None:
                then(folder)

        self._ask(self._texts.gettext("New folder"), "", enter)

    @Slot()
    def remove_chosen(self) -> None:
        """Put the chosen documents into the trash, or delete the chosen folder."""
        chosen = self._view.chosen
        folder = folder_at(self._view.currentIndex())
        if chosen:
            self.remove([each.id for each in chosen])
        elif folder is not None:
            self.delete_folder(folder.id)

    @Slot()
    def rename_chosen(self) -> None:
        """Rename the chosen folder, or edit the details of the chosen document."""
        folder = folder_at(self._view.currentIndex())
        if folder is None:
            self.edit_current()
            return
        enter = partial(self._keeper.rename_folder, folder.id)
        self._ask(self._texts.gettext("Rename the folder"), folder.name, enter)

    def remove(self, document_ids: list[str]) -> None:
        """Put documents into the trash."""
        self._do(lambda: self._keeper.remove(document_ids))

    def delete_folder(self, folder_id: str) -> None:
        """Delete a folder; its documents stay."""
        self._do(lambda: self._keeper.delete_folder(folder_id))

    @Slot(str, object)
    def file(self, folder_id: str, document_ids: list[str]) -> None:
        """Put documents into a folder."""
        self._do(lambda: self._keeper.file(folder_id, document_ids))

    def unfile(self, folder_id: str, document_ids: list[str]) -> None:
        """Take documents out of a folder."""
        self._do(lambda: self._keeper.unfile(folder_id, document_ids))

    def file_anew(self, document_ids: list[str]) -> None:
        """Put documents into a folder that is made now."""
        self.make_folder(None, lambda folder: self._keeper.file(folder.id, document_ids))

    @Slot()
    def undo(self) -> None:
        """Take the last change of the library back."""
        self._turn(self._keeper.undo, self._texts.gettext("Taken back."))

    @Slot()
    def redo(self) -> None:
        """Make the change again that was last taken back."""
        self._turn(self._keeper.redo, self._texts.gettext("Done again."))

    @Slot()
    def tell(self) -> None:
        """Say what was done last, with a way back."""
        if (step := self._keeper.last) is not None:
            undo = Offer(lambda texts: texts.gettext("Undo"), self.undo)
            self._notices.say(partial(step_sentence, step), Tone.INFORMATION, offer=undo)
        self._enable()

    def _ask(self, title: str, line: str, enter: Callable[[str], object]) -> None:
        words = self._texts.gettext("Name of the folder")
        dialog = LineDialog(title, words, line, enter, self._texts, self._window)
        dialog.accepted.connect(self.tell)
        dialog.open()

    def _do(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except BrieferError as error:
            self.troubled.emit(error)
        else:
            self.tell()

    def _turn(self, turn: Callable[[], KeptStep | None], words: str) -> None:
        try:
            step = turn()
        except BrieferError as error:
            self.troubled.emit(error)
        else:
            if step is not None:
                self._notices.say(lambda _texts: words)
        self._enable()

    def _described(self, document_id: str) -> None:
        """Show the document under its new description, if it is the one at hand."""
        opened = self._workspace.document
        if opened is not None and opened.id == document_id:
            self._workspace.adopt(self._library.load(document_id))
        self.tell()

    def _enable(self) -> None:
        if self._acts is not None:
            self._acts["library-undo"].setEnabled(self._keeper.last is not None)
            self._acts["library-redo"].setEnabled(self._keeper.next is not None)
