"""What is what in texts other than the session document."""

from __future__ import annotations

import pytest

from briefer.core.document import Kind, Version
from briefer.core.structure.build import masthead_of, versions_of
from briefer.core.structure.kinds import without_marks
from briefer.core.structure.lines import Block, Line
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
    assert kinds[:8] == [Kind.MASTHEAD] * 8
    assert kinds[8:] == [Kind.TITLE, Kind.CHAPEAU, Kind.PREAMBULAR, Kind.PREAMBULAR, *operative]
    labels = [paragraph.label for paragraph in found.paragraphs[10:]]
    assert labels == ["PP1", "PP2", "1", "1 (a)", "1 (b)", "1 (b) (i)", "1 (b) (ii)", "2"]


def test_a_resolutions_masthead_tells_symbol_session_and_item() -> None:
    masthead = masthead_of([version(RESOLUTION)])
    assert (masthead.symbol, masthead.organ) == ("A/RES/79/180", "General Assembly")
    assert (masthead.session, masthead.agenda_item, masthead.distribution) == ("79", "71 (b)", "general")


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


def test_a_text_of_one_sentence_is_body() -> None:
    assert [p.kind for p in version("One sentence, and no more.").paragraphs] == [Kind.BODY]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("повестки дня*", "повестки дня"),
        ("Государств (СНГ)**", "Государств (СНГ)"),
        ("the agenda*, as issued", "the agenda, as issued"),
        ("E/CN.7/2025/L.4*", "E/CN.7/2025/L.4*"),
        ("2 * 3", "2 * 3"),
    ],
)
def test_footnote_marks_leave_the_text_and_a_symbols_asterisk_stays(text: str, shown: str) -> None:
    assert without_marks(text) == shown


def test_furniture_takes_no_part_in_telling_what_the_rest_is() -> None:
    blocks = read_text(RESOLUTION.encode(), "text").blocks
    head = Block((Line("A/RES/79/180", filled=False),), page=2, furniture=True)
    plain = versions_of(blocks)[0].paragraphs
    for place in range(len(blocks) + 1):
        [version] = versions_of((*blocks[:place], head, *blocks[place:]))
        assert [
            paragraph for paragraph in version.paragraphs if paragraph.kind is not Kind.FURNITURE
        ] == list(plain)
