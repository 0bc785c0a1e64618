"""What is told to somebody who helps."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import briefer
from briefer.app.diagnostics import as_text, diagnostics
from briefer.app.recognising import missing_packages
from briefer.app.texts import Texts


def test_versions_and_the_library_are_told(texts: Texts, tmp_path: Path) -> None:
    lines = diagnostics(tmp_path / "library", texts, [("Qt", "6.9")])
    told = dict(lines)
    assert told["Briefer"] == briefer.__version__
    assert told["Qt"] == "6.9"
    assert told["PyMuPDF"].startswith("1.")
    assert told["Library folder"] == str(tmp_path / "library")
    assert not (tmp_path / "library").exists()
    assert as_text(lines).count("\n") == len(lines)


@pytest.mark.skipif(sys.platform != "linux", reason="the walls tried here are of Linux")
def test_the_walls_of_the_parsing_process_are_tried(texts: Texts, tmp_path: Path) -> None:
    told = dict(diagnostics(tmp_path, texts))
    assert "MiB" in told["Parsing process, memory limit"]
    tried = told["Parsing process, refused when tried"] + told["Parsing process, possible when tried"]
    assert "network" in tried


def test_missing_packages_for_recognition_are_named(texts: Texts, tmp_path: Path) -> None:
    missing = missing_packages()
    told = dict(diagnostics(tmp_path, texts))["Text recognition"]
    assert told.startswith("missing") == bool(missing)
    assert all(package in told for package in missing)


def test_it_speaks_russian_too(speak: Callable[[str], Texts], tmp_path: Path) -> None:
    assert len(diagnostics(tmp_path, speak("ru"))) == len(diagnostics(tmp_path, speak("en")))
