"""However two languages stand in a file, the same eighteen pairs come out."""

from __future__ import annotations

import pytest

from briefer.app.composing import document_of
from briefer.core.document import Document, Kind
from briefer.core.layout import Layout, Reading
from briefer.core.structure.build import versions_of
from briefer.formats.text import read_text
from tests.specimens import PAIRS, session_text, taking_turns
from tests.unit.core.structure import laid_out
from tests.unit.core.structure.laid_out import LAYOUTS

ASKED = {
    "alternating with a cover": Layout.ALTERNATING,
    "table with a cover": Layout.TABLE,
    "table with numbers": Layout.TABLE,
    "slashes with a cover": Layout.INLINE,
    "line breaks": Layout.INLINE,
    "columns with a cover": Layout.COLUMNS,
}
ASIDE = {Kind.MASTHEAD, Kind.FOOTNOTE}


def check_pairs(found: Document) -> None:
    assert found.languages == ("ru", "en")
    russian, english = found.versions
    assert found.bitext is not None
    beads = [bead for bead in found.bitext.beads if bead.matched]
    matched = [
        (russian.paragraphs[bead.left[0]].text, english.paragraphs[bead.right[0]].text)
        for bead in beads
        if russian.paragraphs[bead.left[0]].kind not in {Kind.MASTHEAD, Kind.CELL}
    ]
    assert len(matched) == len(PAIRS)
    for pair, beginnings in zip(matched, PAIRS, strict=True):
        assert all(text.startswith(start) for text, start in zip(pair, beginnings, strict=True))
    labels = [english.paragraphs[bead.right[0]].label for bead in beads]
    assert labels[-6:] == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_eighteen_pairs_come_out_of_every_layout(layout: str) -> None:
    check_pairs(document_of([], versions_of(LAYOUTS[layout]())).document)


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if "cover" in name])
def test_the_english_lines_of_a_russian_cover_stay_on_it(layout: str) -> None:
    russian, english = versions_of(LAYOUTS[layout]())
    cover = [p.text for p in russian.paragraphs if p.kind is Kind.MASTHEAD]
    assert "3 March 2025" in cover
    assert "Original: Russian and English only" in cover
    assert english.paragraphs[0].kind is Kind.TITLE


def test_versions_that_take_turns_need_not_be_of_one_length() -> None:
    russian, english = versions_of(laid_out.alternating_with_more_in_russian())
    bodies = [[p for p in version.paragraphs if p.kind not in ASIDE] for version in (russian, english)]
    assert [len(body) for body in bodies] == [20, 18]


@pytest.mark.parametrize("layout", ASKED)
def test_a_layout_that_was_found_may_be_said_as_well(layout: str) -> None:
    check_pairs(document_of([], versions_of(LAYOUTS[layout](), Reading(ASKED[layout]))).document)


@pytest.mark.parametrize("languages", [(), ("ru", "en")])
def test_one_version_after_the_other_may_be_said_as_well(languages: tuple[str, ...]) -> None:
    blocks = read_text(session_text().encode(), "text").blocks
    check_pairs(document_of([], versions_of(blocks, Reading(Layout.SEQUENTIAL, languages))).document)


def test_a_file_in_two_languages_may_be_read_as_one_version() -> None:
    blocks = read_text(taking_turns().encode(), "text").blocks
    [version] = versions_of(blocks, Reading(Layout.SINGLE, ("en",)))
    assert version.language == "en"
    assert len(version.paragraphs) == 36


@pytest.mark.parametrize("layout", Layout)
def test_which_part_is_which_may_be_said(layout: Layout) -> None:
    """The left column, or what stands first, is the first language that was named."""
    found = versions_of(laid_out.table(english_first=True), Reading(layout, ("uk", "de")))
    by_language = {version.language: version.paragraphs[-1].text for version in found}
    if layout in {Layout.AUTO, Layout.TABLE}:
        assert by_language["uk"].startswith("To continue the exchange")
        assert by_language["de"].startswith("Продолжить обмен")
    assert set(by_language) <= {"uk", "de"}


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("languages", [(), ("ru",), ("ru", "en"), ("en", "fr")])
@pytest.mark.parametrize("text", ["", "Один.", "12", "One.\n\nTwo.", "Один.\n\nTwo."])
def test_a_layout_that_the_file_does_not_bear_fails_nothing(
    layout: Layout, languages: tuple[str, ...], text: str
) -> None:
    blocks = read_text(text.encode(), "text").blocks if text else ()
    found = versions_of(blocks, Reading(layout, languages))
    assert sum(len(version.paragraphs) for version in found) == len(blocks)


def test_two_languages_in_the_same_letters_are_parted_when_they_are_named() -> None:
    english = "The Commission decided to consider this question at its next session."
    french = "La Commission a décidé d'examiner cette question à sa prochaine session dans la ville."
    blocks = [laid_out.block(text) for text in (english, english, french, french)]
    found = versions_of(blocks, Reading(Layout.SEQUENTIAL, ("en", "fr")))
    assert [(version.language, len(version.paragraphs)) for version in found] == [("en", 2), ("fr", 2)]
    turning = versions_of([*blocks[1:3], *blocks[1:3]], Reading(Layout.ALTERNATING, ("en", "fr")))
    assert [(version.language, len(version.paragraphs)) for version in turning] == [("en", 2), ("fr", 2)]
