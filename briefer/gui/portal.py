"""Asks the desktop whether it wishes for little motion, on systems where programs ask it over D-Bus.

The keys are those of the settings portal of freedesktop.org, and GNOME's own, which is older. Qt says
itself from 6.12 on. No bus, no portal and no answer mean that nothing is known.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher

SERVICE = "org.freedesktop.portal.Desktop"
PLACE = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"
PATIENCE = 2_000  # milliseconds
# What is asked for, and the answer that wishes for little motion.
KEYS = {
    ("org.freedesktop.appearance", "reduced-motion"): 1,
    ("org.gnome.desktop.interface", "enable-animations"): False,
}


class MotionPortal(QObject):
    """`calm_wished` tells that the desktop wishes for little motion."""

    calm_wished = Signal()

    def __init__(self, parent: QObject, bus: Callable[[], QDBusConnection | None] | None = None) -> None:
        super().__init__(parent)
        self._bus = bus or session_bus
        self._asked: list[QDBusPendingCallWatcher] = []

    def ask(self) -> None:
        """Ask without waiting. A portal that does not run is not started for this."""
        bus = self._bus()
        if bus is None or not bus.isConnected():
            return
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        for (space, key), wish in KEYS.items():
            message = QDBusMessage.createMethodCall(SERVICE, PLACE, INTERFACE, "Read")
            message.setArguments([space, key])
            message.setAutoStartService(False)
            watcher = QDBusPendingCallWatcher(bus.asyncCall(message, PATIENCE), self)
            watcher.setProperty("wish", wish)
            watcher.finished.connect(self._hear)
            self._asked.append(watcher)

    def _hear(self, watcher: QDBusPendingCallWatcher) -> None:
        self._asked.remove(watcher)
        said = [] if watcher.isError() else watcher.reply().arguments()
        if said and _plain(said[0]) == watcher.property("wish"):
            self.calm_wished.emit()
        watcher.deleteLater()


def session_bus() -> QDBusConnection | None:
    """The bus of the session, None on systems that have none."""
    if sys.platform != "linux":
        return None
    try:
        from PySide6.QtDBus import QDBusConnection
    except ImportError:
        return None
    return QDBusConnection.sessionBus()


def _plain(value: object) -> object:
    """What is in a value that may be wrapped several times."""
    from PySide6.QtDBus import QDBusVariant

    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value
