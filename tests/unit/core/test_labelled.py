"""A paragraph is found by its label in the spellings that people use, in either language."""

from __future__ import annotations

import pytest

from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.labelled import goals, means
from briefer.core.masthead import Masthead

LABELS = ["PP5", "PP6", "1", "4 bis", "12", "12 (a)", "12 (b)", "120", "*"]


def document(english: list[str] | None = None, page: int | None = None) -> Document:
    own, other = LABELS, LABELS if english is None else english
    russian = Version("ru", tuple(Paragraph(Kind.BODY, f"текст {each}", each, page) for each in own))
    spoken = Version("en", tuple(Paragraph(Kind.BODY, f"text {each}", each, page) for each in other))
    count = min(len(own), len(other))
    beads = [Bead((n,), (n,), 1.0) for n in range(count)]
    beads += [Bead((n,), (), 1.0) for n in range(count, len(own))]
    beads += [Bead((), (n,), 1.0) for n in range(count, len(other))]
    return Document((), Masthead(), (russian, spoken), Bitext("ru", "en", tuple(beads)))


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ("PP6", "PP6"),
        ("pp 6", "PP6"),
        ("OP4 bis", "4 bis"),
        ("12 (a)", "12 (a)"),
        ("12a", "12 (a)"),
        ("12 а)", "12 (a)"),  # a Russian letter
        ("пункт 12", "12"),
        ("para. 12 (b)", "12 (b)"),
        ("*", "*"),
    ],
)
def test_a_label_is_understood_as_people_write_it(asked: str, label: str) -> None:
    found = goals(document(), asked, "en")
    assert found[0].label == label
    assert found[0].language == "en"
    assert means(found[0], asked)


def test_pairs_with_one_label_are_named_once_and_in_the_language_wished_for() -> None:
    assert [goal.language for goal in goals(document(), "PP6", "ru")] == ["ru"]
    assert [goal.language for goal in goals(document(), "PP6")] == ["ru"]


def test_a_label_of_one_language_alone_is_found_there() -> None:
    assert [(goal.language, goal.index) for goal in goals(document(LABELS[:3]), "120", "en")] == [("ru", 7)]


def test_the_label_itself_stands_before_those_that_begin_like_it() -> None:
    assert [goal.label for goal in goals(document(), "12")] == ["12", "120", "12 (a)", "12 (b)"]
    assert not means(goals(document(), "12")[1], "12")


def test_nothing_asked_lists_every_label_in_order_and_nonsense_none() -> None:
    assert [goal.label for goal in goals(document(), "")] == LABELS
    assert [goal.label for goal in goals(document(), "пун")] == LABELS
    assert goals(document(), "zz") == ()
    assert goals(document(), "99") == ()


@pytest.mark.parametrize("asked", ["p. 3", "page 3", "стр. 3", "с. 3"])
def test_a_page_leads_to_its_first_paragraph(asked: str) -> None:
    found = goals(document(page=3), asked, "en")
    assert (found[0].language, found[0].index, found[0].label) == ("en", 0, None)
    assert goals(document(page=4), asked) == ()
