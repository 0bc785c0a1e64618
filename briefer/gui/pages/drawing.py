"""Has pages measured and tiles of them drawn, one after the other, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.core.errors import PageLost
from briefer.gui.jobs import Job, Jobs, Told
from briefer.gui.pages.tiles import Tile, Tiles

if TYPE_CHECKING:
    from briefer.app.pages import PageRenderer, Picture

REST = 60_000  # milliseconds without a wish, after which the process is let go

Size = tuple[float, float]
T = TypeVar("T")


class Drawing(QObject):
    """Draws with one renderer at a time. The newest wishes count, and what is kept is not drawn again."""

    opened = Signal(int)  # how many pages there are
    measured = Signal(int)  # a page whose size is known now
    drawn = Signal(object)  # Tile
    lost = Signal(int)  # a page that cannot be drawn
    troubled = Signal(object)  # Exception: nothing of the file can be drawn

    def __init__(self, jobs: Jobs, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._texts = texts
        self._renderer: PageRenderer | None = None
        self._job: Job | None = None
        self._wishes: list[Tile | int] = []
        self.tiles = Tiles()
        self.sizes: dict[int, Size] = {}
        self.lost_pages: set[int] = set()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._let_go)

    @property
    def idle(self) -> bool:
        return self._job is None

    def use(self, renderer: PageRenderer | None) -> None:
        """Draw with another renderer from now on, from nothing; the one before is closed."""
        before, self._renderer = self._renderer, renderer
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._wishes = []
        self._rest.stop()
        self.tiles.clear()
        self.sizes, self.lost_pages = {}, set()
        if before is not None:
            task = Task(self._texts.gettext("Putting pages away…"), lambda _progress: before.close())
            self._jobs.start(task, lambda _: None, self.troubled.emit, quiet=True)
        if renderer is not None:
            self._start(renderer.count, self.opened.emit)

    def close(self) -> None:
        """The window closes, and its jobs have ended."""
        self._rest.stop()
        if self._renderer is not None:
            self._renderer.close()
            self._renderer = None

    def want(self, wishes: Sequence[Tile | int]) -> None:
        """Draw these tiles, and measure these pages, first things first; forget earlier wishes."""
        self._wishes = [wish for wish in wishes if self._open(wish)]
        self._go_on()

    def _open(self, wish: Tile | int) -> bool:
        """Whether there is still something to do about a wish."""
        if isinstance(wish, int):
            return wish not in self.sizes and wish not in self.lost_pages
        return wish not in self.tiles and wish.page not in self.lost_pages

    def _go_on(self) -> None:
        renderer = self._renderer
        if renderer is None or self._job is not None:
            return
        self._wishes = [wish for wish in self._wishes if self._open(wish)]
        if not self._wishes:
            self._rest.start()
            return
        self._rest.stop()
        wish = self._wishes.pop(0)
        if isinstance(wish, int):
            self._start(lambda progress: renderer.size(wish, progress), lambda size: self._sized(wish, size))
        elif wish.page in self.sizes:
            area = wish.area(self.sizes[wish.page])
            self._start(
                lambda progress: renderer.draw(wish.page, wish.scale, area, progress),
                lambda picture: self._take(wish, picture),
            )

    def _start(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        renderer = self._renderer

        def came(result: T) -> None:
            if renderer is self._renderer:
                done(result)

        def failed(error: Exception) -> None:
            if renderer is self._renderer:
                self._fail(error)

        task = Task(self._texts.gettext("Drawing a page…"), work)
        self._job = self._jobs.start(task, came, failed, quiet=True)
        self._job.told.connect(self._told)

    def _sized(self, page: int, size: Size) -> None:
        self.sizes[page] = size
        self.measured.emit(page)

    def _take(self, tile: Tile, picture: Picture) -> None:
        image = QImage(
            picture.pixels, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888
        )
        self.tiles.put(tile, image.convertToFormat(QImage.Format.Format_RGB32))  # a copy, quick to paint
        self.drawn.emit(tile)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, PageLost) and isinstance(page := error.params["page"], int):
            self.lost_pages.add(page)
            self.lost.emit(page)
        else:
            self._wishes = []
            self.troubled.emit(error)

    @Slot(object)
    def _told(self, told: Told) -> None:
        if told.ended and told.job is self._job:
            self._job = None
            self._go_on()

    @Slot()
    def _let_go(self) -> None:
        if self._renderer is not None and self._job is None:
            self._renderer.rest()
