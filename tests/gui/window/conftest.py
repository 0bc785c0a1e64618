"""A window with everything behind it real: parser, library, index, settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.app.assembly import Assembly
from briefer.app.resources import resource
from briefer.app.settings import Settings
from briefer.app.texts import Texts
from briefer.gui.desktop import build
from briefer.gui.main_window import MainWindow

LONG = 20_000  # milliseconds


class MakeWindow(Protocol):
    """Opens a window; `missing` stands in for what the system has for the recognition of text.

    With `paths` these are being opened when it is returned.
    """

    def __call__(
        self, missing: Callable[[], tuple[str, ...]] | None = None, paths: Sequence[Path] = ()
    ) -> MainWindow: ...


@pytest.fixture(scope="session")
def sample() -> Path:
    return resource("samples", "joint-statement.ru-en.txt")


@pytest.fixture
def assembly(tmp_path: Path) -> Iterator[Assembly]:
    made = Assembly(tmp_path / "library")
    yield made
    made.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "config" / "settings.json")


@contextmanager
def make_windows(
    application: QApplication, qtbot: QtBot, assembly: Assembly, settings: Settings
) -> Iterator[MakeWindow]:
    """Opens a window on the same library and settings each time it is called; all are closed."""
    made: list[MainWindow] = []

    def make(missing: Callable[[], tuple[str, ...]] | None = None, paths: Sequence[Path] = ()) -> MainWindow:
        parts = build(application, assembly, settings, Texts(resource("locale"), "en"))
        if missing is not None:
            parts = replace(parts, missing_for_ocr=missing)
        window = MainWindow(parts)
        made.append(window)
        with qtbot.waitActive(window):  # shortcuts answer in an active window only
            window.show()
            window.activateWindow()
        window.start(paths)
        if not paths:
            qtbot.waitUntil(lambda: window.parts.jobs.idle)
        return window

    yield make
    for window in made:
        window.annotations.discard()
        window.close()
        window.parts.look.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.setStyleSheet("")


@pytest.fixture
def make_window(
    qapp: QApplication, qtbot: QtBot, assembly: Assembly, settings: Settings
) -> Iterator[MakeWindow]:
    with make_windows(qapp, qtbot, assembly, settings) as make:
        yield make


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window()


@pytest.fixture
def opened(window: MainWindow, sample: Path, qtbot: QtBot) -> MainWindow:
    """The window with the sample document in it."""
    with qtbot.waitSignal(window.workspace.opened, timeout=20_000):
        window.open_files([sample])
    return window


@pytest.fixture
def begun(qapp: QApplication, qtbot: QtBot, assembly: Assembly, settings: Settings) -> Iterator[MainWindow]:
    """A window that is shown, in which nothing has been begun yet."""
    window = MainWindow(build(qapp, assembly, settings, Texts(resource("locale"), "en")))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()
    window.parts.look.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
