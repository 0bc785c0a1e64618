"""Concordances over a library: which places, with which counterparts, in which language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.app.concording import Concordancer, TermWish
from briefer.app.knowledge import known_languages
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.task import Cancelled, Progress
from briefer.core.concordance.lines import Concordance, Order
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.errors import DocumentUnknown, QueryWrong
from tests.factories import SYMBOL, plain_document, sample_document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library", busy_seconds=0.2)
    yield library
    library.close()


@pytest.fixture
def concordancer(library: Library) -> Concordancer:
    languages = known_languages()
    return Concordancer(library, lambda: languages)


def save(library: Library, document: Document) -> str:
    saved = library.save(OpenDocument(document))
    assert saved.id is not None
    return saved.id


def shown(concordance: Concordance) -> list[tuple[str, str | None]]:
    return [(line.written, line.counterpart_term) for line in concordance.lines]


def test_every_form_is_found_with_the_words_that_answer_it(
    library: Library, concordancer: Concordancer
) -> None:
    identity = save(library, sample_document())
    found = concordancer.concordance(TermWish("незаконный оборот"))
    (line,) = found.lines
    assert (line.document_id, line.symbol, line.label, line.index) == (identity, SYMBOL, "PP1", 3)
    assert line.written == "незаконного оборота"
    assert line.counterpart == "Noting once more the growth of illicit drug trafficking,"
    assert line.counterpart_term is not None
    assert "trafficking" in line.counterpart_term
    assert [(count.term, count.count) for count in found.counts] == [(line.counterpart_term, 1)]
    assert (found.language, found.total) == ("ru", 1)


def test_an_english_term_has_russian_counterparts(library: Library, concordancer: Concordancer) -> None:
    save(library, sample_document())
    assert shown(concordancer.concordance(TermWish("precursor"))) == [("precursors", "прекурсорах")]


def test_lines_are_in_one_language_and_which_can_be_said(
    library: Library, concordancer: Concordancer
) -> None:
    save(library, plain_document({"ru": ["E/CN.7/2025/1 2026", "и 2026"], "en": ["2026", "E/CN.7/2025/1"]}))
    assert {line.language for line in concordancer.concordance(TermWish("2026")).lines} == {"ru"}
    english = concordancer.concordance(TermWish("2026", language="en"))
    assert [(line.language, line.index) for line in english.lines] == [("en", 0)]


def test_a_concordance_keeps_to_one_document(library: Library, concordancer: Concordancer) -> None:
    ids = [save(library, plain_document({"en": [f"drugs {n}"]}, f"{n}.txt")) for n in range(3)]
    found = concordancer.concordance(TermWish("drug", document_id=ids[1]))
    assert [line.document_id for line in found.lines] == [ids[1]]
    assert concordancer.concordance(TermWish("drug")).documents == 3
    with pytest.raises(DocumentUnknown):
        concordancer.concordance(TermWish("drug", document_id="nowhere"))


def test_more_places_than_asked_for_are_counted(library: Library, concordancer: Concordancer) -> None:
    save(library, plain_document({"en": ["drugs and drugs"] * 5}))
    found = concordancer.concordance(TermWish("drug", limit=3))
    assert (len(found.lines), found.total) == (3, 10)


def test_places_are_counted_also_where_the_lines_end_with_a_passage(
    library: Library, concordancer: Concordancer
) -> None:
    save(library, plain_document({"en": ["да да да и drugs", "drugs"], "ru": ["да да да да", "да да да"]}))
    for limit, lines in ((1, 1), (2, 2), (3, 3), (9, 3)):
        found = concordancer.concordance(TermWish("да да", language="ru", limit=limit))
        assert (len(found.lines), found.total) == (lines, 3)


def test_the_lines_are_there_before_their_counterparts_are_narrowed(
    library: Library, concordancer: Concordancer
) -> None:
    save(
        library,
        plain_document({"ru": ["Меры приняты. Доклад готов."], "en": ["Measures were taken. A report."]}),
    )
    begun = concordancer.begun(TermWish("доклад"), Progress())
    assert [line.counterpart for line in begun.concordance.lines] == ["Measures were taken. A report."]
    finished = begun.finished(Progress())
    assert [line.counterpart for line in finished.lines] == ["A report."]
    assert [line.node for line in finished.lines] == [line.node for line in begun.concordance.lines]


def test_several_places_in_a_paragraph_are_lines_of_their_own(
    library: Library, concordancer: Concordancer
) -> None:
    save(library, plain_document({"en": ["drugs here, drugs there"], "ru": ["наркотики тут, наркотики там"]}))
    found = concordancer.concordance(TermWish("drug"))
    assert [line.node.start for line in found.lines] == [0, 12]
    assert shown(found) == [("drugs", "наркотики"), ("drugs", "наркотики")]


def test_of_a_long_passage_the_sentence_is_shown(library: Library, concordancer: Concordancer) -> None:
    russian = "Меры контроля приняты в январе. Доклад о прекурсорах представлен комиссии."
    english = (
        "Control measures were taken in January. A report on precursors was presented to the commission."
    )
    save(library, plain_document({"ru": [russian], "en": [english]}))
    (line,) = concordancer.concordance(TermWish("прекурсоры")).lines
    assert line.counterpart == "A report on precursors was presented to the commission."
    assert line.counterpart_term == "precursors"


def test_running_heads_are_left_out(library: Library, concordancer: Concordancer) -> None:
    head = Paragraph(Kind.FURNITURE, "Narcotic drugs 12")
    document = replace(plain_document({"en": ["x"]}), versions=(Version("en", (head,)),))
    save(library, document)
    assert concordancer.concordance(TermWish("drugs")).lines == ()


def test_where_there_is_one_language_there_is_no_counterpart(
    library: Library, concordancer: Concordancer
) -> None:
    save(library, plain_document({"en": ["drugs"]}))
    found = concordancer.concordance(TermWish("drugs"))
    assert [(line.counterpart, line.counterpart_term) for line in found.lines] == [(None, None)]
    assert (found.counts, found.unanswered) == ((), 1)


def test_lines_come_in_the_order_asked_for(library: Library, concordancer: Concordancer) -> None:
    save(library, plain_document({"en": ["new drugs now", "all drugs today", "bad drugs here"]}))
    found = concordancer.concordance(TermWish("drug", order=Order.RIGHT))
    assert [line.index for line in found.lines] == [2, 0, 1]


@pytest.mark.parametrize(
    ("term", "reason"),
    [
        ("", "empty"),
        (" *** ", "empty"),
        ("a" * 2000, "too-long"),
        ("word " * 30, "too-many-words"),
        ("drug AND control", "not-a-term"),
    ],
    ids=["empty", "signs", "long", "many", "query"],
)
def test_a_term_that_is_none_is_refused(concordancer: Concordancer, term: str, reason: str) -> None:
    with pytest.raises(QueryWrong) as refused:
        concordancer.concordance(TermWish(term))
    assert refused.value.params["reason"] == reason


def test_a_concordance_can_be_stopped(library: Library, concordancer: Concordancer) -> None:
    save(library, sample_document())
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        concordancer.concordance(TermWish("drug"), progress)
