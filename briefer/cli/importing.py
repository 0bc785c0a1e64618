"""The command that puts documents into the library, once or whenever they come.

No deferred annotations here: typer reads them from the running function.
"""

import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from briefer.app.messages import describe
from briefer.app.model import Imported, ImportStatus, SameSymbol
from briefer.app.task import Progress
from briefer.cli.desk import Desk
from briefer.cli.usage import chosen
from briefer.core.errors import FileMissing

if TYPE_CHECKING:
    from briefer.app.watching import Watch

_SAME_SYMBOL = "|".join(SameSymbol)
_STEP = 0.1  # seconds after which a waiting program looks whether it is to end


def add_importing(app: typer.Typer, desk: Desk) -> None:
    """Add the command to `app`."""
    gettext = desk.texts.gettext

    @app.command("import", help=gettext("Put documents into the library."))
    def import_(
        paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help=gettext("Files and folders."))],
        form: Annotated[
            str, typer.Option("--format", metavar="text|json", help=gettext("How to show what was done."))
        ] = "text",
        same_symbol: Annotated[
            str,
            typer.Option(
                "--same-symbol",
                metavar=_SAME_SYMBOL,
                help=gettext(
                    "What to do with another text of a symbol that is there: refuse it, keep both, "
                    "or replace what is there."
                ),
            ),
        ] = SameSymbol.REFUSE,
        watch: Annotated[
            bool,
            typer.Option(
                "--watch",
                help=gettext(
                    "Go on importing what comes into the folders, until Ctrl+C. JSON: a value a line."
                ),
            ),
        ] = False,
        every: Annotated[
            float,
            typer.Option(
                "--every",
                metavar="SECONDS",
                min=0.1,
                max=3600,
                help=gettext("How often to look, when watching."),
            ),
        ] = 2.0,
    ) -> None:
        chosen(form, "--format", ("text", "json"), "import")
        wanted = SameSymbol(chosen(same_symbol, "--same-symbol", tuple(SameSymbol), "import"))
        if watch:
            _Watcher(desk, form, wanted, every).run(paths)
            return
        with _stopping(progress := desk.progress()):
            imported = desk.parts.importer.import_paths(paths, progress, wanted)
        _show(desk, imported, form)
        if not imported:
            desk.console.notice(gettext("There was nothing to import."))
        if progress.cancelled:
            desk.console.error(gettext("Stopped. What was imported by then stays."))
        if progress.cancelled or _complain(desk, imported):
            raise typer.Exit(1)


class _Watcher:
    """Looks at paths until the program is asked to end, and imports what has come."""

    def __init__(self, desk: Desk, form: str, same_symbol: SameSymbol, every: float) -> None:
        self._desk = desk
        self._form = form
        self._same_symbol = same_symbol
        self._every = every
        self._missing: set[Path] = set()

    def run(self, paths: Sequence[Path]) -> None:
        """Raises FileMissing for a path that is not there at the beginning."""
        from briefer.app.watching import Watch

        for path in paths:
            if not path.exists():
                raise FileMissing(path=str(path))
        watches = [Watch(path) for path in paths]
        with _stopping(progress := Progress()):
            self._desk.console.notice(self._desk.texts.gettext("Watching. Press Ctrl+C to end."))
            while not progress.cancelled:
                for watch in watches:
                    self._look(watch, progress)
                _wait(self._every, progress)
        self._desk.console.notice(self._desk.texts.gettext("Ended."))

    def _look(self, watch: "Watch", progress: Progress) -> None:
        from briefer.app.watching import bring

        look = watch.look()
        self._tell_missing(watch.path, there=look.there)
        if look.ready:
            parts = self._desk.parts
            imported = bring(parts.importer, parts.library, watch, look, progress, self._same_symbol)
            _show(self._desk, imported, self._form, lines=True)
            _complain(self._desk, imported)
            self._desk.console.flush()

    def _tell_missing(self, path: Path, *, there: bool) -> None:
        gettext = self._desk.texts.gettext
        if not there and path not in self._missing:
            self._missing.add(path)
            self._desk.console.error(gettext("“{path}” is gone. Waiting for it.").format(path=path))
        elif there and path in self._missing:
            self._missing.remove(path)
            self._desk.console.notice(gettext("“{path}” is there again.").format(path=path))


def _show(desk: Desk, imported: Sequence[Imported], form: str, *, lines: bool = False) -> None:
    if form == "json":
        from briefer.cli.values import imported_value

        value = imported_value(imported, desk.texts)
        for each in value if lines else [value]:
            desk.console.json(each)
        return
    from briefer.cli.pages import import_summary, imported_page

    if page := imported_page(imported, desk.texts):
        desk.console.text(page)
    if len(imported) > 1:
        desk.console.notice(import_summary(imported, desk.texts))


def _complain(desk: Desk, imported: Sequence[Imported]) -> bool:
    """Say which files were refused and why; whether there were any."""
    refused = [item for item in imported if item.status is ImportStatus.REFUSED]
    for item in refused:
        desk.console.error(f"{item.path}: {describe(item.error or Exception(), desk.texts)}")
    return bool(refused)


@contextmanager
def _stopping(progress: Progress) -> Iterator[None]:
    """Let Ctrl+C, and a wish of the system's, end the work at its next step instead of at once."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        progress.cancel()

    before = {each: signal.signal(each, stop) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _wait(seconds: float, progress: Progress) -> None:
    until = time.monotonic() + seconds
    while not progress.cancelled and (left := until - time.monotonic()) > 0:
        time.sleep(min(_STEP, left))
