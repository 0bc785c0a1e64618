"""The desktop's wish for little motion is heard over a real bus, and nobody minds if there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.app.settings import MOTION, Settings
from briefer.app.texts import Texts
from briefer.gui.look import Look
from briefer.gui.portal import MotionPortal

dbus = pytest.importorskip("PySide6.QtDBus")

PORTAL = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusVariant

address, wanted, answer = sys.argv[1], sys.argv[2], {"1": 1, "0": 0, "false": False}[sys.argv[3]]

@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Settings"})
class Portal(QObject):
    @Slot(str, str, result=QDBusVariant)
    def Read(self, space, key):
        return QDBusVariant(answer if key == wanted else "unknown")

app, portal = QCoreApplication([]), Portal()
bus = QDBusConnection.connectToBus(address, "here")
every = QDBusConnection.RegisterOption.ExportAllSlots
assert bus.registerObject("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", portal, every)
assert bus.registerService("org.freedesktop.portal.Desktop")
print("ready", flush=True)
app.exec()
"""


@pytest.fixture
def address() -> Iterator[str]:
    """Where a bus of our own listens."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no dbus-daemon")
    started = subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert started.stdout is not None
    yield started.stdout.readline().strip()
    dbus.QDBusConnection.disconnectFromBus("test")
    started.terminate()
    started.wait()
    started.stdout.close()


@pytest.fixture
def portal(address: str) -> Iterator[Callable[[str, str], None]]:
    """Starts a portal that has one answer for one key."""
    running: list[subprocess.Popen[str]] = []

    def start(key: str, answer: str) -> None:
        command = [sys.executable, "-c", PORTAL, address, key, answer]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        assert running[0].stdout is not None
        assert running[0].stdout.readline() == "ready\n"

    yield start
    for each in running:
        each.terminate()
        each.wait()
        if each.stdout is not None:
            each.stdout.close()


@pytest.fixture
def asker(address: str, qapp: QApplication) -> Iterator[MotionPortal]:
    owner = QObject()
    yield MotionPortal(owner, lambda: dbus.QDBusConnection.connectToBus(address, "test"))
    owner.deleteLater()


@pytest.mark.parametrize(
    ("key", "answer", "calm"),
    [("reduced-motion", "1", True), ("reduced-motion", "0", False), ("enable-animations", "false", True)],
)
def test_the_desktop_is_heard(
    asker: MotionPortal, portal: Callable[[str, str], None], key: str, answer: str, calm: bool, qtbot: QtBot
) -> None:
    portal(key, answer)
    heard: list[bool] = []
    asker.calm_wished.connect(lambda: heard.append(True))
    asker.ask()
    assert asker._asked
    qtbot.waitUntil(lambda: not asker._asked)
    assert bool(heard) is calm


def test_a_bus_without_a_portal_says_nothing(asker: MotionPortal, qtbot: QtBot) -> None:
    asker.ask()
    qtbot.waitUntil(lambda: not asker._asked)


def test_without_a_bus_nothing_is_asked(qapp: QApplication) -> None:
    owner = QObject()
    gone = MotionPortal(owner, lambda: dbus.QDBusConnection.connectToBus("unix:path=/nowhere", "gone"))
    gone.ask()
    assert not gone._asked


def test_the_wish_counts_unless_the_reader_chose_otherwise(
    qapp: QApplication, texts: Texts, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.json")
    look = Look(qapp, settings, texts)
    look.keep_calm()
    found = [look.calm]
    for wish in ("full", "system"):
        settings.set(MOTION, wish)
        found.append(look.calm)
    assert found == [True, False, True]
    look.close()
