"""As little motion as can be, where the reader or the system wishes it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

EFFECTS = (
    Qt.UIEffect.UI_General,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


class Calm:
    """Keeps carets, menus and bars of an application still, or lets them move as they did."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._blink = application.cursorFlashTime()
        self._effects = [effect for effect in EFFECTS if application.isEffectEnabled(effect)]
        self.on = False

    def set_on(self, on: bool) -> None:
        self.on = on
        self._application.setCursorFlashTime(0 if on else self._blink)
        for effect in self._effects:
            self._application.setEffectEnabled(effect, not on)


def wants_calm(wish: str) -> bool:
    """Whether things should keep still: as wished ("less", "full"), or as the system says ("system")."""
    return system_is_calm() if wish == "system" else wish == "less"


def system_is_calm() -> bool:
    """Whether the system asks programs for little motion, as far as it can be asked."""
    if sys.platform == "win32":
        return not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    if sys.platform == "darwin":
        return mac_is_calm(Path.home() / "Library" / "Preferences")
    home = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return sys.platform == "linux" and gtk_is_calm(Path(home))


def mac_is_calm(folder: Path) -> bool:
    """What macOS keeps in the folder of preferences of what was chosen under Accessibility."""
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        said = plistlib.loads((folder / "com.apple.universalaccess.plist").read_bytes())
    except (OSError, ValueError, ExpatError):
        return False
    return isinstance(said, dict) and bool(said.get("reduceMotion"))


def gtk_is_calm(folder: Path) -> bool:
    """What GNOME, KDE and their like write down in the folder of settings for programs made with GTK."""
    for version in ("gtk-4.0", "gtk-3.0"):
        try:
            lines = (folder / version / "settings.ini").read_text(encoding="utf-8").splitlines()
        except (OSError, ValueError):
            continue
        said = dict(line.replace(" ", "").split("=", 1) for line in lines if "=" in line)
        if "gtk-enable-animations" in said:
            return said["gtk-enable-animations"].lower() in ("0", "false")
    return False
