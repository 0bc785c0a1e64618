"""What a command line asks for, decided from its words alone: no disk, no typer.

Exact command names win over file names; `./list` or `-- list` is a file. Global options
may stand before or after the command.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from pathlib import Path

from briefer.app.texts import LANGUAGES
from briefer.cli.usage import WrongUse, chosen
from briefer.core.values import dataclass

GROUPS = {
    "library": (
        "info",
        "check",
        "backup",
        "restore",
        "rebuild-index",
        "folders",
        "put",
        "take",
        "remove",
        "trash",
        "put-back",
        "empty-trash",
    )
}
COMMANDS = (
    "read",
    "align",
    "import",
    "list",
    "search",
    "concordance",
    "annotate",
    "annotations",
    "export",
    "library",
)


@dataclass(frozen=True, slots=True)
class Options:
    """The global options."""

    library: Path | None = None
    language: str | None = None
    quiet: bool = False
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """Open the window, with the files as one document."""

    paths: tuple[Path, ...]
    options: Options


@dataclass(frozen=True, slots=True)
class Command:
    """Run a command; `words` begin with its name and hold no global option."""

    words: tuple[str, ...]
    options: Options


@dataclass(frozen=True, slots=True)
class Help:
    """Show the help of a command ("library info"), or of the whole program ("")."""

    command: str
    options: Options


@dataclass(frozen=True, slots=True)
class Version:
    options: Options


Route = Window | Command | Help | Version


@dataclass
class _Reading:
    """A command line half read."""

    options: Options = field(default_factory=Options)
    words: list[str] = field(default_factory=list)
    plain: int = 0
    help: bool = False
    version: bool = False


def asked_language(words: Sequence[str]) -> str | None:
    """The language that `--lang` asks for, if Briefer speaks it; needed before all else."""
    try:
        return _read(words).options.language
    except WrongUse:
        return None


def route(words: Sequence[str]) -> Route:
    """What `words` (without the program's name) ask for. Raises WrongUse."""
    read = _read(words)
    command = read.words[0] if read.plain != 0 and read.words and read.words[0] in COMMANDS else None
    if read.help:
        return Help(_path(read.words) if command else "", read.options)
    if read.version:
        return Version(read.options)
    if command is not None:
        return Command(tuple(read.words), read.options)
    return Window(_files(read), read.options)


def _read(words: Sequence[str]) -> _Reading:
    """Take the global options out; `plain` counts the words before a bare `--` (-1: none)."""
    read, rest = _Reading(plain=-1), list(words)
    while rest:
        word = rest.pop(0)
        name, joined, value = word.partition("=")
        if word == "--":
            read.plain = len(read.words)
            read.words += [word, *rest] if read.words else rest
            break
        if name in ("--library", "--lang"):
            if not joined:
                value = rest.pop(0) if rest else ""
            read.options = _with_value(read.options, name, value)
        elif word == "--quiet":
            read.options = replace(read.options, quiet=True)
        elif word == "--verbose":
            read.options = replace(read.options, verbose=True)
        elif word in ("--help", "-h"):
            read.help = True
        elif word == "--version":
            read.version = True
        else:
            read.words.append(word)
    return read


def _with_value(options: Options, name: str, value: str) -> Options:
    if not value:
        raise WrongUse("value-missing", option=name)
    if name == "--library":
        return replace(options, library=Path(value))
    return replace(options, language=chosen(value, name, LANGUAGES, ""))


def _path(words: Sequence[str]) -> str:
    inner = GROUPS.get(words[0], ())
    return " ".join(words[:2]) if len(words) > 1 and words[1] in inner else words[0]


def _files(read: _Reading) -> tuple[Path, ...]:
    before = read.words if read.plain < 0 else read.words[: read.plain]
    for word in before:
        if word.startswith("-") and word != "-":
            raise WrongUse("option-unknown", option=word.partition("=")[0])
    files = [word for number, word in enumerate(read.words) if not (word == "--" and number == read.plain)]
    if len(files) > 2:
        raise WrongUse("files-too-many")
    return tuple(Path(word) for word in files)
