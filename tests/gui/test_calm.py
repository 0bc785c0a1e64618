"""Nothing moves where that is wished for."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from briefer.app.settings import MOTION, Settings
from briefer.app.texts import Texts
from briefer.gui.beginning import scale
from briefer.gui.calm import gtk_is_calm, mac_is_calm, wants_calm
from briefer.gui.look import Look


def test_carets_stand_still_as_long_as_that_is_wished_for(
    qapp: QApplication, texts: Texts, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.set(MOTION, "full")
    before = qapp.cursorFlashTime()
    look = Look(qapp, settings, texts)
    moving = look.calm
    settings.set(MOTION, "less")
    assert (moving, look.calm) == (False, True)
    assert qapp.cursorFlashTime() == 0
    settings.set(MOTION, "full")
    assert qapp.cursorFlashTime() == before > 0
    look.close()


@pytest.mark.parametrize(
    ("said", "calm"),
    [
        ("gtk-enable-animations = 0", True),
        ("gtk-enable-animations=false", True),
        ("gtk-enable-animations=1", False),
        ("", False),
    ],
)
def test_the_system_is_asked(tmp_path: Path, said: str, calm: bool) -> None:
    folder = tmp_path / "gtk-3.0"
    folder.mkdir()
    (folder / "settings.ini").write_text(f"[Settings]\n{said}\n", encoding="utf-8")
    assert gtk_is_calm(tmp_path) is calm


@pytest.mark.parametrize("form", [plistlib.FMT_XML, plistlib.FMT_BINARY])
@pytest.mark.parametrize("wish", [True, False])
def test_macos_is_asked(tmp_path: Path, form: plistlib.PlistFormat, wish: bool) -> None:
    kept = plistlib.dumps({"reduceMotion": wish, "other": 1}, fmt=form)
    (tmp_path / "com.apple.universalaccess.plist").write_bytes(kept)
    assert mac_is_calm(tmp_path) is wish


@pytest.mark.parametrize("kept", [None, b"", b"bplist00", b"<plist>", plistlib.dumps(["a"])])
def test_preferences_that_cannot_be_read_wish_for_nothing(tmp_path: Path, kept: bytes | None) -> None:
    if kept is not None:
        (tmp_path / "com.apple.universalaccess.plist").write_bytes(kept)
    assert not mac_is_calm(tmp_path)


def test_a_wish_counts_before_the_system() -> None:
    assert wants_calm("less")
    assert not wants_calm("full")


def test_everything_is_drawn_larger_unless_the_environment_says_how_large() -> None:
    environ: dict[str, str] = {}
    scale(100, environ)
    assert environ == {}
    scale(150, environ)
    assert environ == {"QT_SCALE_FACTOR": "1.5"}
    scale(200, environ)
    assert environ == {"QT_SCALE_FACTOR": "1.5"}
