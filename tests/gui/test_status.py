"""The line below the text says things in words that a delegate uses."""

from __future__ import annotations

import pytest

from briefer.app.model import OpenDocument
from briefer.app.resources import resource
from briefer.app.texts import Texts
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.masthead import Masthead
from briefer.gui.reader.view import Place
from briefer.gui.status import count_words, place_words

ENGLISH = Texts(resource("locale"), "en")


def document(*beads: Bead) -> Document:
    russian = Version("ru", tuple(Paragraph(Kind.BODY, text) for text in ("Один", "Два", "Три")))
    english = Version(
        "en", (Paragraph(Kind.FURNITURE, "A/1"), Paragraph(Kind.BODY, "Two"), Paragraph(Kind.BODY, "Three"))
    )
    return Document((), Masthead(), (russian, english), bitext=Bitext("ru", "en", beads))


@pytest.mark.parametrize(
    ("bead", "said"),
    [
        (Bead((0,), (1,), 0.99), "paragraph 1 of 3 · automatic, 99 %"),
        (Bead((0, 1), (1,), 0.99), "paragraph 1 of 3 · 2 paragraphs here, 1 opposite · automatic, 99 %"),
        (Bead((0,), (), 0.99), "paragraph 1 of 3 · nothing opposite · automatic, 99 %"),
    ],
)
def test_the_place_is_told_without_jargon(bead: Bead, said: str) -> None:
    opened = OpenDocument(document(bead))
    assert place_words(opened, Place(0, "ru", 0), ENGLISH) == said


def test_running_heads_are_not_counted_as_text_of_one_language() -> None:
    beads = (Bead((0,), (1,), 0.9), Bead((1, 2), (), 0.9), Bead((), (0,), 0.9))
    assert count_words(document(*beads), ENGLISH) == "1 aligned · 2 only in Russian"
    assert count_words(document(Bead((), (0, 2), 0.9)), ENGLISH) == "0 aligned · 1 only in English"
