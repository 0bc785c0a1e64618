"""Pictures of what the reader offers around the text, in every theme and language; `pictures` calls this."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from briefer.app.resources import resource
from briefer.core.symbols import parse_symbol
from briefer.gui.theme import Theme
from tests.pdf_pages import of_pages, typeset

if TYPE_CHECKING:
    from pictures import Studio

FACES = (("en", Theme.LIGHT), ("ru", Theme.DARK), ("en", Theme.SEPIA), ("ru", Theme.CONTRAST))
SAMPLE = ("samples", "joint-statement.ru-en.txt")
DRAGGED = 24  # the Russian paragraph of the first operative pair


def around(studio: Studio, folder: Path) -> None:
    """Terms, footnotes, symbols, a link being dragged, and pages with what may be wrong with them."""
    studio.open(resource(*SAMPLE))
    for language, theme in FACES:
        studio.parts.look.speak(language)
        studio.parts.look.set_theme(theme)
        name = f"{language}-{theme.value}"
        terms(studio, name)
        footnote(studio, name)
        dragging(studio, name)
        symbol(studio, name)
    studio.parts.look.speak("en")
    studio.parts.look.set_theme(Theme.LIGHT)
    pages(studio, folder)


def terms(studio: Studio, name: str) -> None:
    """The terms of a pair, one of them lit."""
    desk, acts = studio.window.around.terms, studio.window.acts
    studio.window.frame.reader.go_to("ru", DRAGGED)
    acts["terms"].trigger()
    studio.wait(lambda: desk.idle)
    desk.panel.view.setCurrentIndex(desk.panel.model.index(0, 0))
    studio.shoot(f"terms-{name}")
    acts["terms"].trigger()


def footnote(studio: Studio, name: str) -> None:
    """A footnote at its mark."""
    opened = studio.document
    version = opened.document.versions[0] if opened else None
    noted = [n for n, paragraph in enumerate(version.paragraphs) if paragraph.notes] if version else []
    if noted:
        studio.window.frame.reader.go_to("ru", noted[-1])
        studio.settle()
        studio.window.acts["footnote"].trigger()
        studio.shoot(f"footnote-{name}")
        studio.window.around.footnotes.popup.hide()


def dragging(studio: Studio, name: str) -> None:
    """The end of a link dragged over the next pair."""
    reader = studio.window.frame.reader
    ribbon, pane = reader._spread.ribbon, reader._spread.panes[0]  # noqa: SLF001 - the pointer knows no names
    reader.go_to("ru", DRAGGED)
    studio.settle()
    for kind, index in (
        (QEvent.Type.MouseButtonPress, DRAGGED),
        (QEvent.Type.MouseMove, DRAGGED + 1),
    ):
        at = QPoint(6, round(pane.blocks.extent((index,))[1]) + 2)
        pressed = kind is QEvent.Type.MouseButtonPress
        button = Qt.MouseButton.LeftButton if pressed else Qt.MouseButton.NoButton
        around_it = QPointF(ribbon.mapToGlobal(at))
        event = QMouseEvent(
            kind, QPointF(at), around_it, button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(ribbon, event)
    studio.shoot(f"link-dragged-{name}")
    ribbon.give_up()


def symbol(studio: Studio, name: str) -> None:
    """A symbol that is not in the library."""
    named = parse_symbol("E/CN.7/2025/1")
    if named is not None:
        studio.window.around.symbols.open(named)
        studio.wait(lambda: studio.window.around.symbols.idle)
        studio.shoot_dialogs(f"dialog-symbol-unknown-{name}")


def pages(studio: Studio, folder: Path) -> None:
    """The page beside the text in every theme, zoomed, protected and gone."""
    path = folder / "statement.pdf"
    typeset(resource(*SAMPLE).read_text(encoding="utf-8"), path, head="E/CN.7/2025/CRP.4")
    studio.open(path)
    desk = studio.window.around.pages
    studio.window.frame.reader.go_to("ru", 21)
    studio.window.acts["page"].trigger()
    for language, theme in FACES:
        studio.parts.look.speak(language)
        studio.parts.look.set_theme(theme)
        studio.settle()
        studio.wait(lambda: desk.drawing.idle)
        studio.shoot(f"page-{language}-{theme.value}")
    studio.parts.look.speak("en")
    studio.parts.look.set_theme(Theme.LIGHT)
    desk.panel.sheet.step_zoom(5)
    studio.settle()
    studio.wait(lambda: desk.drawing.idle)
    studio.shoot("page-zoomed")
    gone = folder / "gone.pdf"
    gone.write_bytes(of_pages("1. A text whose file is gone."))
    studio.open(gone)
    gone.unlink()
    studio.window.acts["page"].trigger()
    studio.window.acts["page"].trigger()
    studio.wait(lambda: bool(desk.panel.sentence))
    studio.shoot("page-gone")
    studio.window.acts["page"].trigger()
