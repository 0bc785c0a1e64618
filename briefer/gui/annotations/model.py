"""The annotations of one document as a list for Qt."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.app.texts import Texts
from briefer.core.annotation import Annotation
from briefer.gui.annotations.words import card

ANNOTATION = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class AnnotationsModel(QAbstractListModel):
    """One row an annotation, in reading order; `ANNOTATION` is the role of the value itself."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._annotations: tuple[Annotation, ...] = ()

    def show(self, annotations: tuple[Annotation, ...]) -> None:
        self.beginResetModel()
        self._annotations = annotations
        self.endResetModel()

    def row_of(self, annotation_id: str) -> int | None:
        """The row of an annotation, or None."""
        ids = [annotation.id for annotation in self._annotations]
        return ids.index(annotation_id) if annotation_id in ids else None

    def retranslate(self) -> None:
        if self._annotations:
            self.dataChanged.emit(self.index(0), self.index(len(self._annotations) - 1))

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self._annotations)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._annotations):
            return None
        annotation = self._annotations[index.row()]
        if role == ANNOTATION:
            return annotation
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            told = card(annotation, self._texts)
            return "\n".join(part for part in (told.quote, told.note, told.line) if part)
        return None
