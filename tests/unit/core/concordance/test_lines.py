"""Lines of a concordance: where the term stands, what surrounds it, in which order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefer.core.concordance.lines import (
    KwicLine,
    Order,
    commonest,
    places,
    places_in,
    sorted_lines,
    term_stems,
)
from briefer.core.document import Span
from briefer.core.wordforms import WordForms
from briefer.core.written import Written
from tests.concordances import sample_concordance, sample_line

FORMS = WordForms()
WORDS = st.lists(st.sampled_from(["меры", "мер", "мера,", "ёлка", "ЕЛКА", "и", "drug"]), max_size=8)


def stems(text: str) -> tuple[str, ...]:
    return term_stems(FORMS.tokens(text))


def line(text: str, node: str) -> KwicLine:
    start = text.index(node)
    return replace(sample_line(), text=text, node=Span(start, start + len(node)))


def test_every_form_of_a_phrase_is_found_where_it_stands() -> None:
    text = "Цифровых средств мало; цифровые средства, средства цифровые."
    found = places(FORMS.tokens(text), stems("цифровое средство"))
    assert [text[span.start : span.end] for span in found] == ["Цифровых средств", "цифровые средства"]


def test_a_symbol_is_looked_for_as_a_whole() -> None:
    assert stems("документ E/CN.7/2025/1") == (FORMS.stem("документ"), "e/cn.7/2025/1")
    text = "см. E/CN.7/2025/11 и E/CN.7/2025/1"
    assert places(FORMS.tokens(text), stems("E/CN.7/2025/1")) == (Span(21, 34),)


@given(
    text=st.lists(st.sampled_from(["a", "b", "a b", "E/CN.7/2025/a", ", ", " ", "\n"]), max_size=12).map(
        " ".join
    ),
    term=st.lists(st.sampled_from(["a", "b", "cn", "e/cn.7/2025/a"]), min_size=1, max_size=3),
)
def test_places_are_the_same_by_the_stems_at_hand(text: str, term: list[str]) -> None:
    forms = WordForms()
    assert places_in(text, forms.stems(text), term, Written(forms)) == places(forms.tokens(text), term)


def test_places_do_not_overlap() -> None:
    assert places(FORMS.tokens("да да да"), stems("да да")) == (Span(0, 5),)
    assert places(FORMS.tokens("да"), ()) == ()


@given(before=WORDS, after=WORDS)
def test_a_term_is_found_whatever_surrounds_it(before: list[str], after: list[str]) -> None:
    text = " ".join([*before, "прекурсоры", *after])
    (found,) = places(FORMS.tokens(text), stems("прекурсор"))
    assert text[found.start : found.end] == "прекурсоры"


def test_contexts_are_cut_between_words_and_put_on_one_line() -> None:
    shown = line("Один два\nтри СЛОВО четыре пять шесть", "СЛОВО")
    assert (shown.left(100), shown.right(100)) == ("Один два три ", " четыре пять шесть")
    assert (shown.left(7), shown.right(11)) == ("…три ", " четыре…")


@given(text=st.text(max_size=60), width=st.integers(0, 40))
def test_contexts_are_never_wider_than_asked(text: str, width: int) -> None:
    shown = replace(sample_line(), text=f"{text}x{text}", node=Span(len(text), len(text) + 1))
    assert len(shown.left(width).removeprefix("…")) <= width
    assert len(shown.right(width).removesuffix("…")) <= width


def test_lines_are_sorted_from_the_node_outward() -> None:
    lines = [line(text, "X") for text in ("б а X в г", "Ёж а X в а", "а б X б", "a X")]
    left = [each.text for each in sorted_lines(lines, Order.LEFT)]
    assert left == ["a X", "б а X в г", "Ёж а X в а", "а б X б"]
    right = [each.text for each in sorted_lines(lines, Order.RIGHT)]
    assert right == ["a X", "а б X б", "Ёж а X в а", "б а X в г"]


def test_lines_by_counterpart_end_with_those_that_have_none() -> None:
    terms = [each.counterpart_term for each in sample_concordance().ordered(Order.COUNTERPART).lines]
    assert terms == ["digital means", "digital means", "virtual means", None]


@given(order=st.sampled_from(list(Order)), numbers=st.permutations(range(4)))
def test_sorting_keeps_every_line_once(order: Order, numbers: list[int]) -> None:
    lines = [sample_line(number) for number in numbers]
    assert sorted(each.index for each in sorted_lines(lines, order)) == [0, 1, 2, 3]


def test_lines_are_chosen_by_their_counterpart() -> None:
    concordance = sample_concordance()
    assert [each.index for each in concordance.only(frozenset({"digital means"}))] == [0, 3]
    assert [each.index for each in concordance.only(frozenset({None}))] == [2]
    assert (concordance.unanswered, concordance.documents) == (1, 2)


def test_a_term_is_called_as_it_is_written_most() -> None:
    assert commonest(["States", "states", "States parties", "States"]) == "states"
    assert commonest(["WHO", "WHO", "who cares"]) == "WHO"
    assert commonest(["digital\nmeans"]) == "digital means"
