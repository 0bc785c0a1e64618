"""Pages on paper: both languages beside each other, level, whole, and stopped when that is wished."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.gui.main_window import MainWindow
from briefer.gui.printing.paper import lay_out
from tests.factories import plain_document
from tests.gui.window.conftest import (
    LONG,
    assembly,
    make_window,
    make_windows,
    opened,
    sample,
    settings,
    window,
)

__all__ = ["assembly", "make_window", "make_windows", "opened", "sample", "settings", "window"]


def printed(window: MainWindow, path: Path, qtbot: QtBot, columns: int = 2) -> pymupdf.Document:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    lay_out(printer, columns)
    window.after.around.printing.print_on(printer)
    qtbot.waitUntil(lambda: not window.after.around.printing.busy, timeout=LONG)
    return pymupdf.open(str(path))


def words(text: str) -> list[str]:
    """The words of a text; one that has a hyphen may be broken at it."""
    plain = unicodedata.normalize("NFKC", text)  # without ligatures
    return plain.replace("\u00ad", "").replace("-", " ").split()


def test_both_languages_are_printed_whole_and_pairs_begin_level(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    document = printed(opened, tmp_path / "out.pdf", qtbot)
    assert document.page_count > 1
    assert document[0].rect.width > document[0].rect.height
    raised = str.maketrans("*", " ")  # marks of footnotes stand close to their words
    text = words(" ".join(page.get_text() for page in document).translate(raised))
    shown = opened.workspace.document
    assert shown is not None
    for version in shown.document.versions:
        for paragraph in version.paragraphs:
            assert set(words(paragraph.text)) <= set(text), paragraph.text
    assert "повестки дня*" in "".join(page.get_text() for page in document), "a footnote has lost its mark"
    page = next(page for page in document if page.search_for("Осознавая"))
    assert "преступных доходов," in page.get_text(), "a short paragraph is not torn apart"
    left, right = page.search_for("Осознавая")[0], page.search_for("Realizing")[0]
    assert left.y0 == pytest.approx(right.y0, abs=1)
    assert left.x1 < page.rect.width / 2 < right.x0
    assert page.search_for("PP7")
    assert "unofficial translation" in unicodedata.normalize("NFKC", document[0].get_text())
    assert f"{document.page_count} pages" in opened.frame.notices.text


def test_nothing_is_printed_outside_the_page(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    for page in printed(opened, tmp_path / "out.pdf", qtbot):
        for block in page.get_text("blocks"):
            left, top, right, bottom = block[:4]
            assert page.rect.x0 <= left <= right <= page.rect.x1
            assert page.rect.y0 <= top <= bottom <= page.rect.y1


def test_one_language_alone_is_printed_alone(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    opened.acts["layout-right"].trigger()
    document = printed(opened, tmp_path / "out.pdf", qtbot, columns=1)
    text = " ".join(page.get_text() for page in document)
    assert "Realizing" in text
    assert "Осознавая" not in text
    assert document[0].rect.width < document[0].rect.height


def test_a_row_longer_than_a_page_goes_on_and_loses_nothing(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    long = " ".join(f"word{n}" for n in range(3000))
    window.workspace.show(OpenDocument(plain_document({"ru": ("Коротко.",), "en": (long,)})))
    document = printed(window, tmp_path / "out.pdf", qtbot)
    assert document.page_count > 2
    found = words(" ".join(page.get_text() for page in document))
    assert [each for each in found if each.startswith("word")] == long.split()


def test_printing_stops_when_it_is_wished_and_with_the_window(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    russian, english = ([f"{word} {n}." for n in range(3000)] for word in ("Абзац", "Text"))
    window.workspace.show(OpenDocument(plain_document({"ru": russian, "en": english})))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    window.after.around.printing.print_on(printer)
    qtbot.waitUntil(lambda: window.after.around.printing._page > 2, timeout=LONG)
    assert window.after.around.printing.busy
    (stop,) = window.frame.notices.offers
    stop.click()
    qtbot.waitUntil(lambda: not window.after.around.printing.busy)


def test_printing_ends_with_the_window(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    opened.after.around.printing.print_on(printer)
    opened.close()
    assert not opened.after.around.printing.busy
