"""OpenDocument texts as blocks of lines: what a reader sees, and nothing else."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.errors import FileDamaged, FileEmpty, FileError, FileProtected, FormatUnsupported
from briefer.core.structure.lines import Anchor, Block, Cell
from briefer.formats.registry import read
from tests.layouts import SHEETS
from tests.layouts_odt import MIME, body_of, flat_odt, odt_of, zipped_odt
from tests.unit.formats.pairs import assert_eighteen_pairs
from tests.unit.formats.word.specimens import texts, zipped


def blocks(body: str, **parts: str) -> tuple[Block, ...]:
    return read("a.odt", zipped_odt(body, **parts)).blocks


def found(body: str, **parts: str) -> list[list[str]]:
    return texts(blocks(body, **parts))


@pytest.mark.parametrize("layout", SHEETS)
def test_eighteen_pairs_come_out_of_every_layout(layout: str) -> None:
    assert_eighteen_pairs(read("a.odt", odt_of(SHEETS[layout]())).blocks)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("one\n  two <text:span>three</text:span>", [["one two three"]]),
        ("a<text:line-break/>b<text:tab/>c", [["a", "b\tc"]]),
        ('a<text:s text:c="3"/>b', [["a b"]]),
        ("a<office:annotation><text:p>x</text:p></office:annotation>b", [["ab"]]),
        ('a<text:span text:style-name="Hidden">x</text:span>b', [["ab"]]),
        ('<text:hidden-text text:is-hidden="true">x</text:hidden-text>a', [["a"]]),
        ('m<text:span text:style-name="Raised">2</text:span>', [["m²"]]),
        ("<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>",
         [["字"]]),
        ("a <text:title>Paper</text:title>", [["a Paper"]]),
        ('<text:hidden-paragraph text:is-hidden="true"/>x', []),
        (
            "a<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box><svg:title>x</svg:title>"
            "</draw:frame>b",
            [["ab"], ["boxed"]],
        ),
        ("a<draw:custom-shape><text:p>shape</text:p></draw:custom-shape>", [["a"], ["shape"]]),
    ],
)  # fmt: skip
def test_the_text_is_what_a_reader_sees(inside: str, expected: list[list[str]]) -> None:
    assert found(f"<text:p>{inside}</text:p><text:p>end</text:p>") == [*expected, ["end"]]


def test_deletions_are_no_text_and_insertions_are() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>gone</text:p>'
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = '<text:p>a<text:change text:change-id="c"/>b<text:change-start text:change-id="d"/>c</text:p>'
    assert found(changes + body) == [["abc"]]


def test_bold_lines_headings_and_titles_are_told() -> None:
    made = blocks(
        '<text:p text:style-name="Strong">a<text:line-break/>b</text:p>'
        '<text:p><text:span text:style-name="Bold">all</text:span></text:p>'
        '<text:p>in <text:span text:style-name="Bold">part</text:span></text:p>'
        '<text:h text:outline-level="2">Head</text:h><text:p text:style-name="P1">Title</text:p>',
        automatic='<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>',
        styles='<style:style style:name="Title" style:family="paragraph"/>'
        '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/>'
        '</style:style><style:style style:name="Strong" style:family="paragraph">'
        '<style:text-properties fo:font-weight="700"/></style:style>',
    )
    assert [line.strong for block in made for line in block.lines] == [True, True, True, False, True, True]
    assert [block.heading for block in made] == [None, None, None, 2, None]


def item(*inside: str, start: str = "") -> str:
    given = f' text:start-value="{start}"' if start else ""
    return f"<text:list-item{given}>{''.join(inside)}</text:list-item>"


def listed(*items: str, style: str = "Numbers", more: str = "") -> str:
    return f'<text:list text:style-name="{style}" {more}>{"".join(items)}</text:list>'


def words(text: str) -> str:
    return f"<text:p>{text}</text:p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (listed(item(words("a")), item(words("b"))), ["1. a", "2. b"]),
        (listed(item(words("a"), words("more"))), ["1. a", "more"]),
        (
            listed(item(words("a"), listed(item(words("b")), item(words("c")), style=""))),
            ["1. a", "(a) b", "(b) c"],
        ),
        (listed(item(words("a")), item(listed(item(listed(item(words("b"))))))), ["1. a", "1.a.1. b"]),
        (listed(item(words("a"))) + listed(item(words("b"))), ["1. a", "1. b"]),
        (
            listed(item(words("a")))
            + words("between")
            + listed(item(words("b")), more='text:continue-numbering="true"'),
            ["1. a", "between", "2. b"],
        ),
        (
            listed(item(words("a")), more='xml:id="one"')
            + listed(item(words("b")))
            + listed(item(words("c")), more='text:continue-list="one"'),
            ["1. a", "1. b", "2. c"],
        ),
        (listed(item(words("a"), start="7"), item(words("b"))), ["7. a", "8. b"]),
        (
            listed(f"<text:list-header>{words('head')}</text:list-header>", item(words("a"))),
            ["head", "1. a"],
        ),
        (listed(item(words("a")), style="Dots"), ["• a"]),
        (listed(item(words("a")), style="Unknown"), ["a"]),
    ],
)  # fmt: skip
def test_items_have_the_numbers_of_their_lists(body: str, expected: list[str]) -> None:
    assert [text for [text] in found(body)] == expected


def test_headings_have_the_numbers_of_the_outline_unless_their_style_refuses_them() -> None:
    outline = (
        "<text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
        '<style:style style:name="Bare" style:family="paragraph" style:list-style-name=""/>'
    )
    body = (
        '<text:h text:outline-level="1">a</text:h><text:h text:outline-level="2">b</text:h>'
        '<text:h text:outline-level="1" text:style-name="Bare">c</text:h>'
        '<text:h text:outline-level="1">d</text:h>'
    )
    assert [text for [text] in found(body, styles=outline)] == ["I. a", "I.1 b", "c", "II. d"]


def test_cells_know_their_place() -> None:
    cell, covered = "<table:table-cell>{}</table:table-cell>", "<table:covered-table-cell/>"
    row = "<table:table-row>{}</table:table-row>"
    head = row.format(cell.format(words("ru")) + cell.format(words("en")))
    rows = [
        cell.format(words("а") + words("б")) + cell.format(words("b")),
        cell.format(words("оба")) + covered,
        covered + cell.format(words("c")),
    ]
    made = blocks(
        "<table:table><table:table-header-rows>"
        + head
        + "</table:table-header-rows>"
        + "".join(map(row.format, rows))
        + "</table:table><text:p>after</text:p>"
    )
    assert [(block.lines[0].text, block.cell) for block in made] == [
        ("ru", Cell(0, 0, 0, True)), ("en", Cell(0, 0, 1, True)),
        ("а", Cell(0, 1, 0)), ("б", Cell(0, 1, 0)), ("b", Cell(0, 1, 1)),
        ("оба", Cell(0, 2, 0)), ("c", Cell(0, 3, 1)), ("after", None),
    ]  # fmt: skip


def test_notes_come_last_with_their_marks() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>{0}</text:note-citation>'
        "<text:note-body><text:p>{1}</text:p><text:p>more</text:p></text:note-body></text:note>"
    )
    body = (
        f"<text:p>A{note.format(1, 'first')} goes on</text:p><text:p>B{note.format('*', 'second')}</text:p>"
    )
    assert found(body) == [["A¹ goes on"], ["B*"], ["¹ first", "more"], ["* second", "more"]]


def test_heads_and_feet_are_furniture_but_a_title_pages_head_is_text() -> None:
    master = (
        '<style:master-page style:name="First" style:next-style-name="Standard">'
        "<style:header><text:p>A/80/1</text:p></style:header></style:master-page>"
        '<style:master-page style:name="Standard"><style:header><text:p>Running head</text:p></style:header>'
        "<style:footer><text:p><text:page-number>7</text:page-number></text:p></style:footer>"
        "</style:master-page>"
        '<style:master-page style:name="Unused"><style:header><text:p>x</text:p></style:header>'
        "</style:master-page>"
    )
    automatic = '<style:style style:name="P1" style:family="paragraph" style:master-page-name="First"/>'
    made = blocks(
        '<text:p text:style-name="P1">Text</text:p><text:p>More</text:p>', automatic=automatic, master=master
    )
    assert [(block.lines[0].text, block.furniture) for block in made] == [
        ("A/80/1", False),
        ("Text", False),
        ("More", False),
        ("Running head", True),
    ]


def test_links_are_kept_when_they_lead_to_an_address() -> None:
    body = (
        '<text:p>See <text:a xlink:href="https://un.org/a">the page</text:a>, '
        '<text:a xlink:href="#x">x</text:a></text:p>'
    )
    assert blocks(body)[0].links == (Anchor("the page", "https://un.org/a"),)


def test_a_hidden_section_is_no_text() -> None:
    hidden = '<text:section text:display="none"><text:p>x</text:p></text:section>'
    assert found(hidden + "<text:section><text:p>a</text:p></text:section>") == [["a"]]


def test_a_flat_file_is_read_under_any_name() -> None:
    parsed = read("a.xml", flat_odt("<text:p>слово</text:p>"))
    assert (parsed.format, texts(parsed.blocks)) == ("fodt", [["слово"]])


@pytest.mark.parametrize("name", ["a.odt", "a.docx", "a.pdf", "a"])
def test_the_format_is_told_by_content_not_by_name(name: str) -> None:
    assert read(name, zipped_odt(words("a"))).format == "odt"


def test_a_protected_file_is_told() -> None:
    with pytest.raises(FileProtected):
        blocks(words("a"), manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")


def test_a_spreadsheet_is_named() -> None:
    with pytest.raises(FormatUnsupported) as caught:
        read("a.odt", zipped({"mimetype": MIME.replace("text", "spreadsheet"), "content.xml": "<a/>"}))
    assert caught.value.params["format"] == "ODS"


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    prolog = f'<!DOCTYPE x [<!ENTITY out SYSTEM "{secret.as_uri()}">]>'
    assert "secret" not in str(blocks(words("a&out;"), prolog=prolog))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (odt_of(SHEETS["as a table of pairs"]())[:-2000], FileDamaged),
        (zipped({"mimetype": MIME, "content.xml": "<a>"}), FileDamaged),
        (zipped({"mimetype": MIME, "content.xml": "<a/>"}), FileDamaged),
        (zipped_odt("<text:section>" * 300 + "</text:section>" * 300), FileDamaged),
        (zipped_odt("<text:p/>"), FileEmpty),
    ],
    ids=["cut short", "broken markup", "no text", "too deep", "empty"],
)
def test_a_file_that_cannot_be_read_is_told(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read("a.odt", data)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_markup_gives_an_answer_or_says_that_it_is_damaged(data: st.DataObject) -> None:
    whole = bytearray(flat_odt(body_of(SHEETS["with automatic numbers"]())))
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(FileError):
        read("a.fodt", bytes(whole))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damaged_zips_give_an_answer_or_say_that_they_are_damaged(data: st.DataObject) -> None:
    whole = bytearray(zipped_odt(words("a") * 20))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(FileError):
        read("a.odt", bytes(whole[: data.draw(st.integers(1, len(whole)))]))
