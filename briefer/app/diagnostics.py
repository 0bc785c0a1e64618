"""What Briefer runs on and what protects it, as lines for somebody who helps.

No word of a document or a note is in it.
"""

from __future__ import annotations

import platform
from collections.abc import Sequence
from pathlib import Path

import briefer
from briefer.app.recognising import missing_packages
from briefer.app.texts import Texts

Line = tuple[str, str]
PACKAGES = {"PyMuPDF": "pymupdf", "lxml": "lxml", "SQLAlchemy": "SQLAlchemy"}


def diagnostics(library: Path, texts: Texts, toolkit: Sequence[Line] = ()) -> tuple[Line, ...]:
    """Names and values, in the order in which they are read.

    `toolkit` is what the window is made with. Starts a parsing process to try its walls, which
    takes a moment.
    """
    import sqlite3

    return (
        ("Briefer", briefer.__version__),
        ("Python", platform.python_version()),
        *toolkit,
        *((name, _version(package, texts)) for name, package in PACKAGES.items()),
        ("SQLite", sqlite3.sqlite_version),
        (texts.gettext("System"), platform.platform()),
        (texts.gettext("Library folder"), str(library)),
        *_walls(texts),
        (texts.gettext("Text recognition"), _recognition(texts)),
        ("LibreOffice", _office(texts)),
    )


def as_text(lines: Sequence[Line]) -> str:
    """One line each."""
    return "".join(f"{name}: {value}\n" for name, value in lines)


def _walls(texts: Texts) -> list[Line]:
    from briefer.formats.parser import Parser

    layers = Parser().layers()
    none = texts.gettext("none")
    heading = texts.gettext("Parsing process")
    bound = texts.gettext("{size} MiB").format(size=layers.memory >> 20) if layers.memory else none
    lines = [
        (
            "Landlock",
            none
            if layers.landlock is None
            else texts.gettext("revision {number}").format(number=layers.landlock),
        ),
        ("seccomp", texts.gettext("on") if layers.seccomp else none),
        (texts.gettext("memory limit"), bound),
        (texts.gettext("refused when tried"), ", ".join(_trials(layers.refused, texts)) or none),
        (texts.gettext("possible when tried"), ", ".join(_trials(layers.possible, texts)) or none),
    ]
    return [(f"{heading}, {name}", value) for name, value in lines]


def _trials(words: Sequence[str], texts: Texts) -> list[str]:
    known = {
        "network": texts.pgettext("what a process may do", "network"),
        "writing": texts.pgettext("what a process may do", "writing files"),
        "reading": texts.pgettext("what a process may do", "reading other files"),
        "programs": texts.pgettext("what a process may do", "starting programs"),
        "processes": texts.pgettext("what a process may do", "starting processes"),
        "signals": texts.pgettext("what a process may do", "signals to other processes"),
        "memory": texts.pgettext("what a process may do", "memory without bound"),
    }
    return [known.get(word, word) for word in words]


def _recognition(texts: Texts) -> str:
    missing = missing_packages()
    if not missing:
        return texts.gettext("data for Russian and English are there")
    return texts.gettext("missing: {packages}").format(packages=", ".join(missing))


def _office(texts: Texts) -> str:
    from briefer.formats.libreoffice import find_soffice

    found = find_soffice()
    return str(found) if found else texts.gettext("not found")


def _version(package: str, texts: Texts) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return texts.gettext("unknown")
