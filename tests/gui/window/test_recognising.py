"""Pages without text: recognition is offered, runs as a job, and can be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefer.app.recognising import missing_packages
from briefer.gui.main_window import MainWindow
from tests.gui.window.conftest import LONG, MakeWindow
from tests.pdf_pages import scan_of, together, typeset

TEXT = "The Commission calls upon States to strengthen the control of precursors."
VERY_LONG = 120_000  # milliseconds
needs_data = pytest.mark.skipif(bool(missing_packages()), reason="needs Tesseract's Russian and English data")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    typeset(TEXT, path)
    path.write_bytes(scan_of(path.read_bytes(), 200))
    return path


def refused(window: MainWindow, scan: Path, qtbot: QtBot) -> None:
    window.open_files([scan])
    qtbot.waitUntil(lambda: bool(window.frame.notices.offers), timeout=LONG)


@needs_data
def test_a_scan_is_offered_to_be_recognised_and_opens_then(
    window: MainWindow, scan: Path, qtbot: QtBot
) -> None:
    refused(window, scan, qtbot)
    assert "scan.pdf" in window.frame.notices.text
    (button,) = window.frame.notices.offers
    assert button.text() == "Recognise the text"
    with qtbot.waitSignal(window.workspace.opened, timeout=VERY_LONG):
        button.click()
    assert window.workspace.document is not None
    text = " ".join(p.text for p in window.workspace.document.document.versions[0].paragraphs)
    assert "control of precursors" in text


@needs_data
def test_recognition_shows_itself_and_stops_when_cancelled(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    scan = tmp_path / "long.pdf"
    typeset("\n\n".join([TEXT] * 150), scan)
    scan.write_bytes(scan_of(scan.read_bytes(), 200))
    refused(window, scan, qtbot)
    window.frame.notices.offers[0].click()
    qtbot.waitUntil(window.frame.progress.isVisible, timeout=LONG)
    assert "Recognising the text of long.pdf" in window.frame.progress.sentence
    assert not window.frame.notices.offers[0].isEnabled(), "offered though it is under way"
    window.frame.progress.cancel_button.click()
    qtbot.waitUntil(lambda: window.parts.jobs.idle, timeout=LONG)
    assert window.workspace.document is None
    assert window.frame.notices.offers[0].isEnabled(), "the offer stays"
    assert not window.workspace.opening


def test_missing_packages_are_named(make_window: MakeWindow, scan: Path, qtbot: QtBot) -> None:
    window = make_window(missing=lambda: ("tesseract-ocr-rus",))
    refused(window, scan, qtbot)
    window.frame.notices.offers[0].click()
    assert "install tesseract-ocr-rus" in window.frame.notices.text
    assert window.parts.jobs.idle
    assert not window.frame.notices.offers


@needs_data
def test_pages_without_text_in_an_open_document_can_be_recognised(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    printed, pictured = tmp_path / "printed.pdf", tmp_path / "pictured.pdf"
    typeset("It asks the Executive Director for a report on this in 2026.", printed)
    typeset(TEXT, pictured)
    mixed = tmp_path / "mixed.pdf"
    mixed.write_bytes(together(printed.read_bytes(), scan_of(pictured.read_bytes(), 200)))
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([mixed])
    assert "pictures without text" in window.frame.notices.text
    button = next(each for each in window.frame.notices.offers if each.text().startswith("Recogni"))
    with qtbot.waitSignal(window.workspace.opened, timeout=VERY_LONG):
        button.click()
    assert window.workspace.document is not None
    text = " ".join(p.text for p in window.workspace.document.document.versions[0].paragraphs)
    assert "Executive Director" in text
    assert "control of precursors" in text
    assert "without text" not in window.frame.notices.text
