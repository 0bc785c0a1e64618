"""What a composed document has to tell."""

from __future__ import annotations

import pytest

from briefer.app.composing import LEAST_UNMATCHED, _notices
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.masthead import Masthead


def document(matched: int, alone: int) -> Document:
    beads = [Bead((n,), (n,), 1.0) for n in range(matched)]
    beads += [Bead((matched + n,), (), 1.0) for n in range(alone)]
    russian = Version("ru", tuple(Paragraph(Kind.BODY, "текст") for _ in range(matched + alone)))
    english = Version("en", tuple(Paragraph(Kind.BODY, "text") for _ in range(matched)))
    return Document((), Masthead(), (russian, english), Bitext("ru", "en", tuple(beads)))


@pytest.mark.parametrize(
    ("matched", "alone", "told"),
    [
        (0, LEAST_UNMATCHED, True),
        (LEAST_UNMATCHED // 2, LEAST_UNMATCHED, True),
        (LEAST_UNMATCHED // 2 + 1, LEAST_UNMATCHED, False),
        (0, LEAST_UNMATCHED - 1, False),
        (9, 0, False),
    ],
)
def test_versions_that_hardly_correspond_are_told(matched: int, alone: int, told: bool) -> None:
    codes = [notice.code for notice in _notices(document(matched, alone))]
    assert codes == (["many-unmatched"] if told else [])
