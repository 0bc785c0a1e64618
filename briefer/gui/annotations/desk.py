"""Joins the annotator with the text, the list and the editor.

Every change is on disk when the method that makes it returns; when it cannot be, a sentence
says so and what was typed stays where it was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from briefer.app.annotating import Annotator, Draft
from briefer.app.messages import describe
from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.core.anchoring import bead_targets, paragraph_target
from briefer.core.annotation import Annotation, Scope
from briefer.core.document import Span
from briefer.core.errors import AnnotationOvertaken, AnnotationUnknown, BrieferError, NothingSelected
from briefer.core.values import dataclass
from briefer.gui.actions import Actions, Handlers
from briefer.gui.annotations.editor import Choice
from briefer.gui.annotations.panel import AnnotationsPanel
from briefer.gui.reader.view import ReaderView
from briefer.gui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Subject:
    """What the editor is open on: an annotation to change, or a document to annotate."""

    document: OpenDocument
    annotation: Annotation | None = None


class AnnotationDesk(QObject):
    """What the reader does with annotations.

    `troubled` carries an Exception; `editing` tells that the editor is open.
    """

    troubled = Signal(object)
    history_changed = Signal()
    editing = Signal()

    def __init__(
        self,
        annotator: Annotator,
        workspace: Workspace,
        reader: ReaderView,
        panel: AnnotationsPanel,
        texts: Texts,
        owner: QObject,
    ) -> None:
        super().__init__(owner)
        self.annotator = annotator
        self._workspace = workspace
        self._reader = reader
        self._panel = panel
        self._texts = texts
        self._subject: Subject | None = None
        reader.annotation_activated.connect(panel.choose)
        panel.jump_wanted.connect(self.go_to)
        panel.change_wanted.connect(self.change)
        panel.delete_wanted.connect(self.delete)
        panel.editor.submitted.connect(self.submit)
        panel.editor.left.connect(reader.setFocus)
        self._unsubscribe = annotator.changed.subscribe(lambda _changed: self.refresh())

    def handlers(self) -> Handlers:
        """What each action about annotations does."""
        return {
            "undo": self.undo,
            "redo": self.redo,
            "highlight": self.highlight,
            "note": self.write_note,
            "change-note": partial(self._on_chosen, self.change),
            "delete-note": partial(self._on_chosen, self.delete),
        }

    def attend(self, acts: Actions) -> None:
        """Let undo and redo be enabled as long as there is something to undo or redo."""

        def show() -> None:
            acts["undo"].setEnabled(self.can_undo)
            acts["redo"].setEnabled(self.can_redo)

        self.history_changed.connect(show)
        show()

    def close(self) -> None:
        self._unsubscribe()

    @Slot()
    def highlight(self) -> None:
        """Highlight what is selected, else the pair or paragraph that is current."""
        document = self._workspace.document
        choices = self._choices()
        if document is None or not choices:
            self.troubled.emit(NothingSelected())
            return
        if any(
            annotation.targets == choices[0].targets and not annotation.note
            for annotation in self.annotator.annotations(self._document_id)
        ):
            return
        self._attempt(lambda: self._create(document, choices[0], Draft()))

    @Slot()
    def write_note(self) -> None:
        """Open the editor on what is selected or current."""
        document = self._workspace.document
        choices = self._choices()
        if document is None or not choices:
            self.troubled.emit(NothingSelected())
        elif self.settle():
            self._subject = Subject(document)
            self.editing.emit()
            self._panel.editor.begin(choices, Draft())

    @Slot(object)
    def change(self, annotation: Annotation) -> None:
        document = self._workspace.document
        if document is not None and self.settle():
            self._subject = Subject(document, annotation)
            choice = Choice(annotation.scope, annotation.targets)
            self.editing.emit()
            self._panel.editor.begin([choice], Draft.of(annotation), changing=True)

    @Slot(object)
    def delete(self, annotation: Annotation) -> None:
        if self._subject is not None and self._subject.annotation == annotation:
            self._panel.editor.discard()
        self._attempt(lambda: self.annotator.delete(annotation.id))

    def _on_chosen(self, act: Callable[[Annotation], None]) -> None:
        annotation = self._panel.current
        if annotation is not None:
            act(annotation)

    @property
    def can_undo(self) -> bool:
        return self.annotator.can_undo(self._document_id)

    @property
    def can_redo(self) -> bool:
        return self.annotator.can_redo(self._document_id)

    @property
    def _document_id(self) -> str | None:
        document = self._workspace.document
        return document.id if document else None

    @Slot()
    def undo(self) -> None:
        self._attempt(lambda: self.annotator.undo(self._document_id))

    @Slot()
    def redo(self) -> None:
        self._attempt(lambda: self.annotator.redo(self._document_id))

    @Slot()
    def submit(self) -> None:
        """Save what the editor holds; if that fails it stays there, and a sentence says why."""
        subject, editor = self._subject, self._panel.editor
        if subject is None:
            return
        try:
            if subject.annotation is not None:
                self.annotator.change(subject.annotation.id, editor.draft, seen=subject.annotation)
            else:
                self._create(subject.document, editor.choice, editor.draft)
        except AnnotationUnknown:
            self._subject = Subject(subject.document)
            editor.complain(
                self._texts.gettext(
                    "The annotation was deleted in another window. "
                    "Save again to keep what you wrote as a new one."
                )
            )
            return
        except BrieferError as error:
            editor.complain(describe(error, self._texts))
            if isinstance(error, AnnotationOvertaken):
                self._look_again(subject)
            return
        editor.accept()
        self._reader.setFocus()
        self.history_changed.emit()

    def settle(self) -> bool:
        """Save what is typed and not saved yet; False when it could not be and is still there."""
        editor = self._panel.editor
        if editor.dirty:
            self.submit()
        elif not editor.isHidden():
            editor.discard()
        if not editor.isHidden():
            self.editing.emit()  # it may stand behind the search results
        return editor.isHidden()

    def discard(self) -> None:
        """Give up what is typed and not saved."""
        self._panel.editor.discard()

    @Slot(object)
    def go_to(self, annotation: Annotation) -> None:
        if annotation.targets:
            target = annotation.targets[0]
            self._reader.go_to(target.language, target.index, (Span(target.start, target.end),))

    @Slot()
    def refresh(self) -> None:
        """Read the annotations of the document again and show them."""
        try:
            annotations = self.annotator.annotations(self._document_id)
        except BrieferError as error:
            self.troubled.emit(error)
            annotations = ()
        self._reader.set_annotations(annotations)
        self._panel.show_annotations(annotations)
        self.history_changed.emit()

    def _look_again(self, subject: Subject) -> None:
        """Show the annotation as it is by now, and take that as what the person has seen."""
        self.refresh()
        for annotation in self.annotator.annotations(self._document_id):
            if subject.annotation is not None and annotation.id == subject.annotation.id:
                self._subject = Subject(subject.document, annotation)

    def show_document(self) -> None:
        """Another document is there: keep what was being written, show what is annotated in it."""
        self.settle()
        self.refresh()

    def _create(self, document: OpenDocument, choice: Choice, draft: Draft) -> None:
        saved, annotation = self.annotator.create(document, choice.scope, choice.targets, draft)
        if saved is not document:
            self._workspace.supersede(document, saved)
            self.refresh()
        self._panel.choose(annotation.id)

    def _attempt(self, change: Callable[[], object]) -> None:
        try:
            change()
        except BrieferError as error:
            self.troubled.emit(error)
        self.history_changed.emit()

    def _choices(self) -> tuple[Choice, ...]:
        """What an annotation could be on now: the selection, the pair, the paragraph."""
        document, place = self._workspace.document, self._reader.current_place()
        if document is None:
            return ()
        choices = []
        if selected := self._reader.selected_targets():
            choices.append(Choice(Scope.SPAN, selected))
        if place is not None:
            if place.bead is not None:
                targets = bead_targets(document.document, place.bead)
                if len({target.language for target in targets}) > 1:
                    choices.append(Choice(Scope.BEAD, targets))
            target = paragraph_target(document.document, place.language, place.index)
            choices.append(Choice(Scope.PARAGRAPH, (target,)))
        return tuple(choices)
