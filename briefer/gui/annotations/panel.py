"""The column beside the text: the note being written, and the annotations of the document."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from briefer.app.texts import Texts
from briefer.core.annotation import Annotation
from briefer.gui.annotations.delegate import AnnotationDelegate
from briefer.gui.annotations.editor import NoteEditor
from briefer.gui.annotations.model import ANNOTATION, AnnotationsModel
from briefer.gui.fitting import Fold
from briefer.gui.keys import Keys
from briefer.gui.theme import Palette


class Cards(QListView):
    """The list. `delete_wanted` is the Delete key; Enter and a click are Qt's own signals."""

    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class AnnotationsPanel(QWidget):
    """Shows annotations; the wishes carry an `Annotation`."""

    jump_wanted = Signal(object)
    change_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(
        self, texts: Texts, keys: Keys, colors: Palette, serif: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._keys = keys
        self.editor = NoteEditor(texts, self)
        self.model = AnnotationsModel(texts, self)
        self.view = Cards(self)
        self._delegate = AnnotationDelegate(texts, colors, serif, self.view)
        self._heading = QLabel(self)
        self._heading.setObjectName("panel_heading")
        self._empty = QLabel(self)
        self._empty.setObjectName("hint")
        self._empty.setWordWrap(True)
        self._dress_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._fold = Fold(self.editor, self)
        column.addWidget(self._fold)
        column.addWidget(self._heading)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)
        # What is being written comes first where the column is short.
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.editor.set_colors(colors)
        keys.changed.connect(self.retranslate)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        written = 0 if self.editor.isHidden() else self._fold.minimumSizeHint().width()
        return QSize(max(210, written), 150)

    def show_annotations(self, annotations: tuple[Annotation, ...]) -> None:
        """Show these; the one that was chosen stays chosen if it is still there."""
        chosen = self.current
        self.model.show(annotations)
        if chosen is not None:
            self.choose(chosen.id)
        self.retranslate()

    @property
    def current(self) -> Annotation | None:
        annotation: Annotation | None = self.view.currentIndex().data(ANNOTATION)
        return annotation

    def choose(self, annotation_id: str) -> None:
        """Mark an annotation in the list and bring it into sight."""
        row = self.model.row_of(annotation_id)
        if row is not None:
            index = self.model.index(row)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def set_colors(self, colors: Palette) -> None:
        self._delegate.colors = colors
        self.editor.set_colors(colors)
        self.view.viewport().update()

    @Slot()
    def retranslate(self) -> None:
        count = self.model.rowCount()
        self._heading.setText(
            self._texts.ngettext("{count} annotation", "{count} annotations", count).format(count=count)
            if count
            else self._texts.gettext("Annotations")
        )
        self._empty.setText(
            self._texts.gettext(
                "Nothing is annotated yet. Select a passage, or stand on a paragraph, and highlight "
                "it{highlight} or write a note{note}."
            ).format(highlight=self._keys.aside("highlight"), note=self._keys.aside("note"))
        )
        self._empty.setVisible(count == 0)
        self.view.setAccessibleName(self._texts.gettext("Annotations"))
        self.model.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _dress_view(self) -> None:
        view = self.view
        view.setObjectName("cards")
        view.setModel(self.model)
        view.setItemDelegate(self._delegate)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(lambda _point: self._show_menu())
        view.clicked.connect(self._jump)
        view.activated.connect(self._jump)
        view.doubleClicked.connect(lambda _index: self._wish(self.change_wanted))
        view.delete_wanted.connect(lambda: self._wish(self.delete_wanted))

    @Slot(QModelIndex)
    def _jump(self, index: QModelIndex) -> None:
        annotation = index.data(ANNOTATION)
        if annotation is not None:
            self.jump_wanted.emit(annotation)

    def _wish(self, signal: SignalInstance) -> None:
        if self.current is not None:
            signal.emit(self.current)

    def _show_menu(self) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, signal in (
            (self._texts.gettext("Go to the passage"), self.jump_wanted),
            (self._texts.gettext("Change…"), self.change_wanted),
            (self._texts.gettext("Delete"), self.delete_wanted),
        ):
            action = menu.addAction(name)
            action.triggered.connect(lambda _checked=False, wish=signal: self._wish(wish))
        menu.popup(self.view.viewport().mapToGlobal(self.view.visualRect(self.view.currentIndex()).center()))
