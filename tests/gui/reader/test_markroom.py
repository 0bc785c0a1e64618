"""Room for footnote marks: every letter keeps its run, and only the letter before a mark is spaced."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QApplication

from briefer.core.document import NoteMark
from briefer.gui.reader.markroom import with_room


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.lists(st.integers(0, 20), max_size=5))
def test_the_runs_cover_the_same_letters_and_marks_have_their_room(lengths: list[int], at: list[int]) -> None:
    assert QApplication.instance() is not None
    runs, end = [], 0
    for length in lengths:
        runs.append((end, end + length, QTextCharFormat()))
        end += length
    made = list(with_room(runs, [NoteMark(place, "1") for place in sorted(at)], QFont()))
    assert [start for start, _, _ in made] == [0, *(stop for _, stop, _ in made[:-1])]
    assert made[-1][1] == end
    spaced = [start for start, stop, form in made if form.fontLetterSpacing() > 0 and stop == start + 1]
    assert spaced == sorted({place - 1 for place in at if 0 < place <= end})
