"""The template of briefing notes is the one that its script makes."""

from __future__ import annotations

import runpy
import zipfile
from pathlib import Path

import pytest

from briefer.app.resources import resource

SCRIPT = Path(__file__).parents[2] / "packaging" / "note_template.py"
PARTS = ("word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml")


@pytest.mark.parametrize("part", PARTS)
def test_the_template_has_not_drifted_from_its_script(part: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.docx"
    runpy.run_path(str(SCRIPT))["main"](fresh)
    with zipfile.ZipFile(fresh) as made, zipfile.ZipFile(resource("templates", "briefing-note.docx")) as kept:
        assert made.read(part) == kept.read(part)
