"""What the reader offers around the text: terms, footnotes, symbols, links, original pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from briefer.app.resources import resource
from briefer.core.symbols import parse_symbol
from briefer.gui.theme import Theme
from picturing.scenes import HERE, begin
from picturing.studio import SAMPLE, SIZES, Album, Studio
from tests.pdf_pages import of_pages, typeset

album = Album()
DRAGGED = 24  # the Russian paragraph of the first operative pair


@album.picture(themes=Theme, sizes=SIZES[:1])
def terms(studio: Studio) -> None:
    """The terms of a pair, one of them lit."""
    begin(studio)
    desk, acts = studio.window.after.around.terms, studio.window.acts
    studio.window.frame.reader.go_to("ru", DRAGGED)
    acts["terms"].trigger()
    studio.wait(lambda: desk.idle)
    desk.panel.view.setCurrentIndex(desk.panel.model.index(0, 0))
    studio.shoot()
    acts["terms"].trigger()


@album.picture(themes=Theme, sizes=SIZES[:1])
def footnote(studio: Studio) -> None:
    """A footnote at its mark."""
    studio.open_sample()
    opened = studio.document
    version = opened.document.versions[0] if opened else None
    noted = [n for n, paragraph in enumerate(version.paragraphs) if paragraph.notes] if version else []
    if noted:
        studio.window.frame.reader.go_to("ru", noted[-1])
        studio.settle()
        studio.window.acts["footnote"].trigger()
        studio.shoot_over(studio.window.after.around.footnotes.popup)


@album.picture(themes=Theme, sizes=SIZES[:1])
def dragging(studio: Studio) -> None:
    """The end of a link dragged over the next pair."""
    begin(studio)
    reader = studio.window.frame.reader
    ribbon, pane = reader._spread.ribbon, reader._spread.panes[0]  # noqa: SLF001 - the pointer knows no names
    reader.go_to("ru", DRAGGED)
    studio.settle()
    for kind, index in ((QEvent.Type.MouseButtonPress, DRAGGED), (QEvent.Type.MouseMove, DRAGGED + 1)):
        at = QPoint(6, round(pane.blocks.extent((index,))[1]) + 2)
        pressed = kind is QEvent.Type.MouseButtonPress
        button = Qt.MouseButton.LeftButton if pressed else Qt.MouseButton.NoButton
        around_it = QPointF(ribbon.mapToGlobal(at))
        event = QMouseEvent(
            kind, QPointF(at), around_it, button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(ribbon, event)
    studio.shoot()
    ribbon.give_up()


@album.picture(sizes=())
def unknown_symbol(studio: Studio) -> None:
    """A symbol that is not in the library."""
    studio.open_sample()
    if (named := parse_symbol("E/CN.7/2025/1")) is not None:
        studio.window.symbols.open(named)
        studio.wait(lambda: studio.window.symbols.idle)
        studio.shoot_dialogs()


@album.picture(themes=Theme)
def page(studio: Studio) -> None:
    """The page beside the text, as it is and zoomed."""
    path = studio.folder / "statement.pdf"
    typeset(resource(*SAMPLE).read_text(encoding="utf-8"), path, head="E/CN.7/2025/CRP.4")
    studio.open(path)
    desk = studio.window.after.around.pages
    studio.window.frame.reader.go_to("ru", HERE)
    studio.window.acts["page"].trigger()
    studio.settle()
    studio.wait(lambda: desk.drawing.idle)
    studio.shoot()
    desk.panel.sheet.step_zoom(5)
    studio.settle()
    studio.wait(lambda: desk.drawing.idle)
    studio.shoot("zoomed")
    desk.panel.sheet.step_zoom(-5)
    studio.window.acts["page"].trigger()


@album.picture(sizes=SIZES[:1])
def page_gone(studio: Studio) -> None:
    """A page whose file is not there any more."""
    path = studio.folder / "gone.pdf"
    path.write_bytes(of_pages("1. A text whose file is gone."))
    studio.open(path)
    path.unlink()
    studio.window.acts["page"].trigger()
    studio.wait(lambda: bool(studio.window.after.around.pages.panel.sentence))
    studio.shoot()
    studio.window.acts["page"].trigger()
