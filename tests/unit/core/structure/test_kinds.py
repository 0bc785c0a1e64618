"""What is what in texts other than the session document."""

from __future__ import annotations

import pytest

from briefer.core.document import Kind, Version
from briefer.core.structure.build import masthead_of, versions_of
from briefer.core.structure.lines import Block, Line
from briefer.core.structure.openings import is_preambular
from briefer.formats.text import read_text

RESOLUTION = """United Nations                         A/RES/79/180

General Assembly
Distr.: General
19 December 2024

Seventy-ninth session
Agenda item 71 (b)

Resolution adopted by the General Assembly on 17 December 2024
[on the report of the Third Committee (A/79/458/Add.2, para. 120)]

79/180. Promotion of equitable geographical distribution in the
membership of the human rights treaty bodies

The General Assembly,

Recalling its previous resolutions on this question, including its
resolution 77/202 of 15 December 2022,

Deeply concerned that the membership is not balanced,

1. Reiterates that the States parties should take into account the following,
in their nomination of members:

(a) In electing members of the committees;

(b) In nominating them:

(i) Before the election;

(ii) After the election;

2. Requests the Secretary-General to submit a report.
"""


def version(text: str) -> Version:
    (found,) = versions_of(read_text(text.encode(), "text").blocks)
    return found


def test_a_resolution_is_read_from_masthead_to_last_paragraph() -> None:
    found = version(RESOLUTION)
    kinds = [paragraph.kind for paragraph in found.paragraphs]
    operative = [Kind.OPERATIVE, Kind.ITEM, Kind.ITEM, Kind.ITEM, Kind.ITEM, Kind.OPERATIVE]
    assert kinds[:9] == [Kind.MASTHEAD] * 9
    assert kinds[9:] == [Kind.TITLE, Kind.CHAPEAU, Kind.PREAMBULAR, Kind.PREAMBULAR, *operative]
    labels = [paragraph.label for paragraph in found.paragraphs[11:]]
    assert labels == ["PP1", "PP2", "1", "1 (a)", "1 (b)", "1 (b) (i)", "1 (b) (ii)", "2"]


def test_a_resolutions_masthead_tells_symbol_session_and_item() -> None:
    masthead = masthead_of([version(RESOLUTION)])
    assert (masthead.symbol, masthead.organ) == ("A/RES/79/180", "General Assembly")
    assert (masthead.session, masthead.agenda_item, masthead.distribution) == ("79", "71 (b)", "general")


def test_a_table_of_contents_ends_the_masthead() -> None:
    text = RESOLUTION.split("\n\nThe General Assembly,")[0] + "\n\nContents\n\nA. General Assembly\n\n24"
    text += "\n\n1. The present report was written at the request of the Assembly."
    kinds = [
        paragraph.kind for paragraph in versions_of(read_text(text.encode(), "text").blocks)[0].paragraphs
    ]
    assert kinds[-4:] == [Kind.TITLE, Kind.HEADING, Kind.ITEM, Kind.BODY]


def test_russian_list_items_are_labelled_as_their_english_ones() -> None:
    found = version("Решение\n\n1. Просит:\n\na) одно;\n\nб) другое;\n\nв) третье.")
    assert [p.label for p in found.paragraphs[1:]] == ["1", "1 (a)", "1 (b)", "1 (c)"]


def test_numbered_paragraphs_of_a_report_are_body() -> None:
    found = version(
        "Report\n\nI. Introduction\n\n1. It was held in Geneva.\n\nII. Findings\n\n2. It was good."
    )
    assert [p.kind for p in found.paragraphs] == [
        Kind.TITLE, Kind.HEADING, Kind.BODY, Kind.HEADING, Kind.BODY,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "announcement", ["We have agreed as follows:", "Договорились о нижеследующем:", "Решили:"]
)
def test_what_was_agreed_is_announced_by_a_chapeau_whatever_follows(announcement: str) -> None:
    found = version(
        f"Agreement\n\nWe, the Parties,\n\n{announcement}\n\nArticle 1\n\nThe Parties shall meet."
    )
    assert found.paragraphs[2].kind is Kind.CHAPEAU


