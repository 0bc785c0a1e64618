"""The rows of the library's column, made ready ahead: of many documents off the window's thread.

They belong to no model yet, so any thread may make them. Their heights are in them, because a list of
ten thousand rows that asks for each would stand still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem

from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.core.folders import Folder
from briefer.core.values import dataclass
from briefer.gui.library.order import Group, Order, groups_of, matching, natural, sorted_documents

SUMMARY = Qt.ItemDataRole.UserRole
FOLDER = Qt.ItemDataRole.UserRole + 1
KEY = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class Listing:
    """What is to be listed, and how. `height` is that of a document's row, in pixels."""

    summaries: Sequence[DocumentSummary] = ()
    folders: Sequence[Folder] = ()
    order: Order = Order.ITEM
    wanted: str = ""
    height: int = 0


@dataclass
class Branch:
    """A row at the top with all below it: `top` itself, the rows with others below them, and where what is,
    by key. What it was made of tells whether it is still the same; None if it is never asked.
    """

    group: Group | None = None
    top: list[QStandardItem] = field(default_factory=list)
    headings: list[QStandardItem] = field(default_factory=list)
    by_key: dict[str, QStandardItem] = field(default_factory=dict)
    grouped: dict[str, QStandardItem] = field(default_factory=dict)  # by the document's id


@dataclass
class Rows:
    """The rows of a `listing` in a language; of those that were there `before` some may still be."""

    listing: Listing
    language: str = ""
    branches: list[Branch] = field(default_factory=list)
    before: Rows | None = None

    @property
    def headings(self) -> list[QStandardItem]:
        return [heading for branch in self.branches for heading in branch.headings]

    @property
    def count(self) -> int:
        """How many documents are listed."""
        return sum(len(branch.grouped) for branch in self.branches)

    def called(self, key: str) -> QStandardItem | None:
        """The row of a key."""
        return next((branch.by_key[key] for branch in self.branches if key in branch.by_key), None)

    def holding(self, document_id: str) -> QStandardItem | None:
        """Where a document is listed among organs and sessions."""
        held = (branch.grouped for branch in self.branches if document_id in branch.grouped)
        return next((grouped[document_id] for grouped in held), None)


def rows_of(
    listing: Listing,
    texts: Texts,
    check: Callable[[], object] = lambda: None,
    before: Rows | None = None,
) -> Rows:
    """Make the rows, those apart that are as they were `before`, if most of them are.

    `check` is called now and then, and may raise to give it up.
    """
    alike = before is not None and (before.listing.height, before.language) == (
        listing.height,
        texts.language,
    )
    return _Making(listing, texts, check, before if alike else None).rows


class _Making:
    def __init__(
        self, listing: Listing, texts: Texts, check: Callable[[], object], before: Rows | None
    ) -> None:
        self.rows = Rows(listing, texts.language)
        self._branch = Branch()  # that is being made
        self._texts = texts
        self._check = check
        self._size = QSize(0, listing.height)
        self._language = cache(texts.language_name)
        listed = matching(listing.summaries, listing.wanted, texts)
        check()
        held: dict[str, list[DocumentSummary]] = {}
        for summary in listed:
            for folder in summary.folders:
                held.setdefault(folder, []).append(summary)
        self._branch.top += self._folders(None, held, frozenset())
        self.rows.branches.append(self._branch)
        groups = groups_of(listed, listing.order, texts)
        kept = _kept(groups, before)
        if kept:
            self.rows.before = before
        for group in groups:
            check()
            self.rows.branches.append(kept.get(group.key) or self._made(group))

    def _made(self, group: Group) -> Branch:
        self._branch = Branch(group)
        self._branch.top.append(self._grouped(group))
        return self._branch

    def _folders(
        self, parent_id: str | None, held: Mapping[str, Sequence[DocumentSummary]], above: frozenset[str]
    ) -> list[QStandardItem]:
        inner = [folder for folder in self.rows.listing.folders if folder.parent_id == parent_id]
        made = []
        for folder in sorted(inner, key=lambda each: natural(each.name)):
            if folder.id in above:
                continue
            key = f"folder:{folder.id}"
            item = self._heading(key, folder.name, Qt.ItemFlag.ItemIsSelectable)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsDropEnabled)
            item.setData(folder, FOLDER)
            item.appendRows(self._folders(folder.id, held, above | {folder.id}))
            documents = sorted_documents(
                held.get(folder.id, ()), self.rows.listing.order, self._texts.language
            )
            item.appendRows([self._document(each, key) for each in documents])
            if item.hasChildren() or not self.rows.listing.wanted.strip():
                made.append(item)
        return made

    def _grouped(self, group: Group) -> QStandardItem:
        self._check()
        item = self._heading(group.key, group.name or self._texts.gettext("Unfiled"))
        item.appendRows([self._grouped(inner) for inner in group.inner])
        item.appendRows(self._documents(group.documents, group.key))
        return item

    def _documents(self, summaries: Iterable[DocumentSummary], key: str) -> list[QStandardItem]:
        made = []
        for summary in summaries:
            item = self._branch.grouped[summary.id] = self._document(summary, key)
            made.append(item)
        return made

    def _heading(self, key: str, name: str, flags: Qt.ItemFlag = Qt.ItemFlag.NoItemFlags) -> QStandardItem:
        item = QStandardItem(name)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | flags)
        item.setToolTip(name)
        item.setData(key, KEY)
        self._branch.headings.append(item)
        self._branch.by_key[key] = item
        return item

    def _document(self, summary: DocumentSummary, key: str) -> QStandardItem:
        item = QStandardItem(self._spoken(summary))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled)
        item.setData(summary, SUMMARY)
        item.setData(f"{key}|{summary.id}", KEY)
        item.setToolTip(summary.called(self._texts.language))
        item.setSizeHint(self._size)
        self._branch.by_key[f"{key}|{summary.id}"] = item
        return item

    def _spoken(self, summary: DocumentSummary) -> str:
        languages = ", ".join(self._language(language) for language in summary.languages)
        superseded = self._texts.gettext("superseded") if summary.superseded else ""
        title = summary.called(self._texts.language)
        return ", ".join(part for part in (summary.symbol, title, languages, superseded) if part)


def _kept(groups: Sequence[Group], before: Rows | None) -> dict[str, Branch]:
    """By key, the branches that are as they were; none where most are not, which are quicker made anew."""
    if before is None:
        return {}
    there = {branch.group.key: branch for branch in before.branches if branch.group is not None}
    kept = {
        group.key: there[group.key]
        for group in groups
        if group.key in there and there[group.key].group == group
    }
    in_order = list(kept) == [key for key in there if key in kept]
    return kept if in_order and 2 * len(kept) > max(len(groups), len(there)) else {}
