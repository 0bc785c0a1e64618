"""Shows a footnote where its mark stands: under the pointer, by a click, or by a key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from briefer.app.texts import Texts
from briefer.core.document import Document, NoteMark
from briefer.gui.actions import Handlers
from briefer.gui.footnotes.popup import Note, NotePopup
from briefer.gui.notices import NoticeBar
from briefer.gui.reader.view import ReaderView
from briefer.gui.workspace import Workspace

REST = 250  # milliseconds that the pointer rests on a mark before its footnote is shown


class FootnoteDesk(QObject):
    """Under the pointer a footnote goes when the pointer does; by click or key it waits for an answer."""

    def __init__(
        self, workspace: Workspace, reader: ReaderView, notices: NoticeBar, texts: Texts, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._reader = reader
        self._surface = reader.surface
        self._notices = notices
        self.popup = NotePopup(texts, reader)
        self._under: tuple[int, int, NoteMark] | None = None  # side, paragraph and mark under the pointer
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._rested)
        self._surface.note_activated.connect(self._open)
        for side in (0, 1):
            self._surface.viewport(side).installEventFilter(self)
        self.popup.wanted.connect(self._go)
        self.popup.left.connect(reader.setFocus)
        reader.scrolled.connect(self.popup.hide)
        workspace.opened.connect(self.popup.hide)

    def handlers(self) -> Handlers:
        return {"footnote": self.show_at_caret}

    @Slot()
    def show_at_caret(self) -> None:
        """Show the footnote after the caret in its paragraph; the next one if it is shown already."""
        spot = self._surface.spot()
        opened = self._workspace.document
        version = opened.document.version(spot.language) if opened and spot else None
        side = self._surface.side_of(spot.language) if spot else None
        notes = version.paragraphs[spot.index].notes if version and spot else ()
        if not notes or spot is None or side is None:
            self._notices.say(lambda texts: texts.gettext("There is no footnote in this paragraph."))
            return
        shown = self._under[2] if self._under and self._under[1] == spot.index and self.popup.words else None
        if shown in notes:
            note = notes[(notes.index(shown) + 1) % len(notes)]
        else:
            note = next((each for each in notes if each.at >= spot.offset), notes[0])
        self._open(side, spot.index, note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove and not event.buttons():
            side = int(watched is self._surface.viewport(1))
            self._hover(side, event.position().toPoint())
        elif event.type() == QEvent.Type.Leave and not self.popup.underMouse():
            self._put_out()
        return super().eventFilter(watched, event)

    def _hover(self, side: int, point: QPoint) -> None:
        found = self._surface.note_under(side, point)
        under = (side, *found) if found else None
        if under is None:
            self._put_out()
        elif under != self._under or not self.popup.words:
            self._under = under
            self._rest.start()

    def _put_out(self) -> None:
        self._rest.stop()
        if not self.popup.hasFocus():
            self._under = None
            self.popup.hide()

    @Slot()
    def _rested(self) -> None:
        if self._under is not None and not self.popup.hasFocus():
            self._show(*self._under)

    @Slot(int, int, object)
    def _open(self, side: int, index: int, note: NoteMark) -> None:
        """Show a footnote that waits for Enter or Escape."""
        self._rest.stop()
        self._under = (side, index, note)
        self._show(side, index, note)
        if self.popup.words:
            self.popup.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show(self, side: int, index: int, note: NoteMark) -> None:
        opened, language = self._workspace.document, self._surface.language_of(side)
        if opened is None or language is None:
            return
        notes = notes_of(opened.document, language, note)
        rect: QRectF = self._surface.note_rect(side, index, note)
        corner = self._surface.viewport(side).mapTo(self._reader, QPoint(0, 0))
        self.popup.show_notes(notes, rect.translated(corner.toPointF()))

    @Slot(object)
    def _go(self, note: Note) -> None:
        if note.index is not None:
            self._reader.go_to(note.language, note.index)
        self._reader.setFocus()


def notes_of(document: Document, language: str, mark: NoteMark) -> list[Note]:
    """The footnote of a mark, and what stands opposite it in the other language."""
    version = document.version(language)
    if version is None or mark.paragraph is None or mark.paragraph >= len(version.paragraphs):
        return [Note(language, mark.mark, "—", None)]
    notes = [Note(language, mark.mark, version.paragraphs[mark.paragraph].text, mark.paragraph)]
    bitext = document.bitext
    if bitext is None or language not in (bitext.left, bitext.right):
        return notes
    other = bitext.right if language == bitext.left else bitext.left
    opposite, bead = document.version(other), bitext.beads[bitext.bead_number(language, mark.paragraph)]
    if opposite is not None:
        notes += [
            Note(other, opposite.paragraphs[index].label or "", opposite.paragraphs[index].text, index)
            for index in bitext.side(bead, other)
        ]
    return notes
