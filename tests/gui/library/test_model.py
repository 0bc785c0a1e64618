"""The library as Qt sees it: folders, organ and session, agenda items, documents."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from briefer.app.library import LibraryChanged
from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.core.families import Standing
from briefer.core.folders import Folder
from briefer.gui.jobs import Jobs
from briefer.gui.library.listing import FEW
from briefer.gui.library.model import DOCUMENTS, LibraryModel, folder_at, summary_at
from briefer.gui.library.order import Order, natural
from briefer.gui.library.panel import LibraryPanel
from briefer.gui.library.rows import rows_of
from briefer.gui.theme import Theme, palette
from tests.benchmarks.column import MadeUp, made_up
from tests.gui.models import ModelTester


def summary(number: int, organ: str | None, symbol: str | None = None, item: str = "") -> DocumentSummary:
    return DocumentSummary(
        id=f"id{number}",
        title=f"Title {number}",
        symbol=symbol,
        date=datetime.date(2025, 3, number),
        languages=("ru", "en"),
        organ=organ,
        session="68" if organ else None,
        agenda_item=item or None,
        added=f"2025-04-{10 - number:02}",
        place="Vienna" if organ else None,
        meeting=(datetime.date(2025, 3, 10), datetime.date(2025, 3, 14)) if organ else None,
    )


CND = "Commission on Narcotic Drugs"
SUMMARIES = (
    summary(1, None),
    summary(2, CND, item="6"),
    summary(3, CND, "E/CN.7/2025/1"),
    summary(4, "General Assembly", "A/79/1"),
)
FOLDERS = (Folder("f1", "Red lines"), Folder("f2", "Week 10", "f1"), Folder("f3", "Week 9", "f1"))


def shown(model: LibraryModel, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """The rows as they stand, two spaces for each level."""
    rows: list[str] = []
    above = parent or QModelIndex()
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found = summary_at(index)
        rows += ["  " * depth + (found.id if found else str(index.data())), *shown(model, index, depth + 1)]
    return rows


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, texts: Texts) -> None:
    model = LibraryModel(texts)
    qtmodeltester.check(model)
    model.show(SUMMARIES, FOLDERS)
    qtmodeltester.check(model)
    model.arrange(Order.DATE, "title")
    qtmodeltester.check(model)


def test_documents_stand_under_organ_and_session_and_the_unfiled_last(texts: Texts) -> None:
    model = LibraryModel(texts)
    model.show(SUMMARIES)
    assert shown(model) == [
        "Commission on Narcotic Drugs, 68th session · Vienna, March 2025",
        "  id2",
        "  id3",
        "General Assembly, 68th session · Vienna, March 2025",
        "  id4",
        "Unfiled",
        "  id1",
    ]


def test_several_documents_of_an_agenda_item_stand_under_it(texts: Texts) -> None:
    model = LibraryModel(texts)
    model.show([summary(n, CND, f"E/CN.7/2025/L.{n}", "10" if n < 3 else "9") for n in range(1, 5)])
    assert shown(model)[1:] == ["  Item 9", "    id3", "    id4", "  Item 10", "    id1", "    id2"]


def test_a_family_stands_together_and_what_is_superseded_comes_last(texts: Texts) -> None:
    old = replace(summary(1, CND, "E/CN.7/2025/L.4"), standing=Standing("E/CN.7/2025/L.4", "id2"))
    new = summary(2, CND, "E/CN.7/2025/L.4/Rev.1")
    others = [summary(3, CND, "E/CN.7/2025/L.3"), summary(4, CND, "E/CN.7/2025/L.10")]
    model = LibraryModel(texts)
    model.show([old, *others, new])
    assert shown(model)[1:] == ["  id3", "  id2", "  id1", "  id4"]
    assert "superseded" in model.find("id1").data()


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (Order.TITLE, ["id1", "id2", "id3"]),
        (Order.SYMBOL, ["id3", "id2", "id1"]),
        (Order.DATE, ["id3", "id2", "id1"]),
        (Order.ADDED, ["id1", "id2", "id3"]),
    ],
)
def test_documents_are_sorted_as_wished(texts: Texts, order: Order, ids: list[str]) -> None:
    model = LibraryModel(texts)
    model.show([summary(2, CND, "A/2", "6"), summary(1, CND, "A/10", "6"), summary(3, CND, "A/1")])
    model.arrange(order, "")
    assert [row.strip() for row in shown(model)[1:]] == ids


def test_folders_stand_first_within_each_other_and_hold_documents_again(texts: Texts) -> None:
    model = LibraryModel(texts)
    filed = replace(SUMMARIES[2], folders=("f1", "f3"))
    model.show([SUMMARIES[3], filed], FOLDERS)
    assert shown(model) == [
        "Red lines",
        "  Week 9",
        "    id3",
        "  Week 10",
        "  id3",
        "Commission on Narcotic Drugs, 68th session · Vienna, March 2025",
        "  id3",
        "General Assembly, 68th session · Vienna, March 2025",
        "  id4",
    ]
    assert folder_at(model.index(0, 0)) == FOLDERS[0]
    assert folder_at(model.find("id3").parent()) is None


def test_folders_in_a_circle_do_no_harm(texts: Texts) -> None:
    model = LibraryModel(texts)
    model.show([], [Folder("a", "A", "b"), Folder("b", "B", "a"), Folder("c", "C")])
    assert shown(model) == ["C"]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("cn.7", ["id3"]),
        ("narcotic TITLE", ["id2", "id3"]),
        ("item 6", ["id2"]),
        ("4 march", ["id4"]),
        ("2025-03-01", ["id1"]),
        ("nothing", []),
        ("  ", ["id2", "id3", "id4", "id1"]),
    ],
)
def test_the_filter_looks_for_every_word_in_the_description(
    texts: Texts, wanted: str, ids: list[str]
) -> None:
    model = LibraryModel(texts)
    model.show(SUMMARIES)
    model.arrange(Order.ITEM, wanted)
    found = [summary_at(index) for index in model.indexes()]
    assert [each.id for each in found if each] == ids
    assert model.summaries == SUMMARIES


def test_a_document_is_found_by_its_id(texts: Texts) -> None:
    model = LibraryModel(texts)
    model.show(SUMMARIES)
    found = summary_at(model.find("id4"))
    assert found is not None
    assert found.symbol == "A/79/1"
    assert not model.find("other").isValid()
    assert not model.find(None).isValid()


def test_what_is_dragged_are_documents_each_once(texts: Texts) -> None:
    model = LibraryModel(texts)
    model.show([replace(SUMMARIES[2], folders=("f1",)), SUMMARIES[3]], FOLDERS)
    data = model.mimeData(list(model.indexes()))
    assert data.data(DOCUMENTS).toStdString().split() == ["id3", "id4"]


def test_numbers_are_sorted_by_their_worth() -> None:
    assert sorted(["L.10", "L.9", "l.2", "A"], key=natural) == ["A", "l.2", "L.9", "L.10"]


@pytest.mark.parametrize(("language", "first"), [("en", "Annex"), ("ru", "Приложение")])
def test_titles_are_those_in_the_language_of_the_interface(
    speak: Callable[[str], Texts], language: str, first: str
) -> None:
    model = LibraryModel(speak(language))
    in_two = replace(summary(1, None), title="Приложение", titles=(("en", "Annex"),))
    model.show([in_two, replace(summary(2, None), title="Б", titles=(("en", "Zebra"),))])
    model.arrange(Order.TITLE, "")
    index = model.find("id1")
    assert index.data().startswith(first)
    assert shown(model)[1].strip() == ("id1" if language == "en" else "id2")
    model.arrange(Order.TITLE, "annex")
    assert model.find("id1").isValid()
    assert not model.find("id2").isValid()


@given(chance=st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_exchanged_are_those_made_whole(texts: Texts, chance: random.Random) -> None:
    listed = [made_up(number) for number in range(0, 1200, 30)]
    folders = [Folder("f2", "Week 10")]
    model = LibraryModel(texts)
    model.show(listed, folders)
    for step in range(1, 4):
        for _ in range(chance.randint(0, 3)):
            listed.pop(chance.randrange(len(listed)))
        listed += [made_up(30 * chance.randrange(40) + step) for _ in range(chance.randint(0, 3))]
        number = chance.randrange(len(listed))
        listed[number] = replace(listed[number], title=f"Renamed {step}")
        listed = list({each.id: each for each in listed}.values())
        listing = replace(model.listing, summaries=tuple(listed), folders=tuple(folders))
        model.take(rows_of(listing, texts, before=model.rows))
        model.let_go()
        whole = LibraryModel(texts)
        whole.show(listed, folders)
        assert shown(model) == shown(whole)
        assert [index.data() for index in model.headings] == [index.data() for index in whole.headings]
        for each in listed:
            assert summary_at(model.find(each.id)) == each


def test_what_is_chosen_and_closed_stays_so_when_a_document_comes(
    texts: Texts, qtbot: QtBot, tmp_path: Path
) -> None:
    library = MadeUp(tmp_path, 3 * FEW)
    panel = LibraryPanel(library, Jobs(), texts, palette(Theme.LIGHT))
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.listed):
        panel.refresh()
    qtbot.waitUntil(lambda: panel.view.updatesEnabled())
    fresh = made_up(3 * FEW)
    neighbour = next(each for each in library.listed if (each.organ, each.session) == (fresh.organ, "5"))
    panel.set_current(neighbour.id)
    closed = panel.model.find(library.listed[0].id).parent()
    panel.view.collapse(closed)
    for number in range(3 * FEW, 3 * FEW + 3):
        library.listed.append(replace(made_up(number), organ=fresh.organ, session="5"))
        before, branches = panel.state, panel.model.rows.branches
        with qtbot.waitSignal(panel.listed):
            library.changed.tell(LibraryChanged(None))
        assert panel.state == before
        staying = {id(branch) for branch in branches} & {id(each) for each in panel.model.rows.branches}
        assert len(staying) == len(branches) - 2  # the folders and the group are new
        assert [each.id for each in panel.view.chosen] == [neighbour.id]
        assert panel.view.isExpanded(panel.model.find(neighbour.id).parent())
    panel.close_down()


def test_many_documents_are_listed_off_the_windows_thread(texts: Texts, qtbot: QtBot, tmp_path: Path) -> None:
    library = MadeUp(tmp_path, 3 * FEW)
    panel = LibraryPanel(library, Jobs(), texts, palette(Theme.LIGHT))
    qtbot.addWidget(panel)
    panel.show()
    with qtbot.waitSignal(panel.listed):
        panel.refresh()
    qtbot.waitUntil(lambda: panel.view.updatesEnabled())
    assert len([index for index in panel.model.indexes() if summary_at(index)]) > 3 * FEW
    heading = panel.model.headings[1]
    assert panel.view.isExpanded(heading)
    panel.view.collapse(heading)
    closed = panel.state.closed
    assert len(closed) == 1
    library.listed.append(made_up(3 * FEW))
    with qtbot.waitSignal(panel.listed):
        library.changed.tell(LibraryChanged(None))
    assert panel.state.closed == closed
    qtbot.waitUntil(lambda: panel.view.updatesEnabled())
    assert panel.state.closed == closed
    assert panel.model.find(made_up(3 * FEW).id).isValid()
    panel.filter.setText(f"matter {FEW} ")
    qtbot.waitUntil(lambda: len(list(panel.model.indexes())) < 6)
    panel.close_down()


def test_a_listing_that_was_stopped_is_begun_again_with_the_next_wish(
    texts: Texts, qtbot: QtBot, tmp_path: Path
) -> None:
    jobs = Jobs()
    panel = LibraryPanel(MadeUp(tmp_path, 3 * FEW), jobs, texts, palette(Theme.LIGHT))
    qtbot.addWidget(panel)
    jobs.started.connect(lambda job: job.cancel())
    panel.refresh()
    qtbot.waitUntil(lambda: jobs.idle)
    assert not panel.model.summaries
    jobs.started.disconnect()
    with qtbot.waitSignal(panel.listed):
        panel.refresh()
    assert len(panel.model.summaries) == 3 * FEW
    panel.close_down()
