"""What is known of a document, in words that can be copied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.core.document import Document
from briefer.gui.opening.facts import as_text, facts_of
from briefer.gui.opening.information import InformationDialog
from tests.factories import plain_document, sample_document


def told(opened: OpenDocument, texts: Texts) -> dict[str, str]:
    return {fact.name: fact.value for section in facts_of(opened, texts) for fact in section.facts}


def with_source(document: Document, **changes: object) -> OpenDocument:
    source = replace(document.sources[0], **changes)  # type: ignore[arg-type]  # each test knows its fields
    return OpenDocument(replace(document, sources=(source,)))


def test_masthead_versions_and_beads_are_told(texts: Texts) -> None:
    facts = told(OpenDocument(sample_document()), texts)
    assert facts["Symbol"] == "E/CN.7/2025/L.4"
    assert facts["Meeting"] == "Vienna, 10–14 March 2025"
    assert facts["Distribution"] == "Limited"
    assert facts["Russian"] == "8 paragraphs"
    assert facts["English"] == "7 paragraphs; unofficial translation"
    assert facts["Groups"] == "1–1: 6 · 0–1: 1 · 1–0: 2"
    assert facts["Corrected by hand"] == "1"
    assert facts[""] == "Not saved"


def test_a_file_is_told_with_size_encoding_and_repairs(texts: Texts, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 12_345)
    repairs = ("encoding-guessed", "invisible-removed", "pages-damaged:2")
    opened = with_source(
        plain_document({"en": ["a"]}), path=str(path), encoding="cp1251", repairs=repairs, pages=3
    )
    facts = told(opened, texts)
    assert facts["Size"] == "12 kB"
    assert facts["Format"] == "plain text"
    assert facts["Text encoding"] == "Windows-1251, guessed"
    assert facts["Pages"] == "3"
    assert "cannot be seen" in facts["What was mended"]
    assert "damaged: 2" in as_text(facts_of(opened, texts))
    assert "SHA-256" in facts
    assert "Alignment" not in as_text(facts_of(opened, texts))


@pytest.mark.parametrize(
    ("language", "kind", "size", "told_as"),
    [
        ("en", "pdf", "1.5 MB", "PDF"),
        ("ru", "docx", "1,5 МБ", "DOCX"),
        ("ru", "text", "1,5 МБ", "простой текст"),
    ],
)
def test_formats_and_sizes_are_told_in_the_language(
    language: str, kind: str, size: str, told_as: str, speak: Callable[[str], Texts], tmp_path: Path
) -> None:
    path = tmp_path / "a"
    path.write_bytes(bytes(1_500_000))
    lines = as_text(
        facts_of(with_source(plain_document({"en": ["a"]}), path=str(path), format=kind), speak(language))
    )
    assert f": {size}\n" in lines
    assert f": {told_as}\n" in lines


def test_a_file_that_is_gone_has_no_size(texts: Texts) -> None:
    assert "Size" not in told(OpenDocument(sample_document()), texts)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_word_can_be_copied(language: str, speak: Callable[[str], Texts], qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    opened = OpenDocument(sample_document(), "1234567890abcdef")
    dialog = InformationDialog(opened, speak(language), parent)
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    shown = " ".join(dialog.page.toPlainText().split())  # hard spaces come out soft
    assert "1234567890abcdef" in copied
    for section in facts_of(opened, speak(language)):
        assert section.title in shown
        assert all(fact.value in copied for fact in section.facts)
        assert all(" ".join(fact.value.split()) in shown for fact in section.facts)


def test_markup_in_a_document_is_shown_as_it_is(texts: Texts, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    opened = with_source(sample_document("<b>X</b>"), path="/x/<img src='http://a.org/x'>.txt")
    assert "<b>X</b>" in InformationDialog(opened, texts, parent).page.toPlainText()
