"""Loads Qt once, quickly."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# What PySide6 says of signatures with: when a call was wrong, or somebody asks for its help.
SIGNATURES = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in ("errorhandler", "layout", "parser", "lib/enum_sig", "lib/pyi_generator")
)
STANDING_IN = """
def __getattr__(name):
    from briefer.gui.loading import fill
    return fill(globals(), name, {source!r}, {file!r})
"""


def load_qt() -> None:
    """Load what every window needs of Qt.

    PySide6 puts an import function of its own in the place of Python's, for features that a module may
    switch on (`from __feature__ import …`): it reads the source of each module that is imported anywhere.
    Nothing here uses them, and without it a start takes a tenth less. So Python's own is put back.
    """
    plain = builtins.__import__
    try:
        with signatures_later():
            import PySide6.QtWidgets  # noqa: F401 - for those that come after
    finally:
        builtins.__import__ = plain


@contextmanager
def signatures_later() -> Iterator[None]:
    """Load modules of `SIGNATURES` for show while this lasts: each is really loaded when it is first used.

    PySide6 carries them as source and compiles them at every start, which takes another tenth of it. A
    release of it that keeps them in another way is not disturbed.
    """
    plain: Callable[..., Any] = builtins.compile

    def compiled(source: Any, filename: Any, *others: Any, **named: Any) -> Any:
        if filename not in SIGNATURES:
            return plain(source, filename, *others, **named)
        text = source if isinstance(source, str) else bytes(source).decode()
        return plain(STANDING_IN.format(source=text, file=filename), filename, "exec")

    builtins.compile = compiled
    try:
        yield
    finally:
        builtins.compile = plain


def fill(names: dict[str, Any], name: str, source: str, filename: str) -> Any:
    """The value of `name` in a module, whose names these are, once its source has been run.

    Raises AttributeError; what Python itself asks modules for (`__path__`) is no use of them.
    """
    if not name.startswith("__") and names.pop("__getattr__", None) is not None:
        exec(compile(source, filename, "exec"), names)  # noqa: S102 - PySide6's own
    if name not in names:
        raise AttributeError(f"module {names['__name__']!r} has no attribute {name!r}")
    return names[name]
