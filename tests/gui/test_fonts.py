"""The fonts that a bundle carries are known to Qt by their names; without them others serve."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from briefer.gui.fonts import add_fonts
from briefer.gui.reader.typography import family

# The folder shares its name with a library that pytest needs.
BUNDLED = run_path(str(Path(__file__).parents[2] / "packaging" / "bundled_fonts.py"))
DEBIAN, FILES, LICENCE = BUNDLED["DEBIAN"], BUNDLED["FILES"], BUNDLED["LICENCE"]
bundled_fonts = BUNDLED["bundled_fonts"]


@pytest.mark.skipif(not DEBIAN.is_dir(), reason="needs Debian's fonts-paratype")
def test_a_bundle_carries_serif_and_sans_with_their_licence(qapp: QApplication, tmp_path: Path) -> None:
    carried = bundled_fonts({})
    assert [path.name for path in carried] == [*FILES, LICENCE.name]
    assert "ParaType Ltd grants you the right to use, copy" in LICENCE.read_text(encoding="utf-8")
    for path in carried:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert add_fonts(tmp_path) == ["PT Serif", "PT Sans"]
    QFontDatabase.removeAllApplicationFonts()


def test_without_its_fonts_a_bundle_is_made_all_the_same(tmp_path: Path) -> None:
    assert bundled_fonts({"BRIEFER_FONTS": str(tmp_path)}) == []


def test_a_checkout_carries_none_and_uses_what_the_system_has(qapp: QApplication, tmp_path: Path) -> None:
    assert add_fonts() == []
    assert add_fonts(tmp_path) == []


def test_the_serif_that_is_chosen_is_there(qapp: QApplication) -> None:
    chosen = family("")
    assert QFontInfo(QFontDatabase.font(chosen, "", 12)).family() == chosen
