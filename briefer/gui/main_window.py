"""The window: composition only. What a part does is in the part."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefer.app.model import OpenDocument
from briefer.app.resources import resource
from briefer.app.settings import AUTHOR, COLUMNS, GEOMETRY, RECENT
from briefer.core.annotation import Annotation
from briefer.gui.actions import NEEDS_DOCUMENT, Actions
from briefer.gui.annotations.desk import AnnotationDesk
from briefer.gui.annotations.panel import AnnotationsPanel
from briefer.gui.briefing.desk import BriefingDesk
from briefer.gui.dialogs.about import AboutDialog
from briefer.gui.dialogs.leaving import ask_to_leave
from briefer.gui.dialogs.shortcuts import ShortcutsDialog
from briefer.gui.dialogs.symbol import SymbolDialog
from briefer.gui.library.header import DocumentHeader
from briefer.gui.library.panel import LibraryPanel
from briefer.gui.library.start_page import StartPage
from briefer.gui.notices import NoticeBar, ProgressStrip, Tone
from briefer.gui.parts import Parts
from briefer.gui.reader.typography import family
from briefer.gui.reader.view import ReaderView
from briefer.gui.search.desk import SearchDesk
from briefer.gui.search.results import Passage, ResultsPanel
from briefer.gui.status import StatusLine
from briefer.gui.theme import Theme
from briefer.gui.workspace import Workspace

SAMPLE = ("samples", "joint-statement.ru-en.txt")


class MainWindow(QMainWindow):
    """One document between the library and its annotations."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._texts = parts.texts
        self.jobs = parts.jobs
        self.workspace = Workspace(parts.opener, parts.library, parts.jobs, parts.settings, parts.texts)
        self._make_widgets()
        self.annotations = AnnotationDesk(
            parts.annotator, self.workspace, self.reader, self.annotations_panel, parts.texts
        )
        self.search = SearchDesk(
            parts.search, self.workspace, parts.jobs, self.search_field, self.results, parts.texts
        )
        self.briefing = BriefingDesk(parts.notes, parts.annotator, parts.jobs, parts.texts, self)
        self.actions_by_id = Actions(self._texts, self._handlers(), self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_document(None)
        self._restore()
        self.setAcceptDrops(True)

    @Slot()
    def start(self) -> None:
        """Read the library: called after the first paint."""
        self.library_panel.refresh()

    def retranslate(self) -> None:
        texts, document = self._texts, self.workspace.document
        name = (
            document.document.masthead.symbol or document.document.title(texts.language) if document else ""
        )
        self.setWindowTitle(f"{name} — Briefer" if name else "Briefer")
        self.actions_by_id.retranslate()
        self.search_field.setPlaceholderText(texts.gettext("Search the library…"))
        self.search_field.setAccessibleName(texts.gettext("Search the library"))
        self.search_field.setToolTip(texts.gettext("Search all saved documents (Ctrl+Shift+F)"))
        self.toolbar.setWindowTitle(texts.gettext("Toolbar"))
        self.reader.setAccessibleName(texts.gettext("Document"))

    # -- Qt's own events

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "actions_by_id"):
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()
        self.open_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if not self.annotations.settle() and not ask_to_leave(self._texts, self):
            event.ignore()
            return
        self._parts.settings.set(GEOMETRY, _encoded(self.saveGeometry()))
        self._parts.settings.set(COLUMNS, _encoded(self.columns.saveState()))
        self.jobs.stop()
        self.annotations.close()
        self.library_panel.close_down()
        event.accept()

    # -- what the actions do

    @Slot()
    def ask_for_files(self) -> None:
        dialog = QFileDialog(self, self._texts.gettext("Open one file, or two of one document"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        recent = self._parts.settings.get(RECENT)
        dialog.setDirectory(str(Path(recent[0][0]).parent) if recent else str(Path.home()))
        dialog.filesSelected.connect(lambda names: self.open_files([Path(name) for name in names]))
        dialog.open()

    def open_files(self, paths: list[Path]) -> None:
        """Open one or two files; of more than two, say that it cannot be done."""
        self.notices.clear()
        if len(paths) > 2:
            self.notices.say(
                lambda texts: texts.gettext("Open one file, or the two language versions of one document."),
                Tone.PROBLEM,
            )
        elif paths:
            self.workspace.open_paths(paths)

    def _open_sample(self) -> None:
        self.open_files([resource(*SAMPLE)])

    def _enter_symbol(self) -> None:
        document = self.workspace.document
        if document is not None:
            symbol = document.document.masthead.symbol or ""
            SymbolDialog(symbol, self.workspace.set_symbol, self._texts, self).open()

    def _export(self) -> None:
        document = self.workspace.document
        if document is not None and self.annotations.settle():
            self.briefing.ask(document, self._parts.settings.get(AUTHOR))

    def _on_chosen(self, act: Callable[[Annotation], None]) -> None:
        annotation = self.annotations_panel.current
        if annotation is not None:
            act(annotation)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _next_column(self) -> None:
        """Move the keyboard to the next column that is shown."""
        notes = (
            self.results.view if self.side.currentWidget() is self.results else self.annotations_panel.view
        )
        stops = [self.library_panel.view, self.reader.focusProxy() or self.reader, notes, self.search_field]
        shown = [widget for widget in stops if widget.isVisible()]
        focused = self.focusWidget()
        here = next(
            (n for n, w in enumerate(shown) if focused and (w is focused or w.isAncestorOf(focused))), -1
        )
        if shown:
            shown[(here + 1) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        look, reader = self._parts.look, self.reader
        return {
            "open": self.ask_for_files,
            "save": self.workspace.save,
            "symbol": self._enter_symbol,
            "export": self._export,
            "quit": self.close,
            "undo": self.annotations.undo,
            "redo": self.annotations.redo,
            "copy": reader.copy,
            "find": reader.open_find,
            "find-next": reader.find_next,
            "find-previous": reader.find_previous,
            "search": partial(self.search_field.setFocus, Qt.FocusReason.ShortcutFocusReason),
            "highlight": self.annotations.highlight,
            "note": self.annotations.write_note,
            "change-note": partial(self._on_chosen, self.annotations.change),
            "delete-note": partial(self._on_chosen, self.annotations.delete),
            "previous-pair": reader.previous_pair,
            "next-pair": reader.next_pair,
            "lock": lambda: reader.set_locked(not reader.locked),
            "larger": partial(look.resize_text, 1),
            "smaller": partial(look.resize_text, -1),
            **{f"theme-{theme}": partial(look.set_theme, theme) for theme in Theme},
            "show-library": lambda: self.library_panel.setHidden(not self.library_panel.isHidden()),
            "show-notes": lambda: self.side.setHidden(not self.side.isHidden()),
            "next-column": self._next_column,
            "full-screen": self._toggle_full_screen,
            "language-en": partial(look.speak, "en"),
            "language-ru": partial(look.speak, "ru"),
            "shortcuts": lambda: ShortcutsDialog(self.actions_by_id.shortcuts(), self._texts, self).open(),
            "sample": self._open_sample,
            "about": lambda: AboutDialog(self._texts, self).open(),
        }

    # -- composition

    def _make_widgets(self) -> None:
        parts, texts = self._parts, self._texts
        colors, serif = parts.look.colors, family(parts.look.appearance.family)
        self.reader = ReaderView(texts, self)
        self.notices = NoticeBar(texts, self)
        self.progress = ProgressStrip(texts, parts.jobs, self)
        self.header = DocumentHeader(texts, self)
        self.start_page = StartPage(texts, self)
        self.library_panel = LibraryPanel(parts.library, parts.jobs, texts, colors, self)
        self.annotations_panel = AnnotationsPanel(texts, colors, serif, self)
        self.results = ResultsPanel(texts, colors, serif, self)
        self.status = StatusLine(texts, self)
        self.search_field = QLineEdit(self)
        self.search_field.setObjectName("search_field")
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setMinimumWidth(200)
        self.search_field.setMaximumWidth(330)

    def _lay_out(self) -> None:
        self.actions_by_id.fill_menus(self.menuBar())
        self.toolbar = self.addToolBar("")
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setMovable(False)
        self.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.actions_by_id.fill_toolbar(self.toolbar)
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.toolbar.addWidget(gap)
        self.toolbar.addWidget(self.search_field)
        self.centre = QStackedWidget(self)
        self.centre.addWidget(self.start_page)
        self.centre.addWidget(self.reader)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.progress, self.notices, self.header):
            column.addWidget(widget)
        column.addWidget(self.centre, 1)
        self.side = QStackedWidget(self)
        self.side.setObjectName("side_column")
        self.side.addWidget(self.annotations_panel)
        self.side.addWidget(self.results)
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        for place, (widget, stretch) in enumerate(((self.library_panel, 0), (middle, 1), (self.side, 0))):
            self.columns.addWidget(widget)
            self.columns.setStretchFactor(place, stretch)
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(1)
        self.columns.setSizes([220, 860, 280])
        self.setCentralWidget(self.columns)
        self.setStatusBar(self.status)
        self.resize(1366, 768)

    def _connect(self) -> None:
        actions = self.actions_by_id
        self.workspace.opened.connect(self._show_document)
        self.workspace.amended.connect(self._amend)
        for source in (self.workspace, self.annotations, self.library_panel, self.briefing):
            source.troubled.connect(self.notices.say_error)
        self.briefing.written.connect(self._tell_written)
        self.reader.current_changed.connect(self.status.show_place)
        self.reader.locked_changed.connect(actions["lock"].setChecked)
        self.reader.highlight_requested.connect(self.annotations.highlight)
        self.reader.note_requested.connect(self.annotations.write_note)
        self.library_panel.open_wanted.connect(self._open_saved)
        self.header.symbol_wanted.connect(self._enter_symbol)
        self.start_page.open_wanted.connect(self.ask_for_files)
        self.start_page.sample_wanted.connect(self._open_sample)
        self.search.began.connect(self._show_results)
        self.search.ended.connect(self._show_annotations)
        self.search.arrived.connect(self._arrive)
        self.annotations.history_changed.connect(self._show_history)
        self._parts.look.changed.connect(self._dress)
        actions.menu("recent").aboutToShow.connect(self._list_recent)
        actions.menu("view").aboutToShow.connect(self._check_view)
        self._dress()
        self._check_view()
        self._show_history()

    @Slot(object)
    def _show_document(self, opened: OpenDocument | None) -> None:
        if opened is not None:
            self.notices.say_notices(opened.notices)
        self.reader.show_document(opened)
        self.centre.setCurrentWidget(self.reader if opened else self.start_page)
        self.annotations.refresh() if opened else None
        self._amend(opened)
        self.status.show_place(self.reader.current_place())
        if opened is not None:
            self.reader.setFocus()

    @Slot(object)
    def _amend(self, opened: OpenDocument | None) -> None:
        """Show what has changed around the text; the text is the same."""
        self.header.show_document(opened)
        self.status.show_document(opened)
        self.library_panel.set_current(opened.id if opened else None)
        for name in NEEDS_DOCUMENT:
            self.actions_by_id[name].setEnabled(opened is not None)
        self.actions_by_id["save"].setEnabled(opened is not None and opened.id is None)
        self.retranslate()

    @Slot(str)
    def _open_saved(self, document_id: str) -> None:
        self.notices.clear()
        self.workspace.open_saved(document_id)

    @Slot()
    def _show_results(self) -> None:
        self.side.setCurrentWidget(self.results)
        self.side.show()

    @Slot()
    def _show_annotations(self) -> None:
        self.side.setCurrentWidget(self.annotations_panel)

    @Slot(object)
    def _arrive(self, passage: Passage) -> None:
        self.reader.go_to(passage.language, passage.index, passage.marks)

    @Slot(object)
    def _tell_written(self, path: Path) -> None:
        self.notices.say(
            lambda texts: texts.gettext("The briefing note is in {path}").format(path=path), Tone.SUCCESS
        )

    @Slot()
    def _show_history(self) -> None:
        self.actions_by_id["undo"].setEnabled(self._parts.annotator.can_undo)
        self.actions_by_id["redo"].setEnabled(self._parts.annotator.can_redo)

    @Slot()
    def _dress(self) -> None:
        look = self._parts.look
        self.reader.set_appearance(look.appearance)
        for panel in (self.library_panel, self.annotations_panel, self.results):
            panel.set_colors(look.colors)

    @Slot()
    def _check_view(self) -> None:
        actions = self.actions_by_id
        actions["lock"].setChecked(self.reader.locked)
        actions[f"theme-{self._parts.look.appearance.theme}"].setChecked(True)
        actions[f"language-{self._texts.language}"].setChecked(True)
        actions["show-library"].setChecked(not self.library_panel.isHidden())
        actions["show-notes"].setChecked(not self.side.isHidden())
        actions["full-screen"].setChecked(self.isFullScreen())

    @Slot()
    def _list_recent(self) -> None:
        menu = self.actions_by_id.menu("recent")
        menu.clear()
        for entry in self._parts.settings.get(RECENT):
            paths = [Path(name) for name in entry]
            action = menu.addAction(" + ".join(path.name for path in paths).replace("&", "&&"))
            action.setToolTip("\n".join(entry))
            action.triggered.connect(lambda _checked=False, paths=paths: self.open_files(paths))
        if menu.isEmpty():
            nothing = menu.addAction(self._texts.gettext("No files yet"))
            nothing.setEnabled(False)

    def _restore(self) -> None:
        settings = self._parts.settings
        if geometry := settings.get(GEOMETRY):
            self.restoreGeometry(_decoded(geometry))
        if columns := settings.get(COLUMNS):
            self.columns.restoreState(_decoded(columns))


def _encoded(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")


def _decoded(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text))
    except ValueError:
        return QByteArray()