def test_a_text_of_one_sentence_is_body() -> None:
    assert [p.kind for p in version("One sentence, and no more.").paragraphs] == [Kind.BODY]


def test_unnumbered_paragraphs_after_the_decision_are_operative() -> None:
    found = version(
        "Statement\n\nWe, the Parties,\n\nRecalling the Charter,\n\nDecided as follows:\n\nTo meet;\n\nAct."
    )
    assert [p.kind for p in found.paragraphs[3:]] == [Kind.CHAPEAU, Kind.OPERATIVE, Kind.OPERATIVE]


def test_an_opening_of_its_own_kind_between_preambular_paragraphs_is_preambular() -> None:
    found = version(
        "Statement\n\nThe General Assembly,\n\nRecalling the Charter,\n\nIn accordance with its rules,\n\n"
        "Noting the report,\n\n1. Decides to act."
    )
    assert [p.label for p in found.paragraphs] == [None, None, "PP1", "PP2", "PP3", "1"]


def test_items_without_a_number_above_them_are_labelled() -> None:
    found = version(
        "Title\n\nThe Group:\n\n(a) Took note;\n\n(b) Decided:\n\n(i) in Vienna;\n\n(ii) in Geneva."
    )
    assert [p.label for p in found.paragraphs[2:]] == ["(a)", "(b)", "(b) (i)", "(b) (ii)"]


def test_roman_items_of_their_own_are_no_sub_items() -> None:
    found = version("Title\n\n1. Decides:\n\n(i) to meet;\n\n(ii) to act;\n\n(iii) to report.")
    assert [p.label for p in found.paragraphs[1:]] == ["1", "1 (i)", "1 (ii)", "1 (iii)"]


def test_a_wrapped_line_that_is_a_date_is_no_dateline() -> None:
    found = version(
        "The General Assembly,\n\nRecalling its resolution 69/166\nof 18 December 2014,\n\n1. Decides."
    )
    assert [p.text for p in found.paragraphs][1] == "Recalling its resolution 69/166 of 18 December 2014,"


def test_furniture_takes_no_part_in_telling_what_the_rest_is() -> None:
    blocks = read_text(RESOLUTION.encode(), "text").blocks
    head = Block((Line("A/RES/79/180", filled=False),), page=2, furniture=True)
    plain = versions_of(blocks)[0].paragraphs
    for place in range(len(blocks) + 1):
        [version] = versions_of((*blocks[:place], head, *blocks[place:]))
        assert [
            paragraph for paragraph in version.paragraphs if paragraph.kind is not Kind.FURNITURE
        ] == list(plain)


def test_clauses_of_several_numbers_need_no_full_stop() -> None:
    found = version("Policy\n\n1.1.1 a documented policy;\n\n• 1.1.2 a procedure.\n\n3.1. Text of it.")
    assert [(p.kind, p.label) for p in found.paragraphs[1:]] == [
        (Kind.BODY, "1.1.1"),
        (Kind.ITEM, "1.1.2"),
        (Kind.BODY, "3.1"),
    ]


def test_number_and_letter_in_one_label() -> None:
    found = version("Решение\n\n12 а) просит одно;\n\nб) просит другое;\n\n12 bis. Постановляет.")
    assert [p.label for p in found.paragraphs[1:]] == ["12 (a)", "12 (b)", "12 bis"]


def test_brackets_below_a_number_are_its_items() -> None:
    found = version("Law\n\n3. The body:\n\n1) meets;\n\n2) acts:\n\nа) once;\n\n4. It ends.\n\n1) again.")
    assert [p.label for p in found.paragraphs[1:]] == ["3", "3 (1)", "3 (2)", "3 (2) (a)", "4", "4 (1)"]


def test_brackets_that_number_the_paragraphs_themselves_are_no_items() -> None:
    found = version("Law\n\n1) The body meets.\n\n2) It acts.")
    assert [(p.kind, p.label) for p in found.paragraphs[1:]] == [(Kind.BODY, "1"), (Kind.BODY, "2")]


