"""The session document, as issued and in other layouts, against what a careful reader gets."""

from __future__ import annotations

import datetime

import pytest

from briefer.app.composing import document_of
from briefer.core.document import Document, Kind, Translation
from briefer.core.structure.build import versions_of
from briefer.formats.text import read_text
from tests.specimens import LAYOUTS, session_text
from tests.unit.formats.pairs import assert_eighteen_pairs


def document(text: str) -> Document:
    return document_of([], versions_of(read_text(text.encode(), "text").blocks)).document


@pytest.fixture(scope="module")
def session() -> Document:
    return document(session_text())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_eighteen_pairs_come_out_exactly_in_every_layout(layout: str) -> None:
    assert_eighteen_pairs(read_text(LAYOUTS[layout]().encode(), "text").blocks)


def test_all_but_the_pairs_is_unmatched(session: Document) -> None:
    assert session.bitext is not None
    alone = [bead for bead in session.bitext.beads if not bead.matched]
    assert [bead.left for bead in alone if bead.left] == [(index,) for index in range(12)]
    assert [bead.right for bead in alone if bead.right] == [(0,)]


def test_the_note_on_the_translation_stands_beside_the_titles(session: Document) -> None:
    assert session.bitext is not None
    number = session.bitext.bead_number("en", 0)
    assert session.bitext.beads[number + 1].matched


def test_kinds_are_told_apart(session: Document) -> None:
    russian, english = session.versions
    body = [
        Kind.TITLE,
        Kind.DATELINE,
        Kind.CHAPEAU,
        *[Kind.PREAMBULAR] * 8,
        Kind.CHAPEAU,
        *[Kind.OPERATIVE] * 6,
    ]
    assert [p.kind for p in russian.paragraphs] == [*[Kind.MASTHEAD] * 10, *[Kind.FOOTNOTE] * 2, *body]
    assert [p.kind for p in english.paragraphs] == [Kind.NOTE, *body]


def test_labels_are_canonical(session: Document) -> None:
    labels = ["PP1", "PP2", "PP3", "PP4", "PP5", "PP6", "PP7", "PP8", None, "1", "2", "3", "4", "5", "6"]
    for version in session.versions:
        assert [paragraph.label for paragraph in version.paragraphs][-15:] == labels
    assert [p.label for p in session.versions[0].paragraphs if p.kind is Kind.FOOTNOTE] == ["*", "**"]


def test_the_text_is_what_a_reader_sees(session: Document) -> None:
    for version in session.versions:
        for paragraph in version.paragraphs:
            assert "*" not in paragraph.text
            assert not paragraph.text.startswith(tuple("0123456789")) or paragraph.kind in {
                Kind.DATELINE,
                Kind.MASTHEAD,
            }
    assert session.versions[0].paragraphs[9].text.endswith("Содружества Независимых Государств (СНГ)")
    assert session.versions[0].paragraphs[7].text == "Пункт 6 предварительной повестки дня"


def test_titles_broken_over_lines_are_whole(session: Document) -> None:
    assert session.title("ru") == (
        "Совместное заявление руководителей антинаркотических подразделений компетентных органов "
        "государств – участников Содружества Независимых Государств"
    )
    assert session.title("en") == (
        "Joint Statement of the Heads of National Drug Law Enforcement Competent Authorities of the "
        "Member States of the Commonwealth of Independent States"
    )


def test_the_masthead_is_read(session: Document) -> None:
    masthead = session.masthead
    assert masthead.parent_organ == "Economic and Social Council"
    assert masthead.organ == "Commission on Narcotic Drugs"
    assert masthead.session == "68"
    assert masthead.place == "Vienna"
    assert masthead.meeting_dates == (datetime.date(2025, 3, 10), datetime.date(2025, 3, 14))
    assert masthead.agenda_item == "6"
    assert masthead.date == datetime.date(2025, 3, 3)
    assert masthead.original_languages == ("ru", "en")
    assert masthead.title is not None
    assert masthead.title.startswith("Документ зала заседаний с Совместным заявлением")


def test_the_symbol_in_a_footnote_is_not_the_documents_own(session: Document) -> None:
    assert session.masthead.symbol is None


def test_the_english_version_says_that_it_is_unofficial(session: Document) -> None:
    assert [version.translation for version in session.versions] == [None, Translation.UNOFFICIAL]
