"""One run of the program: what was asked for is done, and every failure becomes a sentence.

Exits: 0 done, 1 could not, 2 wrong use or a query that does not parse.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Literal

from briefer import __version__
from briefer.app.assembly import Assembly, speak
from briefer.app.collecting import seldom
from briefer.app.messages import describe
from briefer.app.texts import Texts, system_language
from briefer.cli.console import Console, ReaderGone
from briefer.cli.routing import GROUPS, Command, Help, Options, Version, Window, asked_language, route
from briefer.cli.usage import WrongUse, sentence, translated
from briefer.core.errors import FileIsFolder, FileMissing, QueryWrong

OpenWindow = Callable[[Sequence[Path], Path | None, str | None], int]

DONE, COULD_NOT, WRONG_USE = 0, 1, 2
_INTERRUPTED = 130


def run(words: Sequence[str], open_window: OpenWindow) -> int:
    """Do what `words` (without the program's name) ask for; the exit code of the process.

    `open_window(paths, library, language)` opens the window and returns its exit code.
    """
    console = Console.standard()
    texts = speak(asked_language(words) or system_language())
    guard = _Guard(console, texts, verbose="--verbose" in words)
    with guard:
        guard.status = _follow(words, texts, console, open_window)
        console.flush()
    return guard.status


def _follow(words: Sequence[str], texts: Texts, console: Console, open_window: OpenWindow) -> int:
    asked = route(words)
    console.quiet = asked.options.quiet
    match asked:
        case Version():
            console.text(f"briefer {__version__}")
            return DONE
        case Window(paths, options):
            _check(paths)
            return open_window(paths, options.library, options.language)
        case Help(command, options):
            return _help(command, options, texts, console)
        case Command(arguments, options):
            with seldom():
                return _command(arguments, options, texts, console)


def _check(paths: Sequence[Path]) -> None:
    """A file that is not there is told before the window is loaded."""
    for path in paths:
        if path.is_dir():
            raise FileIsFolder(path=str(path))
        if not path.exists():
            raise FileMissing(path=str(path))


def _help(command: str, options: Options, texts: Texts, console: Console) -> int:
    from typer.main import get_command

    from briefer.cli.commands import build
    from briefer.cli.desk import Desk
    from briefer.cli.help import command_page

    desk = Desk(texts, console, Assembly(options.library))
    console.text(command_page(get_command(build(desk)), command, texts))
    return DONE


def _command(words: Sequence[str], options: Options, texts: Texts, console: Console) -> int:
    import typer
    from typer.main import get_command

    from briefer.cli.commands import build
    from briefer.cli.dashes import plain_queries
    from briefer.cli.desk import Desk

    parts = Assembly(options.library, backup_failed=lambda error: console.error(describe(error, texts)))
    program = get_command(build(Desk(texts, console, parts, options.verbose)))
    inner = GROUPS.get(words[0])
    if inner and (len(words) == 1 or words[1] not in inner):
        raise WrongUse("command-missing", command=words[0], known=", ".join(inner))
    try:
        result = program.main(plain_queries(program, words), prog_name="briefer", standalone_mode=False)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except Exception as error:
        if any(base.__name__ == "ClickException" for base in type(error).__mro__):
            raise translated(error, words[0]) from error
        raise
    finally:
        parts.close()
    if result == _INTERRUPTED:
        raise KeyboardInterrupt
    return int(result or DONE)


class _Guard:
    """Ends whatever happens within as an exit code and a sentence, never as a traceback."""

    def __init__(self, console: Console, texts: Texts, *, verbose: bool) -> None:
        self.status = COULD_NOT
        self._console = console
        self._texts = texts
        self._verbose = verbose

    def __enter__(self) -> _Guard:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[True]:
        match error:
            case None:
                pass
            case SystemExit():
                self.status = error.code if isinstance(error.code, int) else COULD_NOT
            case ReaderGone():
                _silence_output()
                self.status = COULD_NOT
            case WrongUse():
                self._console.error(sentence(error, self._texts))
                self.status = WRONG_USE
            case QueryWrong():
                from briefer.cli.pointing import pointed

                self._console.error("\n".join((describe(error, self._texts), pointed(error))).rstrip())
                self.status = WRONG_USE
            case _:
                self._console.error(describe(error, self._texts))
                self.status = COULD_NOT
                _silence_output_if_broken(error)
                if self._verbose:
                    self._console.error(_details(error))
        return True


def _details(error: BaseException) -> str:
    """Kinds of error and places in the program; messages may quote documents and are left out."""
    lines = []
    current: BaseException | None = error
    while current is not None:
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        frames = traceback.extract_tb(current.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _silence_output_if_broken(error: BaseException) -> None:
    """After a failed write the interpreter must not try it again at its end."""
    if isinstance(error, OSError):
        _silence_output()


def _silence_output() -> None:
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        return
