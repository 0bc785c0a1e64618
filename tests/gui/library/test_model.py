"""The library as Qt sees it: organ and session, then documents."""

from __future__ import annotations

import datetime

from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.gui.library.model import LibraryModel, summary_at
from tests.gui.models import ModelTester


def summary(number: int, organ: str | None, symbol: str | None = None) -> DocumentSummary:
    return DocumentSummary(
        id=f"id{number}",
        title=f"Title {number}",
        symbol=symbol,
        date=datetime.date(2025, 3, 3),
        languages=("ru", "en"),
        organ=organ,
        session="68" if organ else None,
        agenda_item="6",
    )


SUMMARIES = (
    summary(1, None),
    summary(2, "Commission on Narcotic Drugs"),
    summary(3, "Commission on Narcotic Drugs", "E/CN.7/2025/1"),
    summary(4, "General Assembly", "A/79/1"),
)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, texts: Texts) -> None:
    model = LibraryModel(texts)
    qtmodeltester.check(model)
    model.show(SUMMARIES)
    qtmodeltester.check(model)


def test_documents_stand_under_organ_and_session_and_the_unfiled_last(texts: Texts) -> None:
    model = LibraryModel(texts)
    model.show(SUMMARIES)
    groups = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert groups == [
        "Commission on Narcotic Drugs, 68th session",
        "General Assembly, 68th session",
        "Unfiled",
    ]
    first = model.index(0, 0)
    found = [summary_at(model.index(row, 0, first)) for row in range(model.rowCount(first))]
    assert [each.id if each else None for each in found] == ["id3", "id2"]
    assert summary_at(first) is None


def test_a_document_is_found_by_its_id(texts: Texts) -> None:
    model = LibraryModel(texts)
    model.show(SUMMARIES)
    found = summary_at(model.find("id4"))
    assert found is not None
    assert found.symbol == "A/79/1"
    assert not model.find("other").isValid()
    assert not model.find(None).isValid()
