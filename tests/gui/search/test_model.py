"""Search results as Qt and a screen reader see them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from briefer.app.texts import Texts
from briefer.core.hits import SearchResults
from briefer.gui.search.facets import facet_chips
from briefer.gui.search.model import ROW, ResultsModel
from briefer.gui.search.rows import DocumentRow, HitRow, MoreRow, NoteRow
from tests.gui.models import ModelTester
from tests.gui.search.results import sample_results


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, texts: Texts) -> None:
    model = ResultsModel(texts)
    for results in (SearchResults(), sample_results()):
        model.show(results)
        qtmodeltester.check(model)


def test_hits_follow_their_document_and_what_more_there_is(texts: Texts) -> None:
    model = ResultsModel(texts)
    model.show(sample_results())
    kinds = [type(model.index(row).data(ROW)) for row in range(model.rowCount())]
    assert kinds == [DocumentRow, HitRow, HitRow, MoreRow, DocumentRow, HitRow, NoteRow]
    assert model.index(3).data() == "2 more passages…"
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_hit_is_read_out_with_place_and_both_languages(texts: Texts) -> None:
    model = ResultsModel(texts)
    model.show(sample_results())
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1).data(role) == "12 a) · Russian\nМеры <b>контроля</b>\nControl measures"
    assert model.index(2).data(role).startswith("English · by translation\n")
    assert model.index(5).data(role).endswith("Check measures")
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) == "E/CN.7/2025/L.4, para. 12 (a)"


def test_steps_go_from_hit_to_hit_across_documents(texts: Texts) -> None:
    model = ResultsModel(texts)
    model.show(sample_results())
    rows = [-1]
    while (following := model.step(rows[-1], 1)) is not None:
        rows.append(following)
    assert rows == [-1, 1, 2, 5]
    assert model.step(5, -1) == 2
    assert model.step(1, -1) is None


def test_facets_are_offered_where_they_would_narrow(texts: Texts) -> None:
    chips = facet_chips(sample_results(), "measures", texts)
    assert [chip.key for chip in chips] == [
        'organ:"Commission on Narcotic Drugs and its subsidiary bodies"',
        "organ:Council",
        "lang:en",
        "lang:ru",
        "kind:operative",
        "kind:title",
    ]
    assert not any(chip.on for chip in chips)
    assert chips[0].words == "Commission on Narcotic Drugs… (1)"
    assert chips[4].spoken == "Narrow to: operative part (3)"


def test_what_narrows_already_comes_first_and_can_be_taken_off(texts: Texts) -> None:
    chips = facet_chips(sample_results(), "measures year:2025", texts)
    assert (chips[0].key, chips[0].on, chips[0].words) == ("year:2025", True, "2025 ×")
