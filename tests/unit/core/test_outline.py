"""The outline names cover page, title, preamble, operative part and headings, with their labels."""

from __future__ import annotations

from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.masthead import Masthead
from briefer.core.outline import Entry, Part, entry_at, outline, rows_of


def version(language: str, *paragraphs: tuple[Kind, str, str | None]) -> Version:
    return Version(language, tuple(Paragraph(kind, text, label) for kind, text, label in paragraphs))


def document(*versions: Version) -> Document:
    return Document((), Masthead(), versions, Bitext("ru", "en", (Bead((0,), (0,), 1.0),)))


STATEMENT = version(
    "en",
    (Kind.TITLE, "Joint Statement", None),
    (Kind.TITLE, "of the Heads", None),
    (Kind.CHAPEAU, "We, the heads of a good many agencies that are listed at length in what follows,", None),
    (Kind.PREAMBULAR, "Guided", "PP1"),
    (Kind.FOOTNOTE, "A note", "*"),
    (Kind.PREAMBULAR, "Noting", "PP2"),
    (Kind.CHAPEAU, "Decided as follows:", None),
    (Kind.OPERATIVE, "To confirm", "1"),
    (Kind.ITEM, "in part", "1 (a)"),
    (Kind.OPERATIVE, "To go on", "2"),
)
RUSSIAN = version("ru", (Kind.MASTHEAD, "Комиссия", None), (Kind.TITLE, "Заявление", None))


def test_a_statement_has_cover_title_preamble_and_operative_part() -> None:
    found = outline(document(RUSSIAN, STATEMENT), "en")
    assert found == (
        Entry(Part.COVER, 0, "ru", 0),
        Entry(Part.TITLE, 0, "en", 0, "Joint Statement"),
        Entry(Part.PREAMBLE, 1, "en", 2, "", "PP1", "PP2"),
        Entry(Part.OPERATIVE, 1, "en", 6, "Decided as follows", "1", "2"),
    )


def test_the_language_asked_for_counts_and_another_one_where_it_has_nothing() -> None:
    both = document(RUSSIAN, STATEMENT)
    assert [entry.text for entry in outline(both, "ru")] == ["", "Заявление"]
    bare = version("ru", (Kind.BODY, "Текст", None))
    assert outline(document(bare, STATEMENT), "ru")[0].part is Part.TITLE


def test_headings_stand_below_each_other_and_tell_their_paragraphs() -> None:
    report = version(
        "en",
        (Kind.HEADING, "I. Introduction", None),
        (Kind.BODY, "One", "1"),
        (Kind.BODY, "Two", "2"),
        (Kind.HEADING, "A. Findings", None),
        (Kind.BODY, "Three", "3"),
        (Kind.HEADING, "1. Trade", None),
        (Kind.HEADING, "Annex", None),
    )
    found = [(entry.level, entry.text, entry.first, entry.last) for entry in outline(document(report), "en")]
    assert found == [
        (1, "I. Introduction", "1", "2"),
        (2, "A. Findings", "3", "3"),
        (3, "1. Trade", None, None),
        (1, "Annex", None, None),
    ]


def test_numbered_headings_stand_below_their_numbers_and_none_below_contents() -> None:
    specification = version(
        "en",
        (Kind.TITLE, "Specification", None),
        (Kind.HEADING, "Contents", None),
        (Kind.BODY, "1 Introduction … 3", None),
        (Kind.HEADING, "Introduction", "1"),
        (Kind.HEADING, "Scope", "1.1"),
        (Kind.HEADING, "Of this text", "1.1.1"),
        (Kind.HEADING, "Requirements", "2"),
        (Kind.HEADING, "A. Of form", None),
        (Kind.HEADING, "Colours", "1"),
        (Kind.HEADING, "Annex", None),
        (Kind.HEADING, "Names", "1"),
    )
    found = [(entry.level, entry.text) for entry in outline(document(specification), "en")]
    assert found == [
        (0, "Specification"),
        (2, "Contents"),
        (2, "1. Introduction"),
        (3, "1.1. Scope"),
        (4, "1.1.1. Of this text"),
        (2, "2. Requirements"),
        (2, "A. Of form"),
        (3, "1. Colours"),
        (1, "Annex"),
        (2, "1. Names"),
    ]


def test_each_draft_of_several_has_its_own_parts() -> None:
    drafts = version(
        "en",
        (Kind.TITLE, "Draft resolution I", None),
        (Kind.PREAMBULAR, "Noting", "PP1"),
        (Kind.OPERATIVE, "Decides", "1"),
        (Kind.TITLE, "Draft resolution II", None),
        (Kind.OPERATIVE, "Requests", "1"),
    )
    parts = [entry.part for entry in outline(document(drafts), "en")]
    assert parts == [Part.TITLE, Part.PREAMBLE, Part.OPERATIVE, Part.TITLE, Part.OPERATIVE]


def test_a_paragraph_stands_in_the_part_that_began_last_whatever_its_language() -> None:
    beads = (Bead((0,), (), 1.0), Bead((1,), (0, 1), 1.0), *(Bead((), (n,), 1.0) for n in range(2, 9)))
    both = Document((), Masthead(), (RUSSIAN, STATEMENT), Bitext("ru", "en", (*beads, Bead((2,), (9,), 1.0))))
    found, rows = outline(both, "en"), rows_of(both)
    assert [entry_at(found, rows, "en", index) for index in (1, 5, 9)] == [1, 2, 3]
    assert [entry_at(found, rows, "ru", index) for index in (0, 1, 2)] == [0, 1, 3]
    assert entry_at((), rows, "ru", 1) is None


def test_a_document_without_parts_has_no_outline() -> None:
    assert outline(document(version("en", (Kind.BODY, "Text", None))), "en") == ()
    assert outline(document(), "en") == ()
