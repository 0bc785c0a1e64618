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
from briefer.gui.library.rows import FOLDER, KEY, SUMMARY, Branch, Listing, Rows, rows_of

DOCUMENTS = "application/x-briefer-documents"

Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QStandardItemModel):
    """`SUMMARY` is the role of a document's summary, `FOLDER` of a folder; `KEY` names a row for good."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._rows = Rows(Listing())
        self._gone: Rows | None = None

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
    def rows(self) -> Rows:
        """What is shown."""
        return self._rows

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

    def take(self, rows: Rows) -> Sequence[Branch] | None:
        """Show rows that were made ahead, in place of those that are there.

        The branches that are new; None if all are. What was there stays until `let_go`: of many rows that
        takes its time.
        """
        if rows.before is not None and rows.before is not self._rows:
            rows = rows_of(rows.listing, self._texts)
        shown = self._gone = self._rows
        self._rows = Rows(rows.listing)  # nobody asks for rows that are going
        whole = rows.before is None
        if whole:
            self.clear()
            self.setColumnCount(1)
            for branch in rows.branches:
                for item in branch.top:
                    self.appendRow(item)  # what is appended to the model's root item would stay for good
        else:
            self._exchange(shown.branches, rows.branches)
        rows.before = None
        self._rows = rows
        there = {id(branch) for branch in shown.branches}
        return None if whole else [branch for branch in rows.branches if id(branch) not in there]

    def let_go(self) -> None:
        """Let go of the rows that were there before."""
        self._gone = None

    def _exchange(self, shown: Sequence[Branch], wanted: Sequence[Branch]) -> None:
        """Remove the branches that are not wanted, and insert those that are not there."""
        staying = {id(branch) for branch in wanted} & {id(branch) for branch in shown}
        row = 0
        for branch in shown:
            if id(branch) in staying:
                row += len(branch.top)
            elif branch.top:
                self.removeRows(row, len(branch.top))
        row = 0
        for branch in wanted:
            if id(branch) not in staying:
                for offset, item in enumerate(branch.top):
                    self.insertRow(row + offset, item)
            row += len(branch.top)

    def size_headings(
        self, size: Callable[[QModelIndex], QSize], branches: Sequence[Branch] | None = None
    ) -> None:
        """Give every heading, or those of some branches, the size that it needs.

        Who shows them lays them out anew.
        """
        with QSignalBlocker(self):
            for branch in self._rows.branches if branches is None else branches:
                for item in branch.headings:
                    item.setSizeHint(size(item.index()))

    def find(self, document_id: str | None) -> QModelIndex:
        """Where a document is listed among organs and sessions; no index when it is not."""
        item = self._rows.holding(document_id or "")
        return item.index() if item is not None else QModelIndex()

    def row_called(self, key: str) -> QModelIndex:
        """The row of a key; no index when it is not there."""
        item = self._rows.called(key)
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
