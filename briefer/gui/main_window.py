"""The window: composition only. What a part does is in the part."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QWidget

from briefer.app.model import OpenDocument
from briefer.app.settings import AUTHOR
from briefer.core.annotation import Annotation
from briefer.gui.actions import NEEDS_DOCUMENT, Actions
from briefer.gui.aligning.desk import AligningDesk
from briefer.gui.annotations.desk import AnnotationDesk
from briefer.gui.briefing.desk import BriefingDesk
from briefer.gui.dialogs.about import AboutDialog
from briefer.gui.dialogs.diagnostics import DiagnosticsDesk
from briefer.gui.dialogs.leaving import ask_to_leave
from briefer.gui.dialogs.shortcuts import ShortcutsDialog
from briefer.gui.frame import Frame
from briefer.gui.geometry import Geometry
from briefer.gui.links import Links
from briefer.gui.notices import Tone
from briefer.gui.opening.desk import OpeningDesk
from briefer.gui.parts import Parts
from briefer.gui.recent import RecentFiles
from briefer.gui.search.desk import SearchDesk
from briefer.gui.search.field import SearchField
from briefer.gui.search.results import Passage
from briefer.gui.status import StatusLine
from briefer.gui.surroundings import Surroundings
from briefer.gui.theme import Theme
from briefer.gui.workspace import Workspace


class MainWindow(QMainWindow):
    """One document between the library and its annotations."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self._texts = texts = parts.texts
        self._settings = parts.settings
        self.workspace = Workspace(parts.opener, parts.library, parts.jobs, parts.settings, texts)
        self.frame = Frame(parts, self)
        self.status = StatusLine(texts, self)
        self.search_field = SearchField(texts, self)
        self.opening = OpeningDesk(parts, self.workspace, self.frame, self)
        self.annotations = AnnotationDesk(
            parts.annotator, self.workspace, self.frame.reader, self.frame.annotations, texts
        )
        self.aligning = AligningDesk(parts, self.workspace, self.frame, self)
        self.around = Surroundings(parts, self.workspace, self.frame, self)
        self.search = SearchDesk(
            parts.search, self.workspace, parts.jobs, self.search_field, self.frame.results, texts
        )
        self.briefing = BriefingDesk(parts.notes, parts.annotator, parts.jobs, texts, self)
        self.links = Links(texts, self)
        self.diagnostics = DiagnosticsDesk(parts.library.folder, parts.jobs, texts, self)
        self.acts = Actions(texts, self._handlers(), self)
        self._lay_out()
        self.recent = RecentFiles(self.acts.menu("recent"), parts.settings, texts)
        self._connect()
        self._dress()
        self._check_view()
        self._show_document(None)
        self._geometry = Geometry(self, self.frame, parts.settings)
        self._geometry.restore()

    @Slot()
    def start(self) -> None:
        """Read the library: called after the first paint."""
        self.frame.library.refresh()
        self.workspace.warm()

    @Slot(object)
    def open_files(self, paths: Sequence[Path]) -> None:
        """Open one or two files."""
        self.opening.open(paths)

    def retranslate(self) -> None:
        texts, document = self._texts, self.workspace.document
        name = ""
        if document is not None:
            name = document.document.masthead.symbol or document.document.title(texts.language)
        self.setWindowTitle(f"{name} — Briefer" if name else "Briefer")
        self.acts.retranslate()
        self.frame.reader.setAccessibleName(texts.gettext("Document"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()
        self.opening.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if not self.annotations.settle() and not ask_to_leave(self._texts, self):
            event.ignore()
            return
        self._geometry.remember()
        self.parts.jobs.stop()
        self.around.close()
        self.annotations.close()
        self.frame.library.close_down()
        event.accept()

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        look, reader, frame = self.parts.look, self.frame.reader, self.frame
        return {
            "open": self.opening.ask,
            "save": self.workspace.save,
            "symbol": self.opening.enter_symbol,
            "reading": self.opening.rereading.ask,
            "information": self.opening.inform,
            "recognise": self.opening.rereading.recognise,
            "export": self._export,
            "quit": self.close,
            "undo": self.annotations.undo,
            "redo": self.annotations.redo,
            "copy": reader.copy,
            "find": reader.open_find,
            "find-next": reader.find_next,
            "find-previous": reader.find_previous,
            "search": self.search_field.enter,
            "highlight": self.annotations.highlight,
            "note": self.annotations.write_note,
            "change-note": partial(self._on_chosen, self.annotations.change),
            "delete-note": partial(self._on_chosen, self.annotations.delete),
            **self.aligning.handlers(),
            **self.around.handlers(),
            "previous-pair": reader.previous_pair,
            "next-pair": reader.next_pair,
            "lock": lambda: reader.set_locked(not reader.locked),
            "larger": partial(look.resize_text, 1),
            "smaller": partial(look.resize_text, -1),
            **{f"theme-{theme}": partial(look.set_theme, theme) for theme in Theme},
            "show-library": frame.toggle_library,
            "show-notes": frame.toggle_side,
            "next-column": partial(frame.go_round, self.search_field),
            "full-screen": lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen),
            "language-en": partial(look.speak, "en"),
            "language-ru": partial(look.speak, "ru"),
            "shortcuts": lambda: ShortcutsDialog(self.acts.shortcuts(), self._texts, self).open(),
            "sample": self.opening.open_sample,
            "diagnostics": self.diagnostics.show,
            "about": lambda: AboutDialog(self._texts, self).open(),
        }

    def _lay_out(self) -> None:
        self.acts.fill_menus(self.menuBar())
        toolbar = self.addToolBar("Briefer")
        toolbar.setMovable(False)
        toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.acts.fill_toolbar(toolbar)
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        toolbar.addWidget(gap)
        toolbar.addWidget(self.search_field)
        self.setCentralWidget(self.frame)
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self.resize(1366, 768)

    def _connect(self) -> None:
        frame, say_error = self.frame, self.frame.notices.say_error
        self.workspace.opened.connect(self._show_document)
        self.workspace.amended.connect(self._amend)
        self.workspace.troubled.connect(say_error)
        self.annotations.troubled.connect(say_error)
        self.annotations.editing.connect(frame.show_editor)
        self.briefing.troubled.connect(say_error)
        self.briefing.written.connect(self._tell_written)
        self.briefing.author_entered.connect(self._remember_author)
        self.search.began.connect(frame.show_results)
        self.search.ended.connect(frame.show_annotations)
        self.search.arrived.connect(self._arrive)
        self.search_field.left.connect(frame.reader.setFocus)
        self.annotations.attend(self.acts)
        self.aligning.attend(self.acts)
        self.around.attend(self.acts)
        self.aligning.corrected.connect(self.annotations.refresh)
        self.recent.wanted.connect(self.opening.open)
        frame.library.troubled.connect(say_error)
        frame.library.open_wanted.connect(self._open_saved)
        frame.header.symbol_wanted.connect(self.opening.enter_symbol)
        frame.start_page.open_wanted.connect(self.opening.ask)
        frame.start_page.sample_wanted.connect(self.opening.open_sample)
        frame.reader.current_changed.connect(self.status.show_place)
        frame.reader.locked_changed.connect(self.acts["lock"].setChecked)
        frame.reader.highlight_requested.connect(self.annotations.highlight)
        frame.reader.link_activated.connect(self.links.confirm)
        frame.reader.note_requested.connect(self.annotations.write_note)
        self.parts.look.changed.connect(self._dress)
        self.acts.menu("view").aboutToShow.connect(self._check_view)

    @Slot(str)
    def _open_saved(self, document_id: str) -> None:
        self.frame.notices.clear()
        self.workspace.open_saved(document_id)

    def _export(self) -> None:
        document = self.workspace.document
        if document is not None and self.annotations.settle():
            self.briefing.ask(self.workspace.document or document, self._settings.get(AUTHOR))

    def _on_chosen(self, act: Callable[[Annotation], None]) -> None:
        annotation = self.frame.annotations.current
        if annotation is not None:
            act(annotation)

    @Slot(object)
    def _show_document(self, opened: OpenDocument | None) -> None:
        self.opening.tell(opened)
        self.frame.show_document(opened)
        self.annotations.show_document()
        self._amend(opened)
        self.status.show_place(self.frame.reader.current_place())

    @Slot(object)
    def _amend(self, opened: OpenDocument | None) -> None:
        """Show what has changed around the text; the text is the same."""
        self.frame.header.show_document(opened)
        self.frame.library.set_current(opened.id if opened else None)
        self.status.show_document(opened)
        for name in NEEDS_DOCUMENT:
            self.acts[name].setEnabled(opened is not None)
        self.acts["save"].setEnabled(opened is not None and opened.id is None)
        self.acts["recognise"].setEnabled(self.opening.rereading.can_recognise)
        self.retranslate()

    @Slot(object)
    def _arrive(self, passage: Passage) -> None:
        self.frame.reader.go_to(passage.language, passage.index, passage.marks)

    @Slot(object)
    def _tell_written(self, path: Path) -> None:
        self.frame.notices.say(
            lambda texts: texts.gettext("The briefing note is in “{path}”.").format(path=path), Tone.SUCCESS
        )

    @Slot(str)
    def _remember_author(self, author: str) -> None:
        self._settings.set(AUTHOR, author)
        self.annotations.annotator.author = author

    @Slot()
    def _dress(self) -> None:
        self.frame.dress(self.parts.look)

    @Slot()
    def _check_view(self) -> None:
        self.acts["lock"].setChecked(self.frame.reader.locked)
        self.acts[f"theme-{self.parts.look.appearance.theme}"].setChecked(True)
        self.acts[f"language-{self._texts.language}"].setChecked(True)
        self.acts["show-library"].setChecked(not self.frame.library.isHidden())
        self.acts["show-notes"].setChecked(not self.frame.side.isHidden())
        self.acts["full-screen"].setChecked(self.isFullScreen())
