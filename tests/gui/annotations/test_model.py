"""The list of annotations as Qt sees it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt

from briefer.app.texts import Texts
from briefer.gui.annotations.model import ANNOTATION, AnnotationsModel
from tests.factories import sample_annotation, sample_document, sample_target
from tests.gui.models import ModelTester

DOCUMENT = sample_document()
PAIR = sample_annotation(
    DOCUMENT,
    "d",
    annotation_id="a2",
    targets=(sample_target(DOCUMENT, "ru", 3), sample_target(DOCUMENT, "en", 3)),
)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, texts: Texts) -> None:
    model = AnnotationsModel(texts)
    qtmodeltester.check(model)
    model.show((sample_annotation(DOCUMENT, "d"), PAIR))
    qtmodeltester.check(model)
    model.show(())
    qtmodeltester.check(model)


def test_a_row_gives_the_annotation_and_is_spoken_in_both_languages(texts: Texts) -> None:
    model = AnnotationsModel(texts)
    model.show((sample_annotation(DOCUMENT, "d"), PAIR))
    assert model.row_of("a2") == 1
    assert model.row_of("a3") is None
    assert model.index(1).data(ANNOTATION) == PAIR
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "отмечая ещё раз" in spoken
    assert "Noting once more" in spoken
    assert "PP1" in spoken
    assert "#control" in spoken


def test_a_row_has_no_rows_below_it(texts: Texts) -> None:
    model = AnnotationsModel(texts)
    model.show((PAIR,))
    assert model.rowCount(QModelIndex()) == 1
    assert model.rowCount(model.index(0)) == 0
