"""The column with the saved documents: filter, tree, what it says while it is empty."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.app.library import Library
from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.gui.entry import Entry
from briefer.gui.fitting import WordsFold
from briefer.gui.jobs import Jobs
from briefer.gui.library.delegate import DocumentDelegate
from briefer.gui.library.kept import PanelState
from briefer.gui.library.listing import Lister
from briefer.gui.library.model import LibraryModel
from briefer.gui.library.order import Order
from briefer.gui.library.tree import LibraryTree
from briefer.gui.theme import Palette

EMPTY = 24  # pixels of a list in which nothing is: files can be dropped on it
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own bound, without a name in Python
PAUSE = 150  # milliseconds without a key before the filter acts


class LibraryPanel(QWidget):
    """Lists the library. `open_wanted` carries a document's id, `troubled` an Exception.

    `listed` tells that the list is another one; `import_wanted` asks for files. Nothing is read
    from the library before the first `refresh`.
    """

    open_wanted = Signal(str)
    troubled = Signal(object)
    listed = Signal()
    import_wanted = Signal()
    _library_changed = Signal()

    def __init__(
        self, library: Library, jobs: Jobs, texts: Texts, colors: Palette, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._current: str | None = None
        self._unusable = False
        self.model = LibraryModel(texts, self)
        # The Tab key goes through these in the order they are made in.
        self.more = QToolButton(self)
        self.more.setText("⋯")
        self.more.setAutoRaise(True)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filter = Entry(self)
        self.filter.setObjectName("library_filter")
        self.filter.setClearButtonEnabled(True)
        self.import_button = QPushButton(self)
        self.import_button.clicked.connect(self.import_wanted)
        self.view = LibraryTree(self)
        self.view.setModel(self.model)
        self._delegate = DocumentDelegate(texts, colors, self.view)
        self.view.setItemDelegate(self._delegate)
        self._lister = Lister(library, jobs, texts, self.view, self.model, self._delegate, self.filter.text)
        self._heading = QLabel(self)
        self._heading.setObjectName("panel_heading")
        self._empty = QLabel(self)
        self._empty.setObjectName("hint")
        self._empty.setWordWrap(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        self._connect(library)
        self.setAcceptDrops(True)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        told = 0 if self._emptiness.isHidden() else self._emptiness.minimumSizeHint().width()
        return QSize(max(160, told), 200)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Files are taken anywhere in the column: the list of an empty library is a few lines high."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self.view.take(event)

    def close_down(self) -> None:
        self._pause.stop()
        self._lister.close()
        self._unsubscribe()

    @property
    def state(self) -> PanelState:
        """How the panel is now, to be restored at the next start."""
        return self._lister.state

    def restore(self, state: PanelState) -> None:
        """Be as `state` says once the library has been read."""
        self.filter.setText(state.filter)
        self._lister.restore(state)

    def sort(self, order: Order) -> None:
        """Sort documents by `order`."""
        self._lister.sort(order)

    def summary(self, document_id: str | None) -> DocumentSummary | None:
        """The document of this id as it is listed, None if it is not saved."""
        return next((each for each in self.model.summaries if each.id == document_id), None)

    @Slot()
    def refresh(self) -> None:
        """Read the list anew, off the window's thread; wishes that come meanwhile are one."""
        self._lister.refresh()

    def set_current(self, document_id: str | None) -> None:
        """Mark the document that stands open."""
        self._current = document_id
        if any(each.id == document_id for each in self.view.chosen):
            return
        index = self.model.find(document_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
        else:
            self.view.clearSelection()

    def set_colors(self, colors: Palette) -> None:
        self._delegate.colors = colors
        self.view.viewport().update()

    def retranslate(self) -> None:
        gettext = self._texts.gettext
        self._heading.setText(gettext("Library"))
        self.filter.setPlaceholderText(gettext("Filter"))
        self.filter.setAccessibleName(gettext("Filter the library"))
        self.more.setToolTip(gettext("More about the library"))
        self.more.setAccessibleName(gettext("More about the library"))
        self.import_button.setText(gettext("Import documents…"))
        self.view.setAccessibleName(gettext("Library"))
        self._lister.list()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _begin(self) -> None:
        if self._current is not None:
            self.set_current(self._current)

    @Slot()
    def _read(self) -> None:
        self._unusable = False
        self._tell_emptiness()

    @Slot()
    def _not_read(self) -> None:
        self._unusable = True
        self._tell_emptiness()

    @Slot()
    def _tell_emptiness(self) -> None:
        gettext = self._texts.gettext
        none, hidden = not self.model.summaries, self.model.rowCount() == 0
        if none and self._unusable:
            self._empty.setText(gettext("The library cannot be used."))
            return
        self._emptiness.setVisible(none or hidden)
        self.view.setMaximumHeight(EMPTY if none or hidden else QWIDGETSIZE_MAX)
        self._invitation.setVisible(none and self._lister.read)
        self._empty.setText(
            gettext(
                "No documents are saved yet. Saving one, or annotating it, puts it here and makes it "
                "searchable; so does dropping files on this column."
            )
            if none
            else gettext("Nothing here is called so. Clear the filter to see all documents.")
        )
        self.updateGeometry()

    def _connect(self, library: Library) -> None:
        self.view.open_wanted.connect(self.open_wanted)
        self._lister.listed.connect(self._read)
        self._lister.listed.connect(self.listed)
        self._lister.troubled.connect(self._not_read)
        self._lister.troubled.connect(self.troubled)
        self._lister.shown.connect(self._tell_emptiness)
        self._lister.began.connect(self._begin)
        self._pause.timeout.connect(self._lister.list)
        self.filter.textChanged.connect(self._pause.start)
        self.filter.list_wanted.connect(self.view.setFocus)
        # The library tells in the thread that changed it; the signal brings that over here.
        self._library_changed.connect(self.refresh)
        self._unsubscribe = library.changed.subscribe(lambda _changed: self._library_changed.emit())

    def _lay_out(self) -> None:
        top, bar = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(0, 4, 8, 0)
        top.addWidget(self._heading, 1)
        top.addWidget(self.more)
        bar.setContentsMargins(12, 0, 12, 6)
        bar.addWidget(self.filter)
        self._emptiness = QWidget(self)
        self._invitation = QWidget(self._emptiness)
        button = QHBoxLayout(self._invitation)
        button.setContentsMargins(17, 6, 14, 6)  # under the words
        button.addWidget(self.import_button)
        button.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for layout in (top, bar):
            column.addLayout(layout)
        told = QVBoxLayout(self._emptiness)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(0)
        told.addWidget(self._empty)
        told.addWidget(self._invitation)
        told.addStretch(1)
        column.addWidget(WordsFold(self._emptiness, self))
        column.addWidget(self.view, 1)
        column.addStretch(0)
