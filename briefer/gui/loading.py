"""Loads Qt once, quickly."""

from __future__ import annotations

import builtins


def load_qt() -> None:
    """Load what every window needs of Qt.

    PySide6 puts an import function of its own in the place of Python's, for features that a module may
    switch on (`from __feature__ import …`): it reads the source of each module that is imported anywhere.
    Nothing here uses them, and without it a start takes a tenth less. So Python's own is put back.
    """
    plain = builtins.__import__
    try:
        import PySide6.QtWidgets  # noqa: F401 - for those that come after
    finally:
        builtins.__import__ = plain
