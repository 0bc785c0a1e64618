"""RTF files as blocks of lines: what a reader sees, and nothing else."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.errors import EncodingUnknown, FileDamaged, FileEmpty, FileError
from briefer.core.structure.lines import Anchor, Block, Cell
from briefer.formats.registry import read
from briefer.formats.request import ReadOptions
from tests.layouts import SHEETS
from tests.layouts_rtf import HEAD, body_of, rtf, rtf_of
from tests.unit.formats.pairs import assert_eighteen_pairs
from tests.unit.formats.word.specimens import texts

RUSSIAN = "Генеральная Ассамблея постановляет рассмотреть этот вопрос на следующей сессии."


def blocks(body: str) -> tuple[Block, ...]:
    return read("a.rtf", rtf(body)).blocks


def found(body: str) -> list[list[str]]:
    return texts(blocks(body))


@pytest.mark.parametrize("unicode", [False, True], ids=["code page", "Unicode"])
@pytest.mark.parametrize("layout", SHEETS)
def test_eighteen_pairs_come_out_of_every_layout(layout: str, unicode: bool) -> None:
    assert_eighteen_pairs(read("a.rtf", rtf_of(SHEETS[layout](), unicode)).blocks)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("one\ntwo\\line three", [["onetwo", "three"]]),
        (r"a\tab b\~c\_d\-e\emdash f", [["a\tb\u00a0c\u2011d\u00ade—f"]]),
        (r"\{a\}\\", [["{a}\\"]]),
        (r"\'c0\'c1", [["АБ"]]),
        (r"{\f2\'b3}\'b3", [["łі"]]),
        (r"\u1040?\u1041\'3f", [["АБ"]]),
        (r"{\uc2\u1040 ab\u1041\'3f\'3f}\u1042x!", [["АБВ!"]]),
        (r"{\uc0\u1040 1}", [["А1"]]),
        (r"\u-10179?\u-8704?", [["😀"]]),
        (r"{\f1 \'b7} a", [["• a"]]),
        (r"\u-3913? a", [["• a"]]),
        (r"a{\v x}{\deleted x}{\v0 b}", [["ab"]]),
        (r"a{\*\unknown x{y}z}{\pict 0ff0}{\info{\title x}}{\*\bkmkstart x}b", [["ab"]]),
        ("a{\\pict\\bin5 {{}}}}b", [["ab"]]),
        ("a\\bin3 {{{b", [["ab"]]),
        (r"m{\super 2}{\super x}{\super\nosupersub 3}", [["m²x3"]]),
        (r"{\upr{ASCII}{\*\ud{\u1040?}}}", [["А"]]),
        (r"{\object\objemb{\*\objdata 00ff}{\result shown}}", [["shown"]]),
        (r"a{\*\annotation x\par}b{\xe x}", [["ab"]]),
        (r"a{\shp{\*\shpinst{\sp{\sn x}{\sv x}}{\shptxt boxed\par}}}b", [["ab"], ["boxed"]]),
    ],
)
def test_the_text_is_what_a_reader_sees(inside: str, expected: list[list[str]]) -> None:
    assert found(rf"\pard {inside}\par end\par") == [*expected, ["end"]]


def test_bold_lines_headings_and_titles_are_told() -> None:
    made = blocks(
        r"\pard{\b all}\line\b all\b0\line in {\b part}\par\pard\s1 One\par\pard\s2 Two\par\pard\s3 Title\par"
        r"\pard\outlinelevel2 Three\par\pard\outlinelevel9 Text\par"
    )
    assert [block.heading for block in made] == [None, 1, 2, None, 3, None]
    strong = [line.strong for block in made for line in block.lines]
    assert strong == [True, True, False, True, True, True, True, False]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (r"{\listtext\pard\plain 1.\tab}", "1. a"),
        (r"{\pntext\f0 (a)\tab}", "(a) a"),
        (r"{\listtext\'e0)\tab}", "а) a"),
        (r"{\listtext\pard\plain\f1\'b7\tab}", "• a"),
        (r"{\listtext o\tab}", "• a"),
        (r"{\*\pn\pnlvlbody{\pntxta .}}", "a"),
    ],
)
def test_items_have_the_labels_that_were_written_for_them(label: str, expected: str) -> None:
    assert found(rf"\pard{label}a\par") == [[expected]]


def test_cells_know_their_place() -> None:
    made = blocks(
        r"before\par\trowd\trhdr\cellx1\cellx2\pard\intbl ru\cell en\cell\row"
        r"\trowd\cellx1\cellx2\pard\intbl a\par b\cell\cell\row"
        r"\trowd\cellx1\cellx2\pard\intbl\cell c\cell\row\pard after\par"
        r"\trowd\pard\intbl x\cell y\cell\row\trowd\pard\intbl z\cell\cell\row"
    )
    assert [(block.lines[0].text, block.cell) for block in made] == [
        ("before", None), ("ru", Cell(0, 0, 0, True)), ("en", Cell(0, 0, 1, True)),
        ("a", Cell(0, 1, 0)), ("b", Cell(0, 1, 0)), ("c", Cell(0, 2, 1)), ("after", None),
        ("x", Cell(1, 0, 0)), ("y", Cell(1, 0, 1)), ("z", Cell(1, 1, 0)),
    ]  # fmt: skip


def test_a_table_inside_a_cell_is_one_of_its_own() -> None:
    inner = (
        r"\pard\intbl\itap2 i\nestcell j\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}"
        r"\pard\intbl\itap2 k\nestcell l\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}"
    )
    made = blocks(
        rf"\trowd\pard\intbl {RUSSIAN}\cell The General Assembly decides.\cell\row"
        rf"\trowd\pard\intbl before\par{inner}\pard\intbl\cell after\cell\row"
    )
    cells = [(block.cell.table, block.cell.row, block.cell.column) for block in made if block.cell]
    assert cells == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (1, 0, 0), (1, 0, 1), (1, 1, 0), (1, 1, 1), (0, 1, 1)]


def test_notes_come_last_with_their_marks() -> None:
    note = r"{{\super\chftn}}{{\footnote{0}\pard\plain{{\super\chftn}} {1}\par more}}"
    first, second = note.format("", "first"), note.format("", "second")
    end = note.format(r"\ftnalt", "end")
    typed = r"{\super *}{\footnote * typed}"
    body = rf"\aftnnrlc A{first} on\par B{end}\par C{second}\par D{typed}\par"
    assert found(body) == [
        ["A¹ on"], ["Bⁱ"], ["C²"], ["D*"],
        ["¹ first", "more"], ["² second", "more"], ["* typed"], ["ⁱ end", "more"],
    ]  # fmt: skip


def test_heads_and_feet_are_furniture_but_a_title_pages_head_is_text() -> None:
    made = blocks(
        r"\sectd\titlepg{\headerf A/80/1\par}{\header Running head\par}{\footer{\field{\*\fldinst PAGE}"
        r"{\fldrslt 7}}\par}Text\par\sect\sectd{\header Running head\par}More\par"
    )
    assert [(block.lines[0].text, block.furniture) for block in made] == [
        ("A/80/1", False),
        ("Text", False),
        ("More", False),
        ("Running head", True),
    ]


def test_links_are_kept_when_they_lead_to_an_address() -> None:
    link = r'{{\field{{\*\fldinst{{HYPERLINK "{}" }}}}{{\fldrslt{{\ul {}}}}}}}'
    [block] = blocks(
        f"See {link.format('https://un.org/a', 'the page')}, {link.format('x.doc', 'x')} now\\par"
    )
    assert block.lines[0].text == "See the page, x now"
    assert block.links == (Anchor("the page", "https://un.org/a"),)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (r"{\rtf1\ansi\ansicpg1251 ", "cp1251"),
        (r"{\rtf1\ansi\deff0{\fonttbl{\f0\fcharset204 A;}}", "cp1251"),
        (r"{\rtf1\ansi\ansicpg10007 ", "mac_cyrillic"),
        (r"{\rtf1\ansi\ansicpg65001 ", "utf-8"),
        (r"{\rtf1\ansi\ansicpg1252 ", "cp1251"),
    ],
)
def test_bytes_are_in_the_encoding_of_their_font_or_of_the_file(head: str, encoding: str) -> None:
    written = head.encode() + (RUSSIAN * 2).encode(encoding) + b"}"
    assert texts(read("a.rtf", written).blocks) == [[RUSSIAN * 2]]


def test_an_encoding_that_was_guessed_is_told() -> None:
    written = rb"{\rtf1\ansi\ansicpg1252 " + (RUSSIAN * 2).encode("cp1251") + b"}"
    assert read("a.rtf", written).repairs == ("encoding-guessed",)


def test_the_encoding_that_is_asked_for_overrules() -> None:
    written = rb"{\rtf1\ansi\ansicpg1252 " + "ёж".encode("koi8-r") + b"}"
    assert texts(read("a.rtf", written, ReadOptions(encoding="koi8-r")).blocks) == [["ёж"]]
    with pytest.raises(EncodingUnknown):
        read("a.rtf", written, ReadOptions(encoding="no such"))


@pytest.mark.parametrize("name", ["a.rtf", "a.doc", "a.txt", "a.pdf"])
def test_the_format_is_told_by_content_not_by_name(name: str) -> None:
    assert read(name, rtf("a")).format == "rtf"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (rtf_of(SHEETS["as a table of pairs"]())[:-200] + b"{{", FileDamaged),
        (b"{\\rtf1" + b"{" * 100_000, FileDamaged),
        (b"{\\rtf1" + b"{\\b" * 100_000 + b"}" * 100_001, FileDamaged),
        (rtf(r"{\pict 00}"), FileEmpty),
        (HEAD.encode(), FileEmpty),
    ],
    ids=["cut short", "braces", "nested groups", "a picture", "a head"],
)
def test_a_file_that_cannot_be_read_is_told(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read("a.rtf", data)


def test_what_follows_the_last_brace_is_no_text() -> None:
    assert texts(read("a.rtf", rtf("a") + b"\0\0 {more}}").blocks) == [["a"]]


def test_deep_groups_that_are_passed_over_hurt_nobody() -> None:
    assert found("a{\\*\\unknown" + "{" * 50_000 + "}" * 50_000 + "}b") == [["ab"]]


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_damaged_files_give_an_answer_or_say_that_they_are_damaged(data: st.DataObject) -> None:
    body = body_of(SHEETS["as a table of pairs"](), unicode=True)[:6000] + body_of(
        SHEETS["with automatic numbers"]()
    )
    whole = bytearray(rtf(body + r"{\footnote x{\field{\*\fldinst HYPERLINK y}{\fldrslt z}}}"))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(6, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(FileError):
        read("a.rtf", bytes(whole[: data.draw(st.integers(7, len(whole)))]))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            r"{ }"
            r" \par \cell \row \trowd \intbl \itap2 \nestcell \nestrow \footnote \chftn \header"
            r" \shptxt \field \fldrslt \fldinst \* \pard \plain \u1040 \uc9 \'e0 \listtext \v \stylesheet"
            r" \s1 \cs1 \fonttbl \f3 \fcharset2 \bin9 \upr \ud \deleted \line \sectd \titlepg \headerf"
            r" \object"
            r" \result word".split()
        ),
        max_size=60,
    )
)
def test_words_in_any_order_hurt_nobody(words: list[str]) -> None:
    with contextlib.suppress(FileError):
        read("a.rtf", ("{\\rtf1 " + " ".join(words)).encode())
