"""Labels as they stand in texts and as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.labels import LATIN_ITEMS, canonical_label, latin_item, read_mark, russian_item


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("1", "1"),
        ("12.", "12"),
        ("OP1", "1"),
        ("op4 bis", "4 bis"),
        ("4 бис", "4 bis"),
        ("12 а)", "12 (a)"),
        ("12(a)", "12 (a)"),
        ("12 (a) (iii)", "12 (a) (iii)"),
        ("12 в)", "12 (c)"),
        ("PP2", "PP2"),
        ("pp7", "PP7"),
        ("пункт 3", "3"),
        ("para. 3", "3"),
        ("**", "**"),
        ("", None),
        ("Introduction", None),
        ("2.1", "2.1"),
        ("1018", "1018"),
        ("1018 а)", "1018 (a)"),
        ("10180", None),
    ],
)
def test_a_label_as_written_has_one_canonical_form(written: str, canonical: str | None) -> None:
    assert canonical_label(written) == canonical


@pytest.mark.parametrize(
    ("text", "sort", "label"),
    [
        ("1. Подтвердить", "number", "1"),
        ("4 bis. Requests", "number", "4 bis"),
        ("OP3 Decides", "number", "3"),
        ("(a) In electing", "letter", "(a)"),
        ("б) другое", "letter", "(b)"),
        ("(iii) Third", "roman", "(iii)"),
        ("PP2 Recalling", "preambular", "PP2"),
        ("* E/CN.7/2025/1.", "footnote", "*"),
        ("** Настоящий", "footnote", "**"),
        ("– обмен", "bullet", ""),
    ],
)
def test_marks_at_the_head_of_a_paragraph(text: str, sort: str, label: str) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert (mark.sort, mark.label) == (sort, label)


@pytest.mark.parametrize(
    ("text", "after", "label"),
    [
        ("1018. Туберкулёз", None, "1018"),
        ("1018 (a) Tuberculosis", None, "1018 (a)"),
        ("2019. Tuberculosis", None, None),
        ("2019. Tuberculosis", "2018", "2019"),
        ("2019. Tuberculosis", "2019", None),
        ("2019. Tuberculosis", "12", None),
        ("2019. Tuberculosis", "1.2", None),
        ("0999. Tuberculosis", None, None),
    ],
)
def test_four_figures_are_a_label_where_they_are_no_year(
    text: str, after: str | None, label: str | None
) -> None:
    mark = read_mark(text, after)
    assert (mark and mark.label) == label


@pytest.mark.parametrize(
    "text", ["1961 года", "10 декабря 2024 г.", "3.5 per cent", "In 2025", "State (a)", ""]
)
def test_running_text_has_no_mark(text: str) -> None:
    assert read_mark(text) is None


@given(st.sampled_from(LATIN_ITEMS), st.integers(1, 2))
def test_russian_and_latin_items_answer_to_each_other(letter: str, times: int) -> None:
    assert latin_item(russian_item(letter * times)) == letter * times


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing(text: str) -> None:
    canonical = canonical_label(text)
    assert canonical is None or canonical_label(canonical) == canonical
    mark = read_mark(text)
    assert mark is None or 0 < mark.length < len(text)


@pytest.mark.parametrize(
    ("text", "sort", "label"),
    [
        ("1.1.1 документ о политике", "number", "1.1.1"),
        ("2.1 политика", "number", "2.1"),
        ("3.1. Text", "number", "3.1"),
        ("12 bis Requests", "number", "12 bis"),
        ("12 бис. Просит", "number", "12 bis"),
        ("12 а) просит", "compound", "12 (a)"),
        ("12. (b) requests", "compound", "12 (b)"),
        ("[3] See above", "footnote", "³"),
        ("¹² See above", "footnote", "¹²"),
        ("ⁱᵛ See above", "footnote", "ⁱᵛ"),
    ],
)
def test_marks_of_clauses_and_notes(text: str, sort: str, label: str) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert (mark.sort, mark.label) == (sort, label)
    assert canonical_label(label) == label


@pytest.mark.parametrize(
    "text", ["1.5 million people", "2.5 раза больше", "3.2 % of all", "* * *", "1961 bis"]
)
def test_amounts_and_ornaments_are_no_marks(text: str) -> None:
    assert read_mark(text) is None


def test_a_number_in_brackets_is_told_from_one_with_a_full_stop() -> None:
    marks = [read_mark("1) one"), read_mark("1. one")]
    assert [mark.bracket for mark in marks if mark] == [True, False]
    assert canonical_label("3 (1)") == canonical_label("3(1)") == "3 (1)"
