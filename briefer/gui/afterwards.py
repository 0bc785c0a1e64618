"""What is done with a document beyond reading it: made once it is painted, or when it is first wanted.

Composition only. What has to be there before belongs in `main_window`: whatever is painted, and whatever
decides how the first document stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from briefer.gui.actions import Actions, Attentive, Deeds, Handlers
from briefer.gui.annotations.desk import AnnotationDesk
from briefer.gui.briefing.desk import BriefingDesk
from briefer.gui.concordance.desk import ConcordanceDesk
from briefer.gui.finding import FindDesk
from briefer.gui.frame import Frame
from briefer.gui.helping import HelpDesk
from briefer.gui.hits.desk import HitsDesk
from briefer.gui.keys import Keys
from briefer.gui.library.desk import LibraryDesk
from briefer.gui.links import Links
from briefer.gui.palette.desk import PaletteDesk
from briefer.gui.parts import Parts
from briefer.gui.search.desk import SearchDesk
from briefer.gui.search.field import SearchField
from briefer.gui.search.results import Passage
from briefer.gui.surroundings import Surroundings
from briefer.gui.workspace import Workspace


class Afterwards(QObject):
    """The desks of these features. `open_files` opens one or two."""

    def __init__(
        self,
        parts: Parts,
        workspace: Workspace,
        frame: Frame,
        annotations: AnnotationDesk,
        search_field: SearchField,
        keys: Keys,
        open_files: Callable[[Sequence[Path]], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._frame = frame
        texts, reader, notices = parts.texts, frame.reader, frame.notices
        self.around = Surroundings(parts, workspace, frame, window)
        panels = (search_field, frame.results, frame.saved)
        self.search = SearchDesk(parts, self._has_library, workspace, panels, window)
        self.finding = FindDesk(parts, workspace, reader.searching, window)
        self.hits = HitsDesk(parts, frame, window)
        self.concordance = ConcordanceDesk(parts, workspace, reader, self.search.go, window)
        self.briefing = BriefingDesk(parts, workspace, annotations.settle, notices, window)
        self.palette = PaletteDesk(workspace, parts.settings, open_files, texts, window)
        self.library = LibraryDesk(parts, workspace, frame.library, frame.header, notices, window)
        self.help = HelpDesk(parts, keys, window)
        self.links = Links(texts, window)
        self._connect(annotations)
        self.search.take_up()

    def handlers(self) -> Handlers:
        """What each action of theirs does."""
        desks: tuple[Deeds, ...] = (
            *(self.around, self.briefing, self.palette, self.library, self.help, self.search, self.hits),
        )
        deeds = {name: deed for desk in desks for name, deed in desk.handlers().items()}
        return {**deeds, "concordance": self.concordance.ask}

    def attend(self, acts: Actions) -> None:
        """Keep the actions as they should be from now on, whatever was opened before."""
        attentive: tuple[Attentive, ...] = (self.around, self.palette, self.library, self.help, self.hits)
        for desk in attentive:
            desk.attend(acts)

    def close(self) -> None:
        """The window closes."""
        self.concordance.close()
        self.library.close()

    def _connect(self, annotations: AnnotationDesk) -> None:
        frame, search, library = self._frame, self.search, self.library
        search.keeping.troubled.connect(frame.notices.say_error)
        search.began.connect(frame.show_results)
        search.ended.connect(frame.leave_results)
        search.arrived.connect(self._arrive)
        frame.library.listed.connect(search.library_listed)
        frame.reader.link_activated.connect(self.links.confirm)
        library.sought.connect(frame.bring_library)
        library.noticing.changed.connect(annotations.refresh)
        library.export_wanted.connect(self._export_saved)

    def _has_library(self) -> bool:
        """Whether anything is saved; a document just saved need not be in the column yet."""
        opened = self._workspace.document
        return bool(self._frame.library.model.summaries) or (opened is not None and opened.id is not None)

    @Slot(object)
    def _arrive(self, passage: Passage) -> None:
        self._frame.room.leave()
        self._frame.reader.go_to(passage.language, passage.index, passage.marks, passage.opposite)

    @Slot(str)
    def _export_saved(self, document_id: str) -> None:
        self._workspace.open_saved(document_id, self.briefing.export_current)
