"""Builds the objects of the window and hands them down; runs until the window is closed."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from briefer.app.assembly import Assembly
from briefer.app.recognising import missing_packages
from briefer.app.search_wish import SearchWish
from briefer.app.settings import Settings
from briefer.app.state import StateFile, state_file
from briefer.app.task import Progress
from briefer.app.texts import Texts
from briefer.gui.collecting import Collecting
from briefer.gui.fonts import add_fonts
from briefer.gui.instance.message import address
from briefer.gui.instance.turn import Turn
from briefer.gui.jobs import Jobs
from briefer.gui.look import Look
from briefer.gui.main_window import MainWindow
from briefer.gui.parts import Parts
from briefer.gui.portal import MotionPortal
from briefer.gui.theme import new_application

if TYPE_CHECKING:
    from briefer.app.searching import Searcher
    from briefer.core.hits import SearchResults
    from briefer.gui.instance.answering import Answering

TITLE_BAR = 24  # pixels, at 96 to the inch

log = logging.getLogger(__name__)

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def build(application: QApplication, assembly: Assembly, settings: Settings, texts: Texts) -> Parts:
    """Everything that a window needs; nothing of the library is touched yet."""
    return Parts(
        texts=texts,
        settings=settings,
        state=StateFile(state_file(settings.folder, assembly.library.folder)),
        library=assembly.library,
        opener=assembly.opener,
        fresh=assembly.fresh,
        annotator=assembly.annotator,
        corrector=assembly.corrector,
        languages=lambda: assembly.languages,
        forms=lambda: assembly.library.store.forms,
        search=lambda wish, progress: _search(assembly.searcher, wish, progress),
        refresh_index=lambda progress: assembly.searcher.refresh(progress),
        searches=lambda: assembly.searcher.kept,
        concordance=lambda wish, progress: assembly.concordancer.begun(wish, progress),
        notes=lambda: assembly.notes,
        records=lambda: assembly.records,
        importer=assembly.importer,
        keeper=assembly.keeper,
        watched=assembly.watched,
        upkeep=assembly.upkeep,
        jobs=Jobs(),
        look=Look(application, settings, texts),
        missing_for_ocr=missing_packages,
    )


def _search(searcher: Searcher, wish: SearchWish, progress: Progress) -> SearchResults:
    from briefer.app.searching import HITS, PASSAGES

    return searcher.find(
        wish.query,
        wish.document_id,
        passages=HITS if wish.document_id is not None else PASSAGES,
        patient=wish.patient,
        progress=progress,
    )


def show(paths: Sequence[Path], assembly: Assembly, settings: Settings, texts: Texts, turn: Turn) -> int:
    """Open the window, with `paths` in it, and return its exit code when it is closed.

    `turn` is ended when the window listens.
    """
    QGuiApplication.setApplicationDisplayName("Briefer")
    QGuiApplication.setDesktopFileName("org.briefer.Briefer")
    application = new_application()
    add_fonts()
    parts = build(application, assembly, settings, texts)
    window = MainWindow(parts)
    sys.excepthook = surviving(window.frame.notices.say_error)
    fit(window, window.screen().availableSize())
    if paths:  # they are read already: what is painted first may be the document
        window.start(paths)
    window.show()
    collecting = Collecting(application)
    listening: list[Answering] = []
    window.settling.come.connect(lambda: listening.extend(listen(assembly.library.folder, window)))
    window.settling.come.connect(turn.end)
    desktop = MotionPortal(window)
    desktop.calm_wished.connect(parts.look.keep_calm)
    window.settling.come.connect(desktop.ask)
    if not paths:
        QTimer.singleShot(0, window.start)
    code = application.exec()
    for answering in listening:
        answering.close()
    parts.look.close()
    collecting.close()
    assembly.close()
    return code


def fit(window: QWidget, room: QSize) -> None:
    """Let a window that is not shown yet fill the screen where it would not fit in its frame.

    `room` is what the screen has for windows. What a title bar takes is the desktop's to know and
    not known before; what Qt's own would take is as good a guess.
    """
    bar = round(TITLE_BAR * window.logicalDpiY() / 96)
    if window.width() > room.width() or window.height() + bar > room.height():
        window.resize(window.size().boundedTo(QSize(room.width(), room.height() - bar)))
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def listen(library: Path, window: MainWindow) -> list[Answering]:
    """Let second starts on the same library come to this window, where there is a private way."""
    from briefer.gui.instance.answering import Answering

    where = address(library)
    if where is None:
        return []
    answering = Answering(where, window)
    answering.wanted.connect(window.arrivals.take)
    return [answering]


def surviving(say: Callable[[BaseException], None]) -> Hook:
    """An exception hook that tells the reader and lets the window live on.

    The log gets the kind of error and where it was, never its message: a message may quote
    the notes.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        frames = traceback.extract_tb(trace)
        places = " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames))
        log.error("unexpected %s at %s", kind.__name__, places)
        say(error)

    return hook
