"""The fonts that Briefer carries with it, where it does: PT Serif and PT Sans, in a bundle."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from briefer.app.resources import resource


def add_fonts(folder: Path | None = None) -> list[str]:
    """Make the fonts in `folder`, resources/fonts unless given, known to Qt; the families that came by it.

    Without that folder nothing happens: what the system has serves.
    """
    if folder is None:
        try:
            folder = resource("fonts")
        except FileNotFoundError:
            return []
    families: list[str] = []
    for path in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            families.extend(QFontDatabase.applicationFontFamilies(number))
    return list(dict.fromkeys(families))
