"""A hit is set in two lines with what surrounds it, whatever the width, and is always in them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat
from PySide6.QtWidgets import QApplication

from briefer.core.document import Span
from briefer.gui.hits.lines import LINES, lines_of

TEXT = (
    "Осознавая необходимость деконструкции финансовых основ наркобизнеса, включая противодействие "
    "использованию цифровых финансовых инструментов для легализации преступных доходов,"
)


def shown(text: str, place: Span, width: int) -> tuple[str, str, float, int]:
    """What is shown, the marked part of it, the widest line in pixels, and how many lines there are."""
    form = QTextCharFormat()
    form.setBackground(QColor(Qt.GlobalColor.yellow))
    layout = lines_of(text, place, QFont("DejaVu Serif", 10), width, form)
    (mark,) = layout.formats()
    units = layout.text().encode("utf-16-le")
    marked = units[2 * mark.start : 2 * (mark.start + mark.length)].decode("utf-16-le")
    widths = [layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount())]
    last = layout.lineAt(layout.lineCount() - 1)
    assert last.textStart() + last.textLength() == len(units) // 2, "all of it is in the lines"
    return layout.text(), marked, max(widths), layout.lineCount()


@pytest.mark.parametrize("width", [120, 210, 400, 900])
@pytest.mark.parametrize("word", ["Осознавая", "финансовых основ", "инструментов", "доходов"])
def test_the_hit_is_whole_and_marked_at_every_width(qapp: QApplication, word: str, width: int) -> None:
    start = TEXT.index(word)
    text, marked, widest, lines = shown(TEXT, Span(start, start + len(word)), width)
    assert marked == word
    assert widest <= width + 1
    assert lines <= LINES
    assert text.strip("…") in TEXT


def test_a_wide_list_shows_more_and_a_short_text_whole(qapp: QApplication) -> None:
    start = TEXT.index("основ")
    lengths = [len(shown(TEXT, Span(start, start + 5), width)[0]) for width in (150, 300, 600)]
    assert lengths == sorted(set(lengths))
    assert shown("Один два три", Span(5, 8), 300)[0] == "Один два три"


def test_letters_beyond_the_first_plane_are_counted_as_qt_does(qapp: QApplication) -> None:
    assert shown("𐐷𐐷 слово и дело", Span(3, 8), 300)[1] == "слово"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    words=st.lists(st.text("абвw𐐷安 ", max_size=12), min_size=1), width=st.integers(40, 500), data=st.data()
)
def test_no_text_is_too_wide_or_lost(
    qapp: QApplication, words: list[str], width: int, data: st.DataObject
) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text)))
    place = Span(start, data.draw(st.integers(start, len(text))))
    _, marked, _, lines = shown(text, place, width)
    assert lines <= LINES
    whole = " ".join(text[place.start : place.end].split())
    assert (
        marked.strip(" …") in text[place.start : place.end] or " ".join(marked.split()).strip("… ") in whole
    )
