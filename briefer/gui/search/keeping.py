"""The saved searches and the history of queries, read and written off the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.task import Progress, Task
from briefer.core.searches import SavedSearch
from briefer.gui.dialogs.line import LineDialog
from briefer.gui.parts import Parts
from briefer.gui.search.field import SearchField
from briefer.gui.search.saved import SavedPanel

OFFERED = 60  # queries of earlier

Book = tuple[list[SavedSearch], list[str]]


class KeepingDesk(QObject):
    """Shows what is kept in the library's column, and offers earlier queries in the field.

    `troubled` carries an Exception.
    """

    troubled = Signal(object)

    def __init__(self, parts: Parts, field: SearchField, panel: SavedPanel, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._field = field
        self._panel = panel
        self._window = window
        panel.drop_wanted.connect(self._drop)
        panel.rename_wanted.connect(self._ask_name)

    @Slot()
    def refresh(self) -> None:
        """Read both anew; before there is a library there is nothing to read."""
        self._do(lambda: None)

    def keep(self, query: str) -> None:
        """Save a search under its own words."""
        if query := " ".join(query.split()):
            self._do(lambda: self._parts.searches().save(query, query))

    def asked(self, query: str) -> None:
        """Note that a query was asked."""
        if query := " ".join(query.split()):
            self._do(lambda: self._parts.searches().asked(query))

    @Slot(object)
    def _drop(self, search: SavedSearch) -> None:
        self._do(lambda: self._parts.searches().delete(search.id))

    @Slot(object)
    def _ask_name(self, search: SavedSearch) -> None:
        texts = self._parts.texts

        def enter(name: str) -> None:
            if name := " ".join(name.split()):
                self._do(lambda: self._parts.searches().rename(search.id, name))

        title = texts.gettext("Rename the saved search")
        LineDialog(title, texts.gettext("Its name"), search.name, enter, texts, self._window).open()

    def _do(self, change: Callable[[], object]) -> None:
        def work(_progress: Progress) -> Book:
            change()
            searches = self._parts.searches()
            return searches.saved(), [past.query for past in searches.past(OFFERED)]

        def done(book: Book) -> None:
            saved, lately = book
            self._panel.show_searches(saved)
            self._field.offer(lately)

        task = Task(self._parts.texts.gettext("Reading the saved searches…"), work)
        self._parts.jobs.start(task, done, self.troubled.emit, quiet=True)
