"""The models of a concordance as Qt and a screen reader see them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from briefer.app.texts import Texts
from briefer.core.concordance.lines import Concordance
from briefer.gui.concordance.models import COUNT, LINE, TERM, LinesModel, TermsModel
from tests.concordances import sample_concordance
from tests.gui.models import ModelTester


def test_the_models_are_sound(texts: Texts, qtmodeltester: ModelTester) -> None:
    lines, terms = LinesModel(), TermsModel(texts)
    for concordance in (sample_concordance(), Concordance("x", "ru", ())):
        lines.show(concordance.lines)
        terms.show(concordance)
        qtmodeltester.check(lines)
        qtmodeltester.check(terms)
    assert (lines.rowCount(), terms.rowCount()) == (0, 0)


def test_a_line_is_read_out_with_its_counterpart_and_its_source() -> None:
    model = LinesModel()
    model.show(sample_concordance().lines)
    index = model.index(1)
    assert index.data(LINE) == sample_concordance().lines[1]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "=цифровые средства & связь\nVirtual means & links\nE/CN.7/2025/L.4, 12 a)"
    )


def test_terms_are_counted_and_chosen(texts: Texts) -> None:
    model = TermsModel(texts)
    model.show(sample_concordance())
    shown = [model.index(row).data() for row in range(model.rowCount())]
    assert shown == ["4× All places", "2× digital means", "1× virtual means", "1× no counterpart made out"]
    assert [model.index(row).data(TERM) for row in (1, 3)] == ["digital means", None]
    assert model.index(1).data(COUNT) == 2
    assert model.chosen([]) is None
    assert model.chosen([0, 1]) is None
    assert model.chosen([1, 3]) == frozenset({"digital means", None})
