"""Documents to read and an opened reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from pytestqt.qtbot import QtBot

from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.masthead import Masthead
from briefer.gui.reader.view import ReaderView

Reader = Callable[..., ReaderView]


def bilingual(beads: Sequence[tuple[int, int]], words: int = 9) -> OpenDocument:
    """A document whose beads have the given numbers of paragraphs on the left and right.

    Lengths vary from paragraph to paragraph, up to some `words` words, differently on either side.
    """
    left: list[Paragraph] = []
    right: list[Paragraph] = []
    made: list[Bead] = []
    for on_left, on_right in beads:
        own = tuple(range(len(left), len(left) + on_left))
        opposite = tuple(range(len(right), len(right) + on_right))
        left += [_paragraph("слово и дело ", index, 1 + index * 5 % words) for index in own]
        right += [_paragraph("word and deed ", index, 1 + index * 7 % words) for index in opposite]
        made.append(Bead(own, opposite, 0.9))
    bitext = Bitext("ru", "en", tuple(made))
    bitext.check(len(left), len(right))
    versions = (Version("ru", tuple(left)), Version("en", tuple(right)))
    return OpenDocument(Document((), Masthead(), versions, bitext))


def _paragraph(phrase: str, index: int, times: int) -> Paragraph:
    kinds = (Kind.BODY, Kind.TITLE, Kind.PREAMBULAR, Kind.FOOTNOTE, Kind.ITEM)
    return Paragraph(kinds[index % len(kinds)], f"{index}: " + phrase * times, str(index))


MIXED = ((1, 0), (2, 0), (0, 1), (1, 1), (1, 2), (1, 1), (3, 1), (1, 1), (0, 2), (1, 1), (1, 0), (1, 1)) + (
    (1, 1),
) * 20


@pytest.fixture
def open_reader(qtbot: QtBot, texts: Texts) -> Iterator[Reader]:
    """Opens a shown, levelled reader of a document."""
    opened: list[ReaderView] = []

    def open_it(document: OpenDocument | None, width: int = 900, height: int = 500) -> ReaderView:
        view = ReaderView(texts)
        qtbot.addWidget(view)
        opened.append(view)
        view.resize(width, height)
        view.show_document(document)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(lambda: not view._spread.busy and view.isActiveWindow())
        return view

    yield open_it
    for view in opened:
        view.close()
        assert not view._spread.busy, "still measuring"


def level_error(view: ReaderView) -> float:
    """The greatest distance in pixels between first lines that should be level."""
    rows, panes = view._spread.rows, view._spread.panes
    assert rows is not None
    return max(
        abs(panes[0].blocks.top(bead.left[0]) - panes[1].blocks.top(bead.right[0]))
        for bead in rows.beads
        if bead.matched
    )


def in_sight_error(view: ReaderView) -> float:
    """As `level_error`, of the rows in sight alone."""
    rows, panes = view._spread.rows, view._spread.panes
    assert rows is not None
    first, last = view._spread.in_sight()
    beads = [bead for bead in rows.beads[first : last + 1] if bead.matched]
    assert beads
    return max(abs(panes[0].blocks.top(b.left[0]) - panes[1].blocks.top(b.right[0])) for b in beads)


def scrolled(view: ReaderView) -> tuple[int, int]:
    """Where the two panes stand."""
    left, right = (pane.verticalScrollBar().value() for pane in view._spread.panes)
    return left, right


def measured(view: ReaderView) -> int:
    """How many paragraphs' heights are known for sure."""
    stack = view._spread._standing.stack
    assert stack is not None
    return sum(sum(heights.sure) for heights in stack.heights)
