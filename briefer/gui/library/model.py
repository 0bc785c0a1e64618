"""The saved documents as a tree for Qt: organ and session, then documents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.gui.library.words import group_name

SUMMARY = Qt.ItemDataRole.UserRole


class LibraryModel(QStandardItemModel):
    """Groups at the top, documents below; `SUMMARY` is the role of a document's summary."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._summaries: tuple[DocumentSummary, ...] = ()

    @property
    def summaries(self) -> tuple[DocumentSummary, ...]:
        """The documents listed, in the order they came."""
        return self._summaries

    def show(self, summaries: Sequence[DocumentSummary]) -> None:
        """List these; groups by name, the unfiled last, documents by symbol and title."""
        self._summaries = tuple(summaries)
        self.clear()
        groups: dict[str, list[DocumentSummary]] = {}
        for summary in self._summaries:
            groups.setdefault(group_name(summary, self._texts), []).append(summary)
        for name in sorted(groups, key=lambda name: (not name, name)):
            group = QStandardItem(name or self._texts.gettext("Unfiled"))
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for summary in sorted(groups[name], key=lambda each: (each.symbol or "~", each.title)):
                item = QStandardItem(self._spoken(summary))
                item.setEditable(False)
                item.setData(summary, SUMMARY)
                item.setToolTip(summary.title)
                group.appendRow(item)
            self.appendRow(group)

    def find(self, document_id: str | None) -> QModelIndex:
        """Where a document is listed; no index when it is not."""
        for row in range(self.rowCount()):
            group = self.index(row, 0)
            for child in range(self.rowCount(group)):
                index = self.index(child, 0, group)
                if index.data(SUMMARY).id == document_id:
                    return index
        return QModelIndex()

    def retranslate(self) -> None:
        self.show(self._summaries)

    def _spoken(self, summary: DocumentSummary) -> str:
        languages = ", ".join(self._texts.language_name(language) for language in summary.languages)
        return ", ".join(part for part in (summary.symbol, summary.title, languages) if part)


def summary_at(index: QModelIndex | QPersistentModelIndex) -> DocumentSummary | None:
    """The document at `index`, None for a group."""
    summary: DocumentSummary | None = index.data(SUMMARY)
    return summary
