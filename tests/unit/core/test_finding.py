"""Finding in open text: what folds alike, and that spans fit the original text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.document import Span
from briefer.core.finding import find, fold

TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from('аеёЁ\u0301\u00ad\u00a0 ßİ«»"-–—\u200b𐐷\n'), st.characters())
)


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("Наркотики и наркотик", "НАРКОТИК", ["Наркотик", "наркотик"]),
        ("ещё раз, еще раз", "ещё", ["ещё", "еще"]),
        ("государств – участников СНГ", "государств - участников", ["государств – участников"]),
        ("the “three” conventions", '"three"', ["“three”"]),
        ("«трёх» конвенций", '"трех"', ["«трёх»"]),
        ("2025\u00a0года", "2025 года", ["2025\u00a0года"]),
        ("нарко\u00adтрафик", "наркотрафик", ["нарко\u00adтрафик"]),
        ("States\nparties", "states parties", ["States\nparties"]),
        ("за\u0301мок", "замок", ["за\u0301мок"]),
        ("Straße", "ss", ["ß"]),
        ("Straße", "s", ["S", "ß"]),
        ("𐐷ab", "AB", ["ab"]),
        ("anything", "", []),
        ("aaaa", "aa", ["aa", "aa"]),
        ("война и мир", "мйр", []),
    ],
)
def test_what_is_typed_is_found_however_it_is_written(text: str, needle: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in find(text, needle)] == found


def test_a_span_counts_code_points_of_the_original() -> None:
    assert find("𐐷 со\u00adвет", "совет") == [Span(2, 8)]


@given(TEXTS, st.data())
def test_any_stretch_of_a_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    needle = fold(text[start:end]).text
    if not needle:
        assert find(text, needle) == []
        return
    spans = fold(text).find(needle)
    assert spans
    for span in spans:
        assert needle in fold(text[span.start : span.end]).text


@given(TEXTS, TEXTS)
def test_spans_ascend_without_overlap_inside_the_text(text: str, needle: str) -> None:
    places = [place for span in find(text, needle) for place in (span.start, span.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(TEXTS, TEXTS)
def test_the_quick_count_agrees_with_the_places(text: str, needle: str) -> None:
    folded = fold(text)
    assert folded.count(fold(needle).text) == len(folded.find(fold(needle).text))
