"""The window: composition only. What a part does is in the part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMainWindow

from briefer.app.model import OpenDocument
from briefer.app.pages import has_pages
from briefer.gui.actions import Actions, Attentive, Deeds, Handlers
from briefer.gui.aligning.desk import AligningDesk
from briefer.gui.annotations.desk import AnnotationDesk
from briefer.gui.bars import ToolRow
from briefer.gui.fitting import Fitting
from briefer.gui.frame import Frame, lay_out_now
from briefer.gui.geometry import Geometry
from briefer.gui.going.desk import GoingDesk
from briefer.gui.instance.arrivals import Arrivals
from briefer.gui.keys import Keys
from briefer.gui.library.absence import AbsenceDesk
from briefer.gui.menus import MENUS, TOOLBAR
from briefer.gui.opening.desk import OpeningDesk
from briefer.gui.own_looks import OwnLookDesk
from briefer.gui.parts import Parts
from briefer.gui.recent import RecentFiles
from briefer.gui.search.field import SearchField
from briefer.gui.settling import Settling
from briefer.gui.speaking import LanguageSwitch
from briefer.gui.states.desk import StatesDesk
from briefer.gui.status import StatusLine
from briefer.gui.symbols.desk import SymbolsDesk
from briefer.gui.tabs.desk import TabsDesk, Writing
from briefer.gui.tabs.session import SessionDesk
from briefer.gui.viewing import ViewDesk
from briefer.gui.wishes import Wishes, late_wishes
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from briefer.gui.afterwards import Afterwards


class MainWindow(QMainWindow):
    """One document between the library and its annotations."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._fitting = Fitting(self)
        self.parts = parts
        self._texts = texts = parts.texts
        self._settings = parts.settings
        self.workspace = Workspace(parts.opener, parts.library, parts.jobs, parts.settings, texts, self)
        self.keys = Keys((spec for menu in MENUS for spec in menu.specs()), parts.settings, self)
        self.frame = Frame(parts, self.keys, self)
        self.status = StatusLine(texts, self)
        self.search_field = SearchField(texts, self.keys, self)
        self.opening = OpeningDesk(parts, self.workspace, self.frame, self)
        self.states = StatesDesk(
            self.workspace, self.frame, self.opening.ask, self.workspace.recent.entries, texts, self
        )
        self.arrivals = Arrivals(self.workspace, self.opening.open, self)
        self.annotations = AnnotationDesk(
            parts.annotator, self.workspace, self.frame.reader, self.frame.annotations, texts, self
        )
        writing = Writing(lambda: self.frame.annotations.editor.dirty, self.annotations.settle)
        self.tabs = TabsDesk(self.workspace, self.frame.reader, self.frame.tabs, writing, texts)
        self.session = SessionDesk(parts.state, self.workspace, self.tabs, parts.settings)
        self.aligning = AligningDesk(parts, self.workspace, self.frame, self)
        self.own_looks = OwnLookDesk(parts.look, self.workspace, self)
        self.symbols = SymbolsDesk(
            parts, self.workspace, self.frame, self.opening.ask, self.search_field, self
        )
        self.viewing = ViewDesk(parts, self.workspace, self.frame, self.search_field, self)
        self.going = GoingDesk(self.workspace, self.frame.reader, self.frame.outline, texts, self)
        self.absence = AbsenceDesk(parts.keeper, self.workspace, self.frame.library, self.frame.absence)
        self.settling = Settling(self.workspace, self)
        self.acts = Actions(MENUS, texts, self._handlers(), self.keys.of, self)
        self._lay_out()
        self.recent = RecentFiles(self.acts.menu("recent"), parts.settings, texts)
        self._connect()
        self._dress()
        self.retranslate()
        self._show_document(None)
        self._geometry = Geometry(self, self.frame.room, parts.settings)
        self._geometry.restore()

    def start(self, paths: Sequence[Path] = ()) -> None:
        """Bring back what stood open, or open files; then, once the reader can read, read the library."""
        self.session.restore(read=not paths)
        if paths:
            self.open_files(paths)
        self.settling.begin()

    @Slot(object)
    def open_files(self, paths: Sequence[Path]) -> None:
        """Open one or two files."""
        self.opening.open(paths)

    @cached_property
    def after(self) -> Afterwards:
        """What nobody needs before the first document is painted: made then, or when somebody does."""
        from briefer.gui.afterwards import Afterwards
        from briefer.gui.writing import WritingKeys

        self.wishes.end()
        made = Afterwards(
            *(self.parts, self.workspace, self.frame, self.annotations, self.search_field, self.keys),
            *(self.opening.open, self),
        )
        made.palette.offer(self.going.candidates)
        made.attend(self.acts)
        WritingKeys(self)
        return made

    @property
    def _complete(self) -> bool:
        return "after" in vars(self)

    @Slot(object)
    def _take(self, error: Exception) -> None:
        self.after.library.take(error)

    @Slot()
    def _settle(self) -> None:
        self.after.library.start()

    def retranslate(self) -> None:
        self._entitle()
        self.acts.retranslate()
        self.going.retranslate()
        self.frame.reader.setAccessibleName(self._texts.gettext("Document"))

    def _entitle(self) -> None:
        """Name the document at hand in the title and in its tab."""
        document, name = self.workspace.document, ""
        if document is not None:
            name = document.document.masthead.symbol or document.document.title(self._texts.language)
        self.setWindowTitle(f"{name} — Briefer" if name else "Briefer")
        self.tabs.show()

    def childEvent(self, event: QChildEvent) -> None:  # noqa: N802 - Qt's name
        if event.polished():
            self._fitting.attend(event.child())
        super().childEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self.viewing.leave():
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        sideways = {
            Qt.MouseButton.BackButton: self.going.back,
            Qt.MouseButton.ForwardButton: self.going.forward,
        }
        if (go := sideways.get(event.button())) is not None:
            go()
            return
        super().mousePressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        event.acceptProposedAction()
        self.opening.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if not self.annotations.settle() and not self._may_lose_note():
            event.ignore()
            return
        self._geometry.remember()
        self.wishes.drop()
        self.session.close()
        if self._complete:
            self.after.close()
        self.frame.library.close_down()
        self.parts.jobs.stop()
        if self._complete:
            self.after.around.close()
        self.annotations.close()
        event.accept()

    def _may_lose_note(self) -> bool:
        from briefer.gui.dialogs.leaving import ask_to_leave

        return ask_to_leave(self._texts, self)

    def _handlers(self) -> Handlers:
        desks: tuple[Deeds, ...] = (
            *(self.opening, self.tabs, self.annotations, self.aligning, self.symbols),
            *(self.viewing, self.going),
        )
        deeds = {name: deed for desk in desks for name, deed in desk.handlers().items()}
        deeds["quit"] = self.close
        names = (spec.id for menu in MENUS for spec in menu.specs())
        return {name: deeds.get(name) or partial(self._do_afterwards, name) for name in names}

    def _do_afterwards(self, name: str) -> None:
        """Do what an action of a desk does that may not be there yet."""
        deed = self.after.handlers()[name]
        if self.acts[name].isEnabled():  # only now it is known
            deed()

    def _lay_out(self) -> None:
        self.acts.fill_menus(self.menuBar())
        self.addToolBar(ToolRow(self.acts, TOOLBAR, self.search_field, self))
        self.setCentralWidget(self.frame)
        self.setStatusBar(self.status)
        self.status.addPermanentWidget(LanguageSwitch(self._texts, self.parts.look.speak, self.status))
        self.setAcceptDrops(True)
        self.resize(1366, 768)

    def _connect(self) -> None:
        frame = self.frame
        self.workspace.opened.connect(self._show_document)
        self.workspace.amended.connect(self._amend)
        self.workspace.troubled.connect(self._take)
        self.annotations.troubled.connect(self._take)
        self.absence.troubled.connect(self._take)
        frame.absence.close_wanted.connect(self.acts["close-tab"].trigger)
        self.annotations.editing.connect(frame.show_editor)
        frame.annotations.editor.closed.connect(frame.leave_editor)
        for changed in (frame.annotations.editor.note.textChanged, frame.annotations.editor.closed):
            changed.connect(self.tabs.show)
        for field in (self.search_field, frame.library.filter):
            field.left.connect(frame.reader.setFocus)
        attentive: tuple[Attentive, ...] = (
            *(self.tabs, self.annotations, self.aligning, self.symbols, self.viewing, self.going),
        )
        for desk in attentive:
            desk.attend(self.acts)
        self.aligning.corrected.connect(self.annotations.refresh)
        self.recent.wanted.connect(self.opening.open)
        frame.library.open_wanted.connect(self._open_saved)
        frame.header.symbol_wanted.connect(self.opening.enter_symbol)
        frame.start_page.open_wanted.connect(self.opening.ask)
        frame.start_page.files_wanted.connect(self.opening.open)
        frame.start_page.sample_wanted.connect(self.opening.open_sample)
        frame.reader.current_changed.connect(self.status.show_place)
        frame.reader.searching.bar.list_wanted.connect(self.acts["find-list"].trigger)
        frame.reader.highlight_requested.connect(self.annotations.highlight)
        frame.reader.note_requested.connect(self.annotations.write_note)
        self.wishes = Wishes(late_wishes(frame, self.search_field), lambda: self.after, self)
        self.parts.look.changed.connect(self._dress)
        self.settling.come.connect(self._settle)
        self.settling.come.connect(self.workspace.warm)

    @Slot(str)
    def _open_saved(self, document_id: str) -> None:
        self.frame.notices.clear()
        self.workspace.open_saved(document_id)

    @Slot(object)
    def _show_document(self, opened: OpenDocument | None) -> None:
        self.opening.tell(opened)
        self.frame.show_document(opened)
        self.annotations.show_document()
        self._amend(opened)
        self.viewing.show_document()
        self.session.recall()
        self.tabs.come_back()
        self.status.show_place(self.frame.reader.current_place())
        lay_out_now()  # before anything is painted: the system may ask for that first

    @Slot(object)
    def _amend(self, opened: OpenDocument | None) -> None:
        """Show what has changed around the text; the text is the same."""
        self.frame.header.show_document(opened)
        self.frame.library.set_current(opened.id if opened else None)
        self.status.show_document(opened)
        self.acts.enable_for(document=opened is not None)
        self.acts["save"].setEnabled(opened is not None and opened.id is None)
        self.acts["recognise"].setEnabled(self.opening.rereading.can_recognise)
        able = opened is not None and any(map(has_pages, opened.document.sources))
        self.acts["page"].setEnabled(able)  # it has a button, which is painted before there is a desk for it
        self.going.follow()
        self._entitle()

    @Slot()
    def _dress(self) -> None:
        self.frame.dress(self.parts.look)
