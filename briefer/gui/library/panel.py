"""The column with the saved documents."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTreeView, QVBoxLayout, QWidget

from briefer.app.library import Library
from briefer.app.model import DocumentSummary
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.gui.jobs import Jobs
from briefer.gui.library.delegate import DocumentDelegate
from briefer.gui.library.model import LibraryModel, summary_at
from briefer.gui.theme import Palette


class LibraryPanel(QWidget):
    """Lists the library. `open_wanted` carries a document's id, `troubled` an Exception.

    Nothing is read from the library before the first `refresh`.
    """

    open_wanted = Signal(str)
    troubled = Signal(object)
    _library_changed = Signal()

    def __init__(
        self, library: Library, jobs: Jobs, texts: Texts, colors: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._texts = texts
        self._current: str | None = None
        self.model = LibraryModel(texts, self)
        self.view = QTreeView(self)
        self._delegate = DocumentDelegate(texts, colors, self.view)
        self._heading = QLabel(self)
        self._heading.setObjectName("panel_heading")
        self._empty = QLabel(self)
        self._empty.setObjectName("hint")
        self._empty.setWordWrap(True)
        self._dress_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        # The library tells in the thread that changed it; the signal brings that over here.
        self._library_changed.connect(self.refresh)
        self._unsubscribe = library.changed.subscribe(lambda _changed: self._library_changed.emit())
        self.retranslate()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(160, 200)

    def close_down(self) -> None:
        self._unsubscribe()

    @Slot()
    def refresh(self) -> None:
        """Read the list anew, off the window's thread."""

        def work(_progress: Progress) -> list[DocumentSummary]:
            return self._library.summaries()

        self._jobs.start(
            Task(self._texts.gettext("Reading the library…"), work), self._show, self.troubled.emit
        )

    def set_current(self, document_id: str | None) -> None:
        """Mark the document that stands open."""
        self._current = document_id
        index = self.model.find(document_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
        else:
            self.view.clearSelection()

    def set_colors(self, colors: Palette) -> None:
        self._delegate.colors = colors
        self.view.viewport().update()

    def retranslate(self) -> None:
        self._heading.setText(self._texts.gettext("Library"))
        self._empty.setText(
            self._texts.gettext(
                "No documents are saved yet. Saving one, or annotating it, puts it here "
                "and makes it searchable."
            )
        )
        self.view.setAccessibleName(self._texts.gettext("Library"))
        self._show(list(self.model.summaries))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self, summaries: list[DocumentSummary]) -> None:
        self.model.show(summaries)
        self.view.expandAll()
        self._empty.setVisible(not summaries)
        self.set_current(self._current)

    def _dress_view(self) -> None:
        view = self.view
        view.setObjectName("library_tree")
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setHeaderHidden(True)
        view.setIndentation(12)
        view.setMouseTracking(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.clicked.connect(self._open)
        view.activated.connect(self._open)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        summary = summary_at(index)
        if summary is not None:
            self.open_wanted.emit(summary.id)
