"""The menu over the text: copying, annotating, the alignment, the links of the paragraph at hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from briefer.app.texts import Texts
from briefer.gui.reader.spread import Spread
from briefer.gui.reader.surface import Surface

MOST_LINKS = 8  # of one paragraph


class TextMenu(QObject):
    """Made anew each time; `link_wanted` carries a `Link`.

    `alignment` is the menu about pairs, which stands in it where there are two languages.
    """

    copy_wanted = Signal()
    highlight_wanted = Signal()
    note_wanted = Signal()
    link_wanted = Signal(object)

    def __init__(self, spread: Spread, surface: Surface, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._spread = spread
        self._surface = surface
        self._texts = texts
        self._parent = parent
        self.alignment: QMenu | None = None

    @Slot(QPoint)
    def open(self, point: QPoint) -> None:
        """Open it at a global position."""
        menu = self.made()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def made(self) -> QMenu:
        """The menu for things as they are now."""
        gettext, menu = self._texts.gettext, QMenu(self._parent)
        copy = menu.addAction(gettext("Copy"), self.copy_wanted.emit)
        copy.setEnabled(any(pane.textCursor().hasSelection() for pane in self._spread.panes))
        menu.addSeparator()
        menu.addAction(gettext("Highlight"), self.highlight_wanted.emit)
        menu.addAction(gettext("Add note…"), self.note_wanted.emit)
        if self.alignment is not None and self._spread.rows and self._spread.rows.aligned:
            menu.addMenu(self.alignment)
        for link in self._surface.links[self._spread.active].at_caret()[:MOST_LINKS]:
            words = gettext("Open the link {target}…").format(target=link.target[:60])
            menu.addAction(words.replace("&", "&&"), partial(self.link_wanted.emit, link))
        return menu
