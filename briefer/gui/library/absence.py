"""Says above the text that its document is in the trash, or gone for good, and what can be done about it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from briefer.app.keeping import Keeper, Whereabouts
from briefer.app.texts import Texts
from briefer.core.errors import BrieferError
from briefer.gui.library.panel import LibraryPanel
from briefer.gui.workspace import Workspace


class AbsenceBar(QFrame):
    """`back_wanted` asks to have the document in the library again, `close_wanted` to close its tab."""

    back_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("absence_bar")
        self._texts = texts
        self._where = Whereabouts.LIBRARY
        self._label = QLabel(self)
        self._label.setObjectName("notice_text")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.back, self.close_tab = QPushButton(self), QPushButton(self)
        self.back.clicked.connect(self.back_wanted)
        self.close_tab.clicked.connect(self.close_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 12, 7)
        row.addWidget(self._label, 1)
        row.addWidget(self.back)
        row.addWidget(self.close_tab)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says."""
        return self._label.text()

    def show_where(self, where: Whereabouts) -> None:
        """Say where the document is; nothing of one in the library."""
        self._where = where
        self.retranslate()
        self.setVisible(where is not Whereabouts.LIBRARY)

    def retranslate(self) -> None:
        gettext = self._texts.gettext
        if self._where is Whereabouts.TRASH:
            self._label.setText(
                gettext("This document is in the trash. It can be read; to annotate it, put it back.")
            )
            self.back.setText(gettext("Put back"))
        else:
            self._label.setText(
                gettext("This document was deleted from the library for good. Its text is still here.")
            )
            self.back.setText(gettext("Save again"))
        self.close_tab.setText(gettext("Close the tab"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class AbsenceDesk(QObject):
    """Looks for the document at hand whenever the library is another one. `troubled` carries an Exception."""

    troubled = Signal(object)

    def __init__(self, keeper: Keeper, workspace: Workspace, panel: LibraryPanel, bar: AbsenceBar) -> None:
        super().__init__(bar)
        self._keeper = keeper
        self._workspace = workspace
        self._panel = panel
        self._bar = bar
        panel.listed.connect(self.look)
        workspace.opened.connect(self.look)
        workspace.amended.connect(self.look)
        bar.back_wanted.connect(self._bring_back)

    @Slot()
    def look(self) -> None:
        """See whether the document at hand is still in the library."""
        opened = self._workspace.document
        where = Whereabouts.LIBRARY
        # The list is quicker to ask, but it may be older than the document.
        if opened is not None and opened.id is not None and self._panel.summary(opened.id) is None:
            try:
                where = self._keeper.whereabouts(opened.id)
            except BrieferError as error:
                self.troubled.emit(error)
        self._bar.show_where(where)

    @Slot()
    def _bring_back(self) -> None:
        opened = self._workspace.document
        if opened is None or opened.id is None:
            return
        try:
            if self._keeper.whereabouts(opened.id) is Whereabouts.TRASH:
                self._keeper.restore([opened.id])
            else:
                self._workspace.adopt(replace(opened, id=None))
                self._workspace.save()
        except BrieferError as error:
            self.troubled.emit(error)
        self.look()
