"""Where on the disk the program, its libraries and what they run on lie: nothing of the user's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_LIBRARIES = {"site-packages", "dist-packages"}
_SYSTEM = (
    "/usr",
    "/app",  # Flatpak
    "/lib",
    "/lib32",
    "/lib64",
    "/nix/store",
    "/gnu/store",
    "/etc/ld.so.cache",
    "/etc/ld.so.preload",
    "/etc/localtime",
    "/etc/fonts",
    "/etc/alternatives",
    "/dev/null",
    "/dev/urandom",
)


def module_paths() -> list[str]:
    """Of `sys.path`, in its order, what belongs to the program: a process with it imports the same.

    The folder of a script, or another project that is installed for editing, does not belong to it.
    """
    kept = []
    for entry in sys.path:
        path = Path(entry)
        if path.is_absolute() and (path == _PACKAGE.parent or path.name in _LIBRARIES or _within(path)):
            kept.append(entry)
    return kept


def readable_places() -> list[Path]:
    """What the program reads while it runs: its modules and data, libraries, fonts, time zones."""
    libraries = [Path(path) for path in module_paths() if Path(path) != _PACKAGE.parent]
    bundle = [Path(sys.executable)] if getattr(sys, "frozen", False) else []  # modules are inside it
    own = [_PACKAGE, _PACKAGE.parent / "resources", *bundle]
    return [*map(Path, _SYSTEM), *own, *_prefixes(), *libraries]


def _within(path: Path) -> bool:
    return any(path.is_relative_to(prefix) for prefix in _prefixes())


def _prefixes() -> set[Path]:
    """Where Python, its environment and a bundle are; never a folder that holds the user's own."""
    named = {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}
    named.add(getattr(sys, "_MEIPASS", sys.prefix))
    try:
        home = Path.home()
    except RuntimeError:  # a user whom the system does not know
        home = Path(os.sep)
    return {path for path in map(Path, named) if not home.is_relative_to(path)}