@pytest.mark.parametrize(
    "heading",
    [
        "Article 5",
        "Статья 5. Принцип вины",
        "Глава II",
        "II. Mandate performance",
        "A. Overall",
        "Приложение",
    ],
)
def test_headings_that_say_what_they_head(heading: str) -> None:
    found = version(f"Treaty\n\n{heading}\n\nThe Parties shall meet.")
    assert [p.kind for p in found.paragraphs] == [Kind.TITLE, Kind.HEADING, Kind.BODY]


@pytest.mark.parametrize("text", ["Article 5 applies to all Parties.", "А. С. Пушкин", "Part of it,"])
def test_what_only_begins_as_such_a_heading_is_none(text: str) -> None:
    found = version(f"Treaty\n\nIt was said.\n\n{text}\n\nIt ends here.\n\nAnd here.")
    assert found.paragraphs[2].kind is not Kind.HEADING or not text.endswith((".", ","))


@pytest.mark.parametrize(
    "text",
    [
        "Организация должна:",
        "Новая политика:",
        "Комиссия, действуя в Вене,",
        "Training:",
        "Станция была закрыта,",
    ],
)
def test_a_noun_or_an_adjective_opens_no_preamble(text: str) -> None:
    assert not is_preambular(text)


@pytest.mark.parametrize(
    "text",
    [
        "ссылаясь на свою резолюцию 79/1,",
        "Признавая, что это так,",
        "вновь подтверждая свою приверженность, и",
        "рассмотрев доклад,",
        "Напоминая:",
        "считая необходимым действовать,",
        "Bearing in mind the report,",
        "Deeply concerned at the situation,",
        "Noting:",
    ],
)
def test_a_gerund_or_a_participle_opens_a_preambular_paragraph(text: str) -> None:
    assert is_preambular(text)


def test_lines_in_a_row_are_a_list_and_no_headings() -> None:
    found = version("Report\n\nIt was attended by:\n\nAustria\n\nBrazil\n\nChina\n\nDenmark\n\nIt was good.")
    assert [p.kind for p in found.paragraphs[2:6]] == [Kind.BODY] * 4


def test_the_last_line_heads_nothing() -> None:
    assert version("Report\n\nIt was good.\n\nThe Secretariat").paragraphs[-1].kind is Kind.BODY


def test_the_title_is_neither_the_items_heading_nor_the_sponsors() -> None:
    head = (
        "A/C.3/80/L.12\n\nGeneral Assembly\n\nEightieth session\n\nAgenda item 72\n\nPromotion of rights\n\n"
    )
    draft = (
        "Austria and Mexico: draft resolution\n\nRights in justice\n\nThe General Assembly,\n\n1. Decides."
    )
    assert masthead_of([version(head + draft)]).title == "Rights in justice"
    assert (
        masthead_of([version(head + "Report of the Committee\n\n1. It met.")]).title
        == "Report of the Committee"
    )


def test_what_a_document_is_gives_way_to_its_title() -> None:
    text = (
        "Draft resolution A/C.3/80/L.12\n\nRights in justice\n\nThe General Assembly,\n\n1. Decides to act."
    )
    assert masthead_of([version(text)]).title == "Rights in justice"


def test_running_heads_tell_the_symbol_that_the_cover_does_not() -> None:
    head = Block((Line("A/80/590"),), furniture=True)
    text = read_text(b"Report\n\nThe Assembly met in Vienna.", "text").blocks
    assert masthead_of(versions_of([*text, head])).symbol == "A/80/590"


def test_an_organ_named_after_its_preamble_is_the_chapeau() -> None:
    found = version(
        "Declaration\n\nPreamble\n\nWhereas it is so,\n\nWhereas it must be,\n\nThe General Assembly,\n\n"
        "Proclaims this.\n\nArticle 1\n\nEveryone has rights.\n\nArticle 2\n\n1. Everyone may act."
    )
    heads = [Kind.HEADING, Kind.PREAMBULAR, Kind.PREAMBULAR, Kind.CHAPEAU, Kind.OPERATIVE]
    articles = [Kind.HEADING, Kind.BODY, Kind.HEADING, Kind.BODY]
    assert [p.kind for p in found.paragraphs] == [Kind.TITLE, *heads, *articles]
