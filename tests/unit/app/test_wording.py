"""The words of citations and notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefer.app.texts import Texts
from briefer.app.wording import Wording
from briefer.core.briefing import NoteHeader, compose
from briefer.core.citation import Citation
from briefer.core.document import Kind, Translation
from tests.factories import SYMBOL, sample_annotation, sample_document, sample_target


@pytest.fixture
def wording(speak: Callable[[str], Texts]) -> Wording:
    return Wording(speak)


def english(label: str | None = None, kind: Kind = Kind.BODY, opening: str | None = None) -> Citation:
    return Citation("en", SYMBOL, None, label, kind, opening)


@pytest.mark.parametrize(
    ("citation", "words"),
    [
        (english("12 (a)", Kind.OPERATIVE), "E/CN.7/2025/L.4, para. 12 (a) (English)"),
        (english("PP7", Kind.PREAMBULAR), "E/CN.7/2025/L.4, preambular para. 7 (English)"),
        (english("*", Kind.FOOTNOTE), "E/CN.7/2025/L.4, footnote * (English)"),
        (english(None, Kind.TITLE, "Draft"), "E/CN.7/2025/L.4, title (English)"),
        (english(None, Kind.DATELINE, "3 March"), "E/CN.7/2025/L.4, date and place (English)"),
        (
            english(None, Kind.CHAPEAU, "Decided as follows"),
            "E/CN.7/2025/L.4, chapeau “Decided as follows” (English)",
        ),
        (
            english(None, Kind.BODY, "It was agreed"),
            "E/CN.7/2025/L.4, paragraph beginning “It was agreed” (English)",
        ),
        (Citation("en", SYMBOL, None), "E/CN.7/2025/L.4 (English)"),
        (Citation("fr", SYMBOL, None, "3", Kind.OPERATIVE), "E/CN.7/2025/L.4, para. 3 (French)"),
    ],
)
def test_a_citation_names_symbol_place_and_language(citation: Citation, words: str, wording: Wording) -> None:
    assert wording.citation(citation) == words


def test_an_unofficial_translation_is_said_to_be_one(wording: Wording) -> None:
    citation = Citation("en", SYMBOL, None, "3", Kind.OPERATIVE, None, Translation.UNOFFICIAL)
    assert wording.citation(citation) == "E/CN.7/2025/L.4, para. 3 (English; unofficial translation)"


@pytest.mark.parametrize(
    ("label", "translation", "words"),
    [
        ("12 (a)", None, "E/CN.7/2025/L.4, пункт 12 a) (русский)"),
        (
            "PP7",
            Translation.UNOFFICIAL,
            "E/CN.7/2025/L.4, абзац 7 преамбулы (русский; неофициальный перевод)",
        ),
    ],
)
def test_what_is_cited_in_russian_is_cited_by_russian_words(
    label: str, translation: Translation | None, words: str, wording: Wording
) -> None:
    assert wording.citation(Citation("ru", SYMBOL, None, label, Kind.OPERATIVE, None, translation)) == words


def test_without_a_symbol_the_title_is_quoted_and_cut_at_a_word(wording: Wording) -> None:
    title = "A very long title of a conference room paper on precursors and their control"
    short = wording.citation(Citation("en", None, title, "3", Kind.OPERATIVE))
    assert short == "“A very long title of a conference room paper on precursors…”, para. 3 (English)"
    assert title in wording.citation(Citation("en", None, title), full_title=True)


def test_every_cell_of_the_page_holds_something(wording: Wording) -> None:
    document = sample_document()
    annotation = sample_annotation(document, "d", targets=[sample_target(document, "en", 0)])
    page = wording.page(compose(document, [annotation], NoteHeader(), ("ru", "en")))
    assert [[passage.text for passage in cell] for cell in page.rows[0].cells] == [
        ["—"],
        ["Unofficial translation from Russian"],
    ]


def test_a_note_speaks_its_own_language_whatever_it_quotes(wording: Wording) -> None:
    document = sample_document()
    page = wording.page(compose(document, [], NoteHeader(language="ru"), ("en",)))
    assert page.language == "ru"
    assert [column.name for column in page.columns] == ["Английский"]
