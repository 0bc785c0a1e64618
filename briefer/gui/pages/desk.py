"""Joins the pages with the text: the page of what is read, and the text of what is clicked on a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.model import OpenDocument
from briefer.app.pages import Pages, has_pages, source_of
from briefer.core.document import Source
from briefer.gui.actions import Actions
from briefer.gui.pages.drawing import Drawing
from briefer.gui.pages.instead import Instead
from briefer.gui.pages.panel import PagePanel
from briefer.gui.pages.places import Places, Spot
from briefer.gui.parts import Parts
from briefer.gui.reader.view import Place, ReaderView
from briefer.gui.workspace import Workspace


class PagesDesk(QObject):
    """Shows the page beside the text as long as that is wanted. Nothing is drawn before."""

    def __init__(self, parts: Parts, workspace: Workspace, reader: ReaderView, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._pages = Pages(parts.library)
        self._workspace = workspace
        self._reader = reader
        self.drawing = Drawing(parts.jobs, parts.texts, self)
        self.panel = PagePanel(parts.texts, self.drawing, reader)
        self._source: Source | None = None
        self._places: Places | None = None
        self._acts: Actions | None = None
        self._clicked = False
        self.panel.hide()
        self._instead = Instead(reader, reader.put_beside(self.panel))
        self._connect()
        self._dress()

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        return {"page": self.toggle, "page-instead": self.toggle_instead}

    def attend(self, acts: Actions) -> None:
        self._acts = acts
        self._opened(self._workspace.document)

    def toggle(self) -> None:
        """Show the page beside the text, or put it away."""
        if self.panel.isHidden():
            self.panel.show()
            self._come(self._reader.current_place())
        else:
            self._put_away()
        self._check()

    def toggle_instead(self) -> None:
        """Show the page in the place of the language that is not read, or both languages again."""
        if self._instead.on:
            self._instead.bring_back()
        else:
            if self.panel.isHidden():
                self.toggle()
            self._instead.put_aside()
        self._check()

    def close(self) -> None:
        """The window closes; its jobs have ended."""
        self.drawing.close()

    def _connect(self) -> None:
        drawing, bar, sheet = self.drawing, self.panel.bar, self.panel.sheet
        self._workspace.opened.connect(self._opened)
        self._workspace.amended.connect(self._amended)
        self._reader.current_changed.connect(self._come)
        self._parts.look.changed.connect(self._dress)
        drawing.opened.connect(self._counted)
        drawing.troubled.connect(self.panel.show_error)
        bar.page_wanted.connect(self.turn_to)
        bar.zoom_wanted.connect(lambda steps: sheet.step_zoom(steps) if steps else sheet.set_zoom(None))
        bar.whole_wanted.connect(sheet.fit_whole)
        bar.other_wanted.connect(self._take_other)
        bar.closed.connect(self.toggle)
        sheet.pointed.connect(self._pointed)
        sheet.turned.connect(lambda by: self.turn_to(sheet.page + by, at_end=by < 0))
        sheet.ended.connect(lambda last: self.turn_to(sheet.pages if last else 1))
        sheet.entered.connect(self._enter)
        self.panel.password_given.connect(self._open)

    @Slot(int)
    def turn_to(self, page: int, *, at_end: bool = False) -> None:
        """Show a page; a number that there is not is passed over."""
        sheet = self.panel.sheet
        if not 1 <= page <= sheet.pages:
            return
        place = self._reader.current_place()
        boxes = self._places.boxes(page, place.language, place.index) if self._places and place else ()
        if page == sheet.page:
            boxes = boxes if not at_end else ()
        sheet.show_page(page, boxes, at_end=at_end)
        self._say_page()

    @Slot(object)
    def _come(self, place: Place | None) -> None:
        """The reader stands elsewhere now: show that page."""
        opened = self._workspace.document
        if self.panel.isHidden() or opened is None:
            return
        language = place.language if place else opened.document.languages[0]
        source = source_of(opened.document, language)
        if source is None and self._source is None:
            self.panel.show_nothing(
                self._parts.texts.gettext("This text was not read from pages that can be shown.")
            )
            return
        if source is not None and source != self._source:
            self._use(source)
        page = self._places.page_of(language, place.index) if self._places and place else None
        if page is not None and self._places is not None and place is not None and not self._clicked:
            self.panel.sheet.show_page(page, self._places.boxes(page, place.language, place.index))
        elif self._places is not None and place is not None:
            sheet = self.panel.sheet
            sheet.frame(self._places.boxes(sheet.page, place.language, place.index))
        self._say_page()

    def _use(self, source: Source, *, swapped: bool = False) -> None:
        opened = self._workspace.document
        if opened is None:
            return
        self._source, self._places = source, Places(opened.document, source, swapped=swapped)
        self._open(None)

    @Slot(str)
    def _open(self, password: str | None) -> None:
        if self._source is not None:
            self.panel.show_error(None)
            self.panel.sheet.pages = 0
            self.drawing.use(self._pages.renderer(self._source, password))

    @Slot(int)
    def _counted(self, count: int) -> None:
        sheet = self.panel.sheet
        sheet.pages = count
        place = self._reader.current_place()
        page = self._places.page_of(place.language, place.index) if self._places and place else None
        self.turn_to(min(page or 1, count))

    @Slot(float, float)
    def _pointed(self, x: float, y: float) -> None:
        spot = self._places.at(self.panel.sheet.page, x, y) if self._places else None
        self._go(spot)

    @Slot()
    def _enter(self) -> None:
        """Go to the text of the page: what is framed on it, or its first paragraph."""
        sheet, place = self.panel.sheet, self._reader.current_place()
        if self._places is None:
            return
        if not place or not self._places.boxes(sheet.page, place.language, place.index):
            self._go(self._places.first_on(sheet.page))
        self._reader.setFocus()

    def _go(self, spot: Spot | None) -> None:
        if spot is not None:
            self._clicked = True  # the page that is looked at stays as it is
            self._reader.go_to(spot.language, spot.index)
            self._clicked = False

    def _take_other(self) -> None:
        opened = self._workspace.document
        sources = [source for source in opened.document.sources if has_pages(source)] if opened else []
        if self._source in sources and len(sources) > 1:
            self._use(sources[(sources.index(self._source) + 1) % len(sources)], swapped=True)

    def _put_away(self) -> None:
        self.panel.hide()
        self._instead.bring_back()
        self._forget()
        self._reader.setFocus()

    def _forget(self) -> None:
        self._source = self._places = None
        self.panel.sheet.pages = 0
        self.drawing.use(None)

    @Slot(object)
    def _opened(self, opened: OpenDocument | None) -> None:
        self._forget()
        self._instead.forget()
        able = opened is not None and any(map(has_pages, opened.document.sources))
        if not able:
            self.panel.hide()
        several = opened is not None and sum(map(has_pages, opened.document.sources)) > 1
        self.panel.bar.other.setVisible(several)
        if self._acts is not None:
            self._acts["page-instead"].setEnabled(
                able and opened is not None and opened.document.bitext is not None
            )
        self._check()
        self._come(self._reader.current_place())

    @Slot(object)
    def _amended(self, opened: OpenDocument) -> None:
        if self._source is not None and self._source in opened.document.sources:
            self._places = Places(opened.document, self._source)

    def _check(self) -> None:
        if self._acts is not None:
            self._acts["page"].setChecked(not self.panel.isHidden())
            self._acts["page-instead"].setChecked(self._instead.on)

    def _say_page(self) -> None:
        sheet = self.panel.sheet
        self.panel.bar.show_page(sheet.page, sheet.pages)
        self.panel.retranslate()

    @Slot()
    def _dress(self) -> None:
        self.panel.set_colors(self._parts.look.colors)
