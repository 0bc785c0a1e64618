"""The saved documents as a tree for Qt: the person's folders, then organ and session, then documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, QSignalBlocker, QSize
from PySide6.QtGui import QStandardItemModel

from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.core.folders import Folder
from briefer.gui.library.order import Order
from briefer.gui.library.rows import FOLDER, KEY, SUMMARY, Listing, Rows, rows_of

DOCUMENTS = "application/x-briefer-documents"

Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QStandardItemModel):
    """`SUMMARY` is the role of a document's summary, `FOLDER` of a folder; `KEY` names a row for good."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._rows = Rows(Listing())

    @property
    def summaries(self) -> tuple[DocumentSummary, ...]:
        """The documents of the library, in the order they came; a filter leaves them alone."""
        return tuple(self._listing.summaries)

    @property
    def folders(self) -> tuple[Folder, ...]:
        return tuple(self._listing.folders)

    @property
    def order(self) -> Order:
        return self._listing.order

    @property
    def listing(self) -> Listing:
        """What is listed, and how."""
        return self._listing

    @property
    def headings(self) -> list[QModelIndex]:
        """The rows that have others below them."""
        return [item.index() for item in self._rows.headings if item.hasChildren()]

    def show(self, summaries: Sequence[DocumentSummary], folders: Sequence[Folder] = ()) -> None:
        """List these."""
        self.take(rows_of(replace(self._listing, summaries=summaries, folders=folders), self._texts))

    def arrange(self, order: Order, wanted: str) -> None:
        """Sort by `order`, and list only what the words of `wanted` describe."""
        listing = replace(self._listing, order=order, wanted=wanted)
        if listing != self._listing:
            self.take(rows_of(listing, self._texts))

    def take(self, rows: Rows) -> None:
        """Show rows that were made ahead, in place of those that are there."""
        self.clear()
        self.setColumnCount(1)
        self._rows = rows
        for item in rows.top:
            self.appendRow(item)  # what is appended to the model's root item would stay for good

    def size_headings(self, size: Callable[[QModelIndex], QSize]) -> None:
        """Give every heading the size that it needs; who shows them lays them out anew."""
        with QSignalBlocker(self):
            for item in self._rows.headings:
                item.setSizeHint(size(item.index()))

    def find(self, document_id: str | None) -> QModelIndex:
        """Where a document is listed among organs and sessions; no index when it is not."""
        item = self._rows.grouped.get(document_id or "")
        return item.index() if item is not None else QModelIndex()

    def row_called(self, key: str) -> QModelIndex:
        """The row of a key; no index when it is not there."""
        item = self._rows.by_key.get(key)
        return item.index() if item is not None else QModelIndex()

    def indexes(self, below: Index | None = None) -> Iterator[QModelIndex]:
        """Every row, from the top down."""
        parent = below if below is not None else QModelIndex()
        for row in range(self.rowCount(parent)):
            index = self.index(row, 0, parent)
            yield index
            yield from self.indexes(index)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.take(rows_of(self._listing, self._texts))

    @property
    def _listing(self) -> Listing:
        return self._rows.listing

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [DOCUMENTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        found = [summary.id for index in indexes if (summary := summary_at(index))]
        data = QMimeData()
        data.setData(DOCUMENTS, " ".join(dict.fromkeys(found)).encode())
        return data


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
