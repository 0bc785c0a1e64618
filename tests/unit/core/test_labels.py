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
