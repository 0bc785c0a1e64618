"""The list of hits as Qt and a screen reader see it, and how much was found in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from briefer.app.resources import resource
from briefer.app.texts import Texts
from briefer.core.text_index import Needle
from briefer.gui.hits.model import LINE, HitsModel
from briefer.gui.hits.words import extent_words, nothing_words
from briefer.gui.reader.hits import Extent, Hits
from briefer.gui.reader.place import Rows
from tests.factories import plain_document, sample_document
from tests.gui.models import ModelTester

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def found(needle: str) -> Hits:
    hits = Hits(Rows(sample_document()))
    assert hits.prepare(60)
    hits.search(Needle(needle), str)
    return hits


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, texts: Texts) -> None:
    model = HitsModel(texts)
    qtmodeltester.check(model)
    for needle in ("и", "zebra", "63/1"):
        model.show(found(needle))
        qtmodeltester.check(model)
    model.show(None)
    assert model.rowCount() == 0


def test_each_hit_has_a_row_in_reading_order_with_its_counterpart_beside_it(texts: Texts) -> None:
    model = HitsModel(texts)
    model.show(found("63/1"))
    lines = [model.index(row).data(LINE) for row in range(model.rowCount())]
    assert [line.language for line in lines] == ["ru", "en"]
    assert [line.begins for line in lines] == [True, False]
    assert {line.text[line.place.start : line.place.end] for line in lines} == {"63/1"}


def test_a_row_is_read_out_with_where_it_stands_and_what_surrounds_it(texts: Texts) -> None:
    model = HitsModel(texts)
    model.show(found("63/1"))
    first, second = (model.index(row).data(SPOKEN).split("\n") for row in (0, 1))
    assert first[0] == "PP2 · Russian"
    assert second[0] == "PP2 · English"
    assert "63/1" in first[1]
    assert "63/1" in second[1]


def test_under_the_pointer_a_row_tells_more_than_is_read_out(texts: Texts) -> None:
    hits = Hits(Rows(plain_document({"en": (f"{'before ' * 40}PLACE{' after' * 40}",)})))
    assert hits.prepare(60)
    hits.search(Needle("place"), str)
    model = HitsModel(texts)
    model.show(hits)
    spoken, told = (str(model.index(0).data(role)) for role in (SPOKEN, Qt.ItemDataRole.ToolTipRole))
    assert spoken.startswith("English\n…before")
    assert spoken.endswith("after…")
    assert "PLACE" in spoken
    assert len(told) > 2 * len(spoken)


@pytest.mark.parametrize(
    ("extent", "english", "russian"),
    [
        (Extent(1, 1, 0), "1 match in 1 pair", "1 совпадение в 1 паре"),
        (Extent(17, 9, 0), "17 matches in 9 pairs", "17 совпадений в 9 парах"),
        (Extent(22, 21, 1), "22 matches in 21 pairs and 1 paragraph alone",
         "22 совпадения в 21 паре и в 1 отдельном абзаце"),
        (Extent(5, 3, 2), "5 matches in 3 pairs and 2 paragraphs alone",
         "5 совпадений в 3 парах и в 2 отдельных абзацах"),
        (Extent(3, 0, 1), "3 matches in 1 paragraph", "3 совпадения в 1 абзаце"),
    ],
)  # fmt: skip
def test_how_much_was_found_is_said_in_both_languages(
    extent: Extent, english: str, russian: str, texts: Texts
) -> None:
    assert extent_words(extent, texts) == english
    assert extent_words(extent, Texts(resource("locale"), "ru")) == russian


def test_it_is_said_why_nothing_is_listed(texts: Texts) -> None:
    told = {
        nothing_words(Needle("a"), texts, reading=True),
        nothing_words(Needle("  "), texts, reading=False),
        nothing_words(Needle("a"), texts, reading=False),
        nothing_words(Needle("a", whole=True), texts, reading=False),
    }
    assert len(told) == 4
    assert all(told)
    assert nothing_words(Needle("a", case=True), texts, reading=False) in told
