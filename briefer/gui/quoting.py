"""Copies what is read as a quotation with its citation, in both languages where there are two."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication

from briefer.app.texts import Texts
from briefer.core.anchoring import bead_targets, paragraph_target
from briefer.core.annotation import Target
from briefer.core.document import Document
from briefer.gui.actions import Handlers
from briefer.gui.notices import NoticeBar
from briefer.gui.reader.view import ReaderView
from briefer.gui.workspace import Workspace


class QuoteDesk(QObject):
    """Quotes the selection, or else the pair at hand."""

    def __init__(
        self, workspace: Workspace, reader: ReaderView, notices: NoticeBar, texts: Texts, window: QObject
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._reader = reader
        self._notices = notices
        self._texts = texts

    def handlers(self) -> Handlers:
        return {"quote": self.copy}

    @Slot()
    def copy(self) -> None:
        """Put the quotation on the clipboard and say so."""
        opened = self._workspace.document
        if opened is None:
            return
        targets = self._reader.selected_targets() or self._at_hand(opened.document)
        if not targets:
            self._notices.say(
                lambda texts: texts.gettext("Select a passage, or stand on a paragraph, to quote it.")
            )
            return
        from briefer.app.quoting import quoted
        from briefer.app.wording import Wording

        made = quoted(opened.document, targets, Wording(self._texts.speaking))
        data = QMimeData()
        data.setText(made.plain)
        data.setHtml(made.html)
        QGuiApplication.clipboard().setMimeData(data)
        count = len(targets)
        self._notices.say(
            lambda texts: texts.ngettext(
                "{count} quotation is on the clipboard, with its source.",
                "{count} quotations are on the clipboard, with their sources.",
                count,
            ).format(count=count)
        )

    def _at_hand(self, document: Document) -> tuple[Target, ...]:
        place = self._reader.current_place()
        if place is None:
            return ()
        if place.bead is not None and document.bitext is not None:
            return bead_targets(document, place.bead)
        return (paragraph_target(document, place.language, place.index),)
