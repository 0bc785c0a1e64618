"""A window on a library of its own, and what it takes to photograph it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from briefer.app.assembly import Assembly
from briefer.app.model import OpenDocument
from briefer.app.resources import resource
from briefer.app.settings import Settings
from briefer.app.texts import Texts
from briefer.gui.desktop import build
from briefer.gui.main_window import MainWindow
from briefer.gui.theme import Theme

SIZES = ((1366, 768), (1920, 1080))
LANGUAGES = ("en", "ru")
THEMES = (Theme.LIGHT, Theme.DARK)
SAMPLE = ("samples", "joint-statement.ru-en.txt")
PATIENCE = 20_000  # milliseconds
PAUSE = 25


def rest(milliseconds: int) -> None:
    """Let the window and its jobs go on for so long. (QTest's own wait would stop the jobs.)"""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Studio:
    """Opens the window, brings it into a state, and takes pictures named after the scene."""

    def __init__(self, application: QApplication, folder: Path, pictures: Path) -> None:
        self.folder = folder
        self._pictures = pictures
        self._name = ""
        settings = Settings(folder / "settings.json")
        self.assembly = Assembly(folder / "library")
        self.parts = build(application, self.assembly, settings, Texts(resource("locale"), "en"))
        self.window = MainWindow(self.parts)
        self.window.resize(*SIZES[0])
        self.window.show()
        self.window.start()
        self.settle()

    @property
    def document(self) -> OpenDocument | None:
        return self.window.workspace.document

    @property
    def text(self) -> Texts:
        return self.parts.texts

    def take(self, scene: Scene) -> None:
        """Take a scene's pictures in each language, theme and size that it wants."""
        for language in scene.languages:
            self.parts.look.speak(language)
            for theme in scene.themes:
                self.parts.look.set_theme(theme)
                for width, height in scene.sizes or SIZES[:1]:
                    self.window.resize(width, height)
                    self.settle()
                    size = f"-{width}" if scene.sizes else ""
                    self._name = f"{scene.name}{{}}-{language}-{theme.value}{size}"
                    scene.act(self)
                    self.close_tabs()
        self.parts.look.speak("en")
        self.parts.look.set_theme(Theme.LIGHT)
        self.window.resize(*SIZES[0])
        self.settle()

    def open(self, path: Path) -> None:
        """Open a file and wait until it is there, or cannot be."""
        self.window.open_files([path])
        self.wait(lambda: not self.window.workspace.opening)
        self.settle()

    def open_sample(self) -> None:
        self.open(resource(*SAMPLE))

    def close_tabs(self) -> None:
        """Leave nothing open."""
        while self.window.workspace.shelf.tabs:
            self.window.annotations.discard()
            self.window.workspace.close(0)
        self.settle()

    def wait(self, condition: Callable[[], bool]) -> None:
        for _ in range(PATIENCE // PAUSE):
            if condition():
                return
            rest(PAUSE)
        raise SystemExit(f"the window did not come to the state to be photographed: {self._name}")

    def settle(self) -> None:
        """Let what is under way in the window come to rest."""
        rest(60)
        self.wait(lambda: self.parts.jobs.idle)
        rest(200)

    def shoot(self, suffix: str = "", widget: QWidget | None = None) -> None:
        """Take a picture of the window, or of a widget, called after the scene and `suffix`."""
        self.settle()
        (widget or self.window).grab().save(str(self._path(suffix)))

    def shoot_now(self, suffix: str = "") -> None:
        """Take a picture of the window while something is under way in it."""
        self.window.grab().save(str(self._path(suffix)))

    def shoot_over(self, widget: QWidget, suffix: str = "") -> None:
        """Take a picture of the window with something that has opened over it, and close that."""
        self.settle()
        picture = self.window.grab()
        painter = QPainter(picture)
        painter.drawPixmap(self.window.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0))), widget.grab())
        painter.end()
        picture.save(str(self._path(suffix)))
        widget.close()
        self.settle()

    def shoot_dialogs(self, suffix: str = "") -> None:
        """Photograph the dialogs that are open, and close them."""
        self.settle()
        for dialog in self.dialogs():
            dialog.grab().save(str(self._path(suffix)))
            dialog.reject()
        self.settle()

    def dialogs(self) -> list[QDialog]:
        """Those that can be seen."""
        return [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]

    def close(self) -> None:
        self.window.annotations.discard()
        self.window.close()
        self.parts.look.close()
        self.assembly.close()

    def _path(self, suffix: str) -> Path:
        return self._pictures / f"{self._name.format(f'-{suffix}' if suffix else '')}.png"


@dataclass(frozen=True, slots=True)
class Scene:
    """One function and how often it is called. Without `sizes` the size of the window is no matter."""

    name: str
    act: Callable[[Studio], None]
    languages: tuple[str, ...]
    themes: tuple[Theme, ...]
    sizes: tuple[tuple[int, int], ...]


class Album:
    """Scenes in their order; `album.picture()` before a function puts it in."""

    def __init__(self) -> None:
        self._scenes: list[Scene] = []

    def __iter__(self) -> Iterator[Scene]:
        return iter(self._scenes)

    def picture(
        self,
        *,
        languages: Iterable[str] = LANGUAGES,
        themes: Iterable[Theme] = THEMES,
        sizes: Iterable[tuple[int, int]] = SIZES,
    ) -> Callable[[Callable[[Studio], None]], Callable[[Studio], None]]:
        """Take the pictures of a function, which are called after it."""

        def put(act: Callable[[Studio], None]) -> Callable[[Studio], None]:
            name = act.__name__.replace("_", "-")
            self._scenes.append(Scene(name, act, tuple(languages), tuple(themes), tuple(sizes)))
            return act

        return put
