"""The saved documents as a tree for Qt: the person's folders, then organ and session, then documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.core.folders import Folder
from briefer.gui.library.order import Group, Order, groups_of, matching, natural, sorted_documents

SUMMARY = Qt.ItemDataRole.UserRole
FOLDER = Qt.ItemDataRole.UserRole + 1
KEY = Qt.ItemDataRole.UserRole + 2
DOCUMENTS = "application/x-briefer-documents"

Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QStandardItemModel):
    """`SUMMARY` is the role of a document's summary, `FOLDER` of a folder; `KEY` names a row for good."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._summaries: tuple[DocumentSummary, ...] = ()
        self._folders: tuple[Folder, ...] = ()
        self._order = Order.ITEM
        self._wanted = ""

    @property
    def summaries(self) -> tuple[DocumentSummary, ...]:
        """The documents of the library, in the order they came; a filter leaves them alone."""
        return self._summaries

    @property
    def folders(self) -> tuple[Folder, ...]:
        return self._folders

    @property
    def order(self) -> Order:
        return self._order

    def show(self, summaries: Sequence[DocumentSummary], folders: Sequence[Folder] = ()) -> None:
        """List these."""
        self._summaries, self._folders = tuple(summaries), tuple(folders)
        self._fill()

    def arrange(self, order: Order, wanted: str) -> None:
        """Sort by `order`, and list only what the words of `wanted` describe."""
        if (order, wanted) != (self._order, self._wanted):
            self._order, self._wanted = order, wanted
            self._fill()

    def find(self, document_id: str | None) -> QModelIndex:
        """Where a document is listed among organs and sessions; no index when it is not."""
        found = QModelIndex()
        for index in self.indexes():
            summary = summary_at(index)
            if summary is not None and summary.id == document_id:
                found = index
        return found

    def indexes(self, below: Index | None = None) -> Iterator[QModelIndex]:
        """Every row, from the top down."""
        parent = below if below is not None else QModelIndex()
        for row in range(self.rowCount(parent)):
            index = self.index(row, 0, parent)
            yield index
            yield from self.indexes(index)

    def retranslate(self) -> None:
        self._fill()

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [DOCUMENTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        found = [summary.id for index in indexes if (summary := summary_at(index))]
        data = QMimeData()
        data.setData(DOCUMENTS, " ".join(dict.fromkeys(found)).encode())
        return data

    def _fill(self) -> None:
        self.clear()
        listed = matching(self._summaries, self._wanted, self._texts)
        self._fill_folders(self.invisibleRootItem(), None, listed, set())
        for group in groups_of(listed, self._order, self._texts):
            self.appendRow(self._grouped(group))

    def _fill_folders(
        self, parent: QStandardItem, parent_id: str | None, listed: Sequence[DocumentSummary], above: set[str]
    ) -> None:
        inner = [folder for folder in self._folders if folder.parent_id == parent_id]
        for folder in sorted(inner, key=lambda each: natural(each.name)):
            if folder.id in above:
                continue
            held = [each for each in listed if folder.id in each.folders]
            item = self._heading(f"folder:{folder.id}", folder.name, Qt.ItemFlag.ItemIsSelectable)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsDropEnabled)
            item.setData(folder, FOLDER)
            self._fill_folders(item, folder.id, listed, {*above, folder.id})
            item.appendRows(self._documents(sorted_documents(held, self._order), f"folder:{folder.id}"))
            if item.hasChildren() or not self._wanted.strip():
                parent.appendRow(item)

    def _grouped(self, group: Group) -> QStandardItem:
        item = self._heading(group.key, group.name or self._texts.gettext("Unfiled"))
        item.appendRows([self._grouped(inner) for inner in group.inner])
        item.appendRows(self._documents(group.documents, group.key))
        return item

    def _heading(self, key: str, name: str, flags: Qt.ItemFlag = Qt.ItemFlag.NoItemFlags) -> QStandardItem:
        item = QStandardItem(name)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | flags)
        item.setToolTip(name)
        item.setData(key, KEY)
        return item

    def _documents(self, summaries: Iterable[DocumentSummary], key: str) -> list[QStandardItem]:
        return [self._document(summary, key) for summary in summaries]

    def _document(self, summary: DocumentSummary, key: str) -> QStandardItem:
        item = QStandardItem(self._spoken(summary))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled)
        item.setData(summary, SUMMARY)
        item.setData(f"{key}|{summary.id}", KEY)
        item.setToolTip(summary.title)
        return item

    def _spoken(self, summary: DocumentSummary) -> str:
        languages = ", ".join(self._texts.language_name(language) for language in summary.languages)
        superseded = self._texts.gettext("superseded") if summary.superseded else ""
        return ", ".join(part for part in (summary.symbol, summary.title, languages, superseded) if part)


def summary_at(index: Index) -> DocumentSummary | None:
    """The document at `index`, None for a group or folder."""
    summary: DocumentSummary | None = index.data(SUMMARY)
    return summary


def folder_at(index: Index) -> Folder | None:
    """The person's own folder at `index`, None for anything else."""
    folder: Folder | None = index.data(FOLDER)
    return folder


def is_item(index: Index) -> bool:
    """Whether the row is an agenda item, under which its documents stand."""
    return "|item:" in str(index.data(KEY) or "")
