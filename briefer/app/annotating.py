"""Makes, changes and deletes annotations; each is on disk when the call returns.

Undo and redo are changes like any others: what they do is on disk too.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from briefer.app.model import OpenDocument
from briefer.app.notices import Notifier
from briefer.core.annotation import Annotation, Color, Scope, Stance, Status, Target
from briefer.core.errors import AnnotationOvertaken, AnnotationUnknown, NothingSelected
from briefer.core.values import dataclass

HISTORY = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person says in an annotation; the rest of it Briefer knows."""

    note: str = ""
    color: Color = Color.YELLOW
    tags: tuple[str, ...] = ()
    stance: Stance | None = None
    status: Status = Status.OPEN

    @classmethod
    def of(cls, annotation: Annotation) -> Draft:
        """The draft that would make `annotation` again."""
        return cls(annotation.note, annotation.color, annotation.tags, annotation.stance, annotation.status)


@dataclass(frozen=True, slots=True)
class AnnotationsChanged:
    document_id: str


@dataclass(frozen=True, slots=True)
class Step:
    """One change: from `before` (None: it was not there) to `after` (None: it is gone)."""

    before: Annotation | None
    after: Annotation | None

    @property
    def document_id(self) -> str:
        annotation = self.after or self.before
        return annotation.document_id if annotation else ""

    def reversed(self) -> Step:
        return Step(self.after, self.before)


class AnnotationStore(Protocol):
    """What annotating needs of a library; every call is on disk when it returns."""

    def save(self, opened: OpenDocument) -> OpenDocument: ...

    def annotations(self, document_id: str | None = None) -> tuple[Annotation, ...]: ...

    def add_annotation(self, annotation: Annotation) -> None: ...

    def replace_annotation(self, annotation: Annotation) -> None: ...

    def remove_annotation(self, annotation_id: str) -> None: ...


class Annotator:
    """Annotates saved documents on behalf of `author`. Each document has its own undo and redo."""

    def __init__(self, library: AnnotationStore, author: str = "") -> None:
        self.changed: Notifier[AnnotationsChanged] = Notifier()
        self.author = author
        self._library = library
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def annotations(self, document_id: str | None) -> tuple[Annotation, ...]:
        """The annotations of a document in reading order; none of one that is not saved."""
        return self._library.annotations(document_id) if document_id else ()

    def create(
        self, opened: OpenDocument, scope: Scope, targets: Sequence[Target], draft: Draft
    ) -> tuple[OpenDocument, Annotation]:
        """Annotate `targets`; a document that is not saved yet is saved first.

        Raises NothingSelected without a target, LibraryError when it cannot be kept.
        """
        if not targets:
            raise NothingSelected()
        saved = opened if opened.id else self._library.save(opened)
        now = _now()
        annotation = _drafted(
            Annotation(
                id=uuid.uuid4().hex,
                document_id=saved.id or "",
                scope=scope,
                targets=tuple(targets),
                created=now,
                modified=now,
                author=self.author,
            ),
            draft,
        )
        self._do(Step(None, annotation))
        return saved, annotation

    def change(self, annotation_id: str, draft: Draft, seen: Annotation | None = None) -> Annotation:
        """Let the annotation say what `draft` says.

        `seen` is the annotation as the person saw it; when it is another by now nothing is
        overwritten. Raises AnnotationUnknown, AnnotationOvertaken, LibraryError.
        """
        before = self._find(annotation_id)
        if seen is not None and seen != before:
            raise AnnotationOvertaken(id=annotation_id)
        after = replace(_drafted(before, draft), modified=_now())
        self._do(Step(before, after))
        return after

    def delete(self, annotation_id: str) -> None:
        """Raises AnnotationUnknown, LibraryError."""
        self._do(Step(self._find(annotation_id), None))

    def can_undo(self, document_id: str | None) -> bool:
        return self._last(self._done, document_id) is not None

    def can_redo(self, document_id: str | None) -> bool:
        return self._last(self._undone, document_id) is not None

    def undo(self, document_id: str | None) -> None:
        """Take the last change in a document back; nothing happens when there is none.

        Raises AnnotationUnknown or AnnotationOvertaken when another program has deleted or changed
        the annotation meanwhile (the step is forgotten then), LibraryError.
        """
        step = self._last(self._done, document_id)
        if step is not None:
            self._go_back(step, step.reversed(), self._done, self._undone)

    def redo(self, document_id: str | None) -> None:
        """Make the change again that was last taken back in a document. Raises as `undo`."""
        step = self._last(self._undone, document_id)
        if step is not None:
            self._go_back(step, step, self._undone, self._done)

    def forget(self, document_id: str) -> None:
        """Let go of a document's history: its text is another, and earlier places would mislead."""
        self._done = [step for step in self._done if step.document_id != document_id]
        self._undone = [step for step in self._undone if step.document_id != document_id]
        self.changed.tell(AnnotationsChanged(document_id))

    @staticmethod
    def _last(steps: Sequence[Step], document_id: str | None) -> Step | None:
        return next((step for step in reversed(steps) if step.document_id == document_id), None)

    def _go_back(self, step: Step, change: Step, source: list[Step], target: list[Step]) -> None:
        try:
            if change.before is not None and self._find(change.before.id) != change.before:
                raise AnnotationOvertaken(id=change.before.id)
            self._carry_out(change)
        except (AnnotationUnknown, AnnotationOvertaken):
            source.remove(step)
            raise
        source.remove(step)
        target.append(step)
        self._tell(step)

    def _do(self, step: Step) -> None:
        self._carry_out(step)
        self._done = [*self._done, step][-HISTORY:]
        self._undone = [undone for undone in self._undone if undone.document_id != step.document_id]
        self._tell(step)

    def _carry_out(self, step: Step) -> None:
        if step.before is None and step.after is not None:
            self._library.add_annotation(step.after)
        elif step.before is not None and step.after is None:
            self._library.remove_annotation(step.before.id)
        elif step.after is not None:
            self._library.replace_annotation(step.after)

    def _tell(self, step: Step) -> None:
        self.changed.tell(AnnotationsChanged(step.document_id))

    def _find(self, annotation_id: str) -> Annotation:
        for annotation in self._library.annotations():
            if annotation.id == annotation_id:
                return annotation
        raise AnnotationUnknown(id=annotation_id)


def clean_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags as they are kept: without "#" and spaces around, none empty, each once."""
    stripped = (" ".join(tag.split()).lstrip("#").strip() for tag in tags)
    return tuple(dict.fromkeys(tag for tag in stripped if tag))


def _drafted(annotation: Annotation, draft: Draft) -> Annotation:
    return replace(
        annotation,
        note=draft.note.strip(),
        color=draft.color,
        tags=clean_tags(draft.tags),
        stance=draft.stance,
        status=draft.status,
    )


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
