"""What goes into a briefing note, and in what order."""

from __future__ import annotations

from dataclasses import replace

from briefer.core.annotation import Anchor, Annotation, Stance, Target
from briefer.core.briefing import BriefingNote, NoteHeader, compose
from briefer.core.document import Kind
from tests.factories import plain_document, sample_annotation, sample_document, sample_target

DOCUMENT = sample_document()


def note(*annotations: Annotation, languages: tuple[str, ...] = ("ru", "en")) -> BriefingNote:
    return compose(DOCUMENT, annotations, NoteHeader(), languages)


def on(*targets: Target, name: str = "a1", text: str = "Say so.") -> Annotation:
    return sample_annotation(DOCUMENT, "d", annotation_id=name, targets=targets, note=text)


def quotes(made: BriefingNote) -> list[list[list[tuple[str, bool]]]]:
    return [[[(q.text, q.context) for q in cell] for cell in row.cells] for row in made.rows]


def test_rows_stand_in_reading_order_whatever_the_language() -> None:
    made = note(
        on(sample_target(DOCUMENT, "en", 6), name="c"),
        on(sample_target(DOCUMENT, "ru", 5), name="b"),
        on(sample_target(DOCUMENT, "en", 3), name="a"),
    )
    assert [row.label for row in made.rows] == ["PP1", "1", "2"]


def test_within_a_paragraph_the_earlier_passage_comes_first() -> None:
    late, early = sample_target(DOCUMENT, "en", 5, 20, 30), sample_target(DOCUMENT, "en", 5, 0, 5)
    made = note(on(late, name="a"), on(early, name="b"))
    assert [row.cells[1][0].text for row in made.rows] == [early.quote, late.quote]


def test_opposite_a_passage_in_one_language_stands_the_whole_paragraph_as_context() -> None:
    made = note(on(sample_target(DOCUMENT, "en", 5, 0, 11)))
    assert quotes(made) == [
        [[("Призывает государства-участники усилить меры контроля;", True)], [("Calls upon ", False)]]
    ]


def test_a_pair_is_quoted_in_both_languages() -> None:
    made = note(on(sample_target(DOCUMENT, "ru", 5), sample_target(DOCUMENT, "en", 5)))
    assert [cell[0].context for cell in made.rows[0].cells] == [False, False]


def test_where_nothing_stands_opposite_the_cell_is_empty() -> None:
    made = note(on(sample_target(DOCUMENT, "en", 0)))
    assert made.rows[0].cells[0] == ()
    assert made.rows[0].kind is Kind.NOTE


def test_only_notes_become_talking_points() -> None:
    silent = on(sample_target(DOCUMENT, "en", 3), name="a", text=" ")
    spoken = replace(on(sample_target(DOCUMENT, "en", 5), name="b"), stance=Stance.RED_LINE)
    made = note(silent, spoken)
    assert [(point.text, point.stance) for point in made.talking_points] == [("Say so.", Stance.RED_LINE)]
    assert len(made.rows) == 2


def test_a_note_in_one_language_quotes_that_one_and_cites_it_where_it_can() -> None:
    made = note(on(sample_target(DOCUMENT, "ru", 5), sample_target(DOCUMENT, "en", 5)), languages=("ru",))
    assert [citation.language for citation in made.talking_points[0].citations] == ["ru"]
    assert [source.citation.language for source in made.sources] == ["ru"]


def test_what_is_cited_in_another_language_is_among_the_sources() -> None:
    made = note(on(sample_target(DOCUMENT, "en", 5)), languages=("ru",))
    assert [source.citation.language for source in made.sources] == ["ru", "en"]


def test_a_passage_that_was_lost_claims_no_place() -> None:
    lost = replace(on(sample_target(DOCUMENT, "en", 5)), anchor=Anchor.LOST)
    made = note(lost)
    assert made.rows[0].cells[0] == ()
    assert made.rows[0].cells[1][0].citation.label is None


def test_a_target_beyond_the_text_at_hand_is_quoted_all_the_same() -> None:
    beyond = replace(sample_target(DOCUMENT, "en", 5), index=99)
    assert quotes(note(on(beyond))) == [[[], [(beyond.quote, False)]]]


def test_a_document_in_one_language_has_one_column_in_reading_order() -> None:
    document = plain_document({"en": ["First.", "Second."]})
    annotations = [
        sample_annotation(document, "d", annotation_id=str(i), targets=[sample_target(document, "en", i)])
        for i in (1, 0)
    ]
    made = compose(document, annotations, NoteHeader(), ("en",))
    assert [[q.text for cell in row.cells for q in cell] for row in made.rows] == [["First."], ["Second."]]
