"""The terms of a pair: found by stems, the longest first, with what answers them or does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.core.document import Kind, Paragraph, Version
from briefer.core.lexicon import Lexicon
from briefer.core.lexicon_table import Entry
from briefer.core.terms import PairTerm, TermFinder
from briefer.core.wordforms import WordForms

ENTRIES = (
    Entry("Комиссия по наркотическим средствам", "Commission on Narcotic Drugs", "organs"),
    Entry("комиссия", "commission", "organs"),
    Entry("комиссия", "committee", "organs"),
    Entry("наркотическое средство", "narcotic drug", "drugs"),
    Entry("прекурсор", "precursor", "drugs"),
    Entry("права человека", "human rights", "human-rights"),
    Entry("право", "right", "law"),
    Entry("мера", "measure", "general"),
)


def finder() -> TermFinder:
    forms = WordForms()
    return TermFinder(Lexicon(ENTRIES, ("ru", "en"), forms), forms)


def version(language: str, *texts: str) -> Version:
    return Version(language, tuple(Paragraph(Kind.BODY, text) for text in texts))


def terms(russian: str, english: str) -> list[PairTerm]:
    return list(finder().pair(version("ru", russian), (0,), version("en", english), (0,)))


def words(term: PairTerm, russian: str, english: str) -> tuple[list[str], list[str]]:
    return (
        [russian[place.span.start : place.span.end] for place in term.on_left],
        [english[place.span.start : place.span.end] for place in term.on_right],
    )


def test_a_term_is_found_with_its_counterpart_in_whatever_form() -> None:
    russian, english = "Контроль над прекурсорами усилен.", "Control of Precursors was strengthened."
    (term,) = terms(russian, english)
    assert (term.left, term.right, term.domain) == ("прекурсор", "precursor", "drugs")
    assert term.answered
    assert words(term, russian, english) == (["прекурсорами"], ["Precursors"])


def test_the_longest_phrase_counts_and_not_what_is_inside_it() -> None:
    found = terms("Комиссии по наркотическим средствам", "of the Commission on Narcotic Drugs")
    assert [(term.left, term.right) for term in found] == [
        ("Комиссия по наркотическим средствам", "Commission on Narcotic Drugs")
    ]


def test_of_several_counterparts_the_one_that_stands_there_is_named() -> None:
    (term,) = terms("Комиссия решила", "The Committee decided")
    assert (term.right, term.answered) == ("committee", True)


def test_a_term_whose_counterpart_differs_says_what_would_be_expected() -> None:
    (term,) = terms("Комиссия решила", "The panel decided")
    assert not term.answered
    assert term.right == "commission, committee"
    assert term.on_left
    assert not term.on_right


def test_terms_of_the_right_alone_come_last() -> None:
    russian, english = "о прекурсорах", "on human rights and precursors"
    first, last = terms(russian, english)
    assert first.left == "прекурсор"
    assert (last.left, last.right, last.on_left) == ("права человека", "human rights", ())


def test_a_term_that_stands_several_times_is_listed_once_with_all_its_places() -> None:
    russian, english = "прекурсор и прекурсоры", "a precursor and precursors"
    (term,) = terms(russian, english)
    assert words(term, russian, english) == (["прекурсор", "прекурсоры"], ["precursor", "precursors"])


def test_a_pair_of_several_paragraphs_counts_as_one() -> None:
    left, right = version("ru", "Прекурсоры.", "Права человека."), version("en", "Human rights; precursors.")
    found = finder().pair(left, (0, 1), right, (0,))
    assert [(term.left, term.on_left[0].paragraph, term.answered) for term in found] == [
        ("прекурсор", 0, True),
        ("права человека", 1, True),
    ]


def test_the_term_under_a_letter_is_the_longest_there() -> None:
    text = "Комиссии по наркотическим средствам о правах человека"
    at = finder().at(text, "ru", text.index("средствам"))
    assert at is not None
    written, entries = at
    assert written == "Комиссии по наркотическим средствам"
    assert finder().counterparts(entries, "ru") == ("Commission on Narcotic Drugs",)
    assert finder().at(text, "ru", text.index(" о ") + 1) is None
    assert finder().at("human rights", "en", 2) == ("human rights", (ENTRIES[5],))


def test_a_term_far_into_a_long_text_is_found() -> None:
    text = "слово и дело " * 2_000 + "прекурсоры"
    found = finder().at(text, "ru", len(text) - 3)
    assert found is not None
    assert found[0] == "прекурсоры"


LETTERS = st.lists(
    st.sampled_from(
        ["комиссия", "прав", "человека", "прекурсоров", "rights", "human", "measure", ",", "мера"]
    )
)


@given(LETTERS, LETTERS)
def test_every_place_lies_in_its_text_and_no_term_is_empty(left: list[str], right: list[str]) -> None:
    russian, english = " ".join(left), " ".join(right)
    for term in terms(russian, english):
        assert term.on_left or term.on_right
        assert term.left
        assert term.right
        assert all(0 <= place.span.start < place.span.end <= len(russian) for place in term.on_left)
        assert all(0 <= place.span.start < place.span.end <= len(english) for place in term.on_right)
