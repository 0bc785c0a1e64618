"""Whatever the layout, no letter is lost and no index leads nowhere."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.document import Kind, Version
from briefer.core.layout import Layout, Reading
from briefer.core.structure.build import masthead_of, versions_of
from briefer.core.structure.lines import Anchor, Block, Cell, Line

WORDS = (
    "Комиссия постановила принять доклад о мерах по контролю, Мы, Решили: Статья Пункт Содержание Приложение "
    "The Commission decided to adopt report on measures, We, Decided as follows: Article Item Contents "
    "General Assembly Генеральная Ассамблея / | – * ** ¹ ² [1] 1. 2. 3) (a) б) 12 1.1.1 E/CN.7/2025/1 "
    "A/80/590* 3 March 2025 https://www.un.org/a UNODC Original: English перевод "
    "Unofficial translation … 5\t7 ; . :"
).split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join) | st.text(max_size=12)
LINES = st.builds(Line, TEXTS, st.booleans(), st.none() | st.booleans())
CELLS = st.none() | st.builds(Cell, st.integers(0, 2), st.integers(0, 3), st.integers(0, 3), st.booleans())
BLOCKS = st.builds(
    Block,
    lines=st.lists(LINES, max_size=3).map(tuple),
    heading=st.none() | st.integers(1, 3),
    page=st.none() | st.integers(1, 3),
    furniture=st.sampled_from([False, False, False, True]),
    cell=CELLS,
    column=st.none() | st.integers(0, 2),
    links=st.lists(st.builds(Anchor, TEXTS, st.sampled_from(["https://un.org", "x:y"])), max_size=1).map(
        tuple
    ),
)
READINGS = st.builds(
    Reading,
    st.sampled_from(Layout),
    st.sampled_from([(), ("ru",), ("ru", "en"), ("en", "ru"), ("en", "fr")]),
)


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalpha() and not _raised(character))


def _raised(character: str) -> bool:
    return character in "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖᵛˣªº"


def check_shape(version: Version) -> None:
    for paragraph in version.paragraphs:
        assert paragraph.text == paragraph.text.strip(" \t") or paragraph.kind is Kind.FURNITURE
        for note in paragraph.notes:
            assert 0 <= note.at <= len(paragraph.text)
            if note.paragraph is not None:
                footnote = version.paragraphs[note.paragraph]
                assert (footnote.kind, footnote.label) == (Kind.FOOTNOTE, note.mark)
        ends = [0]
        for link in paragraph.links:
            assert ends[-1] <= link.span.start < link.span.end <= len(paragraph.text)
            assert link.target.startswith(("https://", "http://", "mailto:"))
            ends.append(link.span.end)


@settings(max_examples=300)
@given(st.lists(BLOCKS, max_size=14), READINGS)
def test_no_letter_is_lost_in_any_layout(blocks: list[Block], reading: Reading) -> None:
    versions = versions_of(blocks, reading)
    assert 1 <= len(versions) <= 2
    assert len({version.language for version in versions}) == len(versions)
    kept: Counter[str] = Counter()
    for version in versions:
        check_shape(version)
        for paragraph in version.paragraphs:
            kept += letters(f"{paragraph.label or ''} {paragraph.text}")
    masthead_of(versions)
    missing = letters("".join(line.text for block in blocks for line in block.lines)) - kept
    assert set(missing) <= {"б"}  # a label has its Latin form
