"""Web pages as blocks of lines: what a reader sees, and nothing else."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer.core.errors import FileEmpty, FileError
from briefer.core.structure.lines import Anchor, Block, Cell
from briefer.formats.registry import read
from briefer.formats.request import ReadOptions
from tests.layouts import SHEETS
from tests.layouts_html import html_of, markup_of, page
from tests.unit.formats.pairs import assert_eighteen_pairs
from tests.unit.formats.word.specimens import texts

RUSSIAN = "Генеральная Ассамблея постановляет рассмотреть этот вопрос на следующей сессии."


def blocks(body: str) -> tuple[Block, ...]:
    return read("a.html", page(body)).blocks


def found(body: str) -> list[list[str]]:
    return texts(blocks(body))


@pytest.mark.parametrize("layout", SHEETS)
def test_eighteen_pairs_come_out_of_every_layout(layout: str) -> None:
    assert_eighteen_pairs(read("a.html", html_of(SHEETS[layout]())).blocks)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>one\n  two</p>three<div>four<p>five", [["one two"], ["three"], ["four"], ["five"]]),
        ("<p>a<br>b<br/>c</p>", [["a", "b", "c"]]),
        ("a<br><br>b<br>&nbsp;<br>c", [["a"], ["b"], ["c"]]),
        ("<p>a<script>x</script><style>x</style><!-- x -->b<template>x</template></p>", [["ab"]]),
        ('<p>a<span style="display: none">x</span><i hidden>x</i> b<del>x</del></p>', [["a b"]]),
        ("<p>a<select><option>x</select><button>x</button><textarea>x</textarea></p>", [["a"]]),
        ("<pre>one\n  two\n\nthree</pre>", [["one", "two"], ["three"]]),
        ("<dl><dt>term<dd>meaning</dl>", [["term"], ["meaning"]]),
        ("<p>10<sup>3</sup> m<sup>2</sup>, 1<sup>st</sup></p>", [["10³ m², 1st"]]),
        ("<p>He said <q>no</q>.</p>", [["He said “no”."]]),
        ("<p>soft\u00adly a\u200bb</p>", [["soft\u00adly ab"]]),
        ("<ruby>字<rp>(</rp><rt>x</rt></ruby>", [["字"]]),
        ('<span style="display:block">a</span>b', [["a"], ["b"]]),
    ],
)
def test_the_text_is_what_a_reader_sees(body: str, expected: list[list[str]]) -> None:
    assert found(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
        ("<ol start=4><li>a<li value=9>b<li>c</ol>", ["4. a", "9. b", "10. c"]),
        ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
        ("<ol><li>a<ol type=a><li>b<li>c<ol type=i><li>d</ol></ol><li>e</ol>",
         ["1. a", "a) b", "b) c", "i) d", "2. e"]),
        ('<ol style="list-style-type: lower-roman"><li>a</ol>', ["i) a"]),
        ("<ul><li>a<li><p>b<p>c</ul>", ["• a", "• b", "c"]),
        ('<ul style="list-style: none"><li>a</ul>', ["a"]),
        ("<ol><li>7. a<li>(b) c</ol>", ["7. a", "(b) c"]),
        ("<ul><li>1.2. a</ul>", ["1.2. a"]),
        ("<li>a", ["a"]),
    ],
)  # fmt: skip
def test_items_have_the_numbers_that_a_browser_gives_them(body: str, expected: list[str]) -> None:
    assert [text for [text] in found(body)] == expected


def test_headings_and_bold_lines_are_told() -> None:
    made = blocks('<h2>Head</h2><p><b>all</b> <strong>bold</strong><br>in <b>part</b></p><p role="heading">x')
    assert [block.heading for block in made] == [2, None, 2]
    assert [line.strong for block in made for line in block.lines] == [True, True, False, True]


def test_cells_know_their_place_and_spans_are_counted() -> None:
    made = blocks(
        "<table><tr><th>№<th>ru<th>en<tr><td rowspan=2>1<td>а<p>б<td>a<tr><td>в<td>c"
        "<tr><td colspan=2>г<td>d</table><p>after"
    )
    assert [(block.lines[0].text, block.cell) for block in made] == [
        ("№", Cell(0, 0, 0, True)), ("ru", Cell(0, 0, 1, True)), ("en", Cell(0, 0, 2, True)),
        ("1", Cell(0, 1, 0)), ("а", Cell(0, 1, 1)), ("б", Cell(0, 1, 1)), ("a", Cell(0, 1, 2)),
        ("в", Cell(0, 2, 1)), ("c", Cell(0, 2, 2)),
        ("г", Cell(0, 3, 0)), ("d", Cell(0, 3, 2)),
        ("after", None),
    ]  # fmt: skip


def test_a_table_that_arranges_the_page_is_none() -> None:
    inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    made = blocks(f"<table><tr><td>menu<td><p>text{inner}<tr><td>x<td>y</table>")
    assert {block.lines[0].text for block in made if block.cell} == {"a", "b", "c", "d"}
    assert blocks('<table role="presentation"><tr><td>a<td>b<tr><td>c<td>d</table>')[0].cell is None
    assert blocks("<table><tr><td>a<tr><td>b</table>")[0].cell is None


def test_two_languages_in_one_row_are_a_table() -> None:
    made = blocks(f"<table><tr><td><p>{RUSSIAN}<p>{RUSSIAN}<td><p>The General Assembly decides.</table>")
    assert [block.cell and block.cell.column for block in made] == [0, 0, 1]


def test_menus_heads_and_feet_are_furniture_and_not_lost() -> None:
    links = "".join(f'<li><a href="/p{n}">Page {n}</a>' for n in range(5))
    made = blocks(
        f"<nav>Home</nav><header><h1>Title</h1></header><ul>{links}</ul><p>The text of the page."
        '<aside>beside</aside><div class="site-footer">foot</div><footer>© 2025</footer>'
    )
    apart = [block.lines[0].text for block in made if block.furniture]
    assert [block.lines[0].text for block in made if not block.furniture] == [
        "Title",
        "The text of the page.",
    ]
    assert apart[0] == "Home"
    assert apart[-3:] == ["beside", "foot", "© 2025"]
    assert len(apart) == 9


def test_a_page_of_nothing_but_a_menu_is_text() -> None:
    assert not any(block.furniture for block in blocks("<nav><p>one<p>two</nav>"))


def test_a_preamble_in_a_header_is_text() -> None:
    assert not blocks(f"<body><header><h2>Preamble</h2><p>{RUSSIAN}</header><p>x")[1].furniture


def test_links_are_kept_when_they_lead_to_an_address() -> None:
    body = (
        '<p>See <a href="https://un.org/a">the  page</a>, <a href="javascript:x()">x</a>, <a href="/y">y</a>.'
    )
    assert blocks(body)[0].links == (Anchor("the page", "https://un.org/a"),)


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<sup><a href="#n1">1</a></sup>', '<p id="n1"><sup><a href="#r">1</a></sup> The note.'),
        ('<a id="r" href="#n1"><sup>1</sup></a>', '<ol><li id="n1">The note. <a href="#r">↩</a></ol>'),
        ('<sup><a href="#n1">[1]</a></sup>', '<div><p>[<a name="n1">1</a>] The note.</div>'),
        (
            '<a href="#_ftn1" name="r"><span>[1]</span></a>',
            '<div id="x"><p><a href="#r" name="_ftn1"><span>[1]</span></a> The note.</div>',
        ),
        (
            '<a class="sdfootnoteanc" name="r" href="#n1"><sup>1</sup></a>',
            '<div><p><a class="sdfootnotesym" name="n1" href="#r">1</a>The note.</div>',
        ),
        ('<a role="doc-noteref" href="#n1">1</a>', '<aside id="n1"><p>The note.</aside>'),
        ('<sup><a href="#n1">1</a></sup>', '<footer><p id="n1">1. The note.</footer>'),
    ],
    ids=["paragraph", "list", "brackets", "Word", "LibreOffice", "roles", "footer"],
)
def test_notes_begin_with_their_mark_which_stands_raised_in_the_text(mark: str, note: str) -> None:
    made = blocks(f'<p id="r">Text{mark} goes on.</p>{note}')
    assert texts(made) == [["Text¹ goes on."], ["¹ The note."]]
    assert not made[1].furniture


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "cp866", "utf-16", "utf-16-le"])
def test_the_encoding_is_what_the_bytes_are_in(encoding: str) -> None:
    name = "utf-8" if encoding.startswith("utf-16") else encoding
    written = f'<html><head><meta charset="{name}"></head><body><p>{RUSSIAN}</body></html>'.encode(encoding)
    parsed = read("a.html", written)
    assert texts(parsed.blocks) == [[RUSSIAN]]
    assert not parsed.repairs


def test_a_declaration_that_cannot_be_right_is_not_believed() -> None:
    written = f"<html><head><meta charset=iso-8859-1></head><p>{RUSSIAN * 3}".encode("cp1251")
    parsed = read("a.html", written)
    assert texts(parsed.blocks) == [[RUSSIAN * 3]]
    assert parsed.encoding == "cp1251"
    assert parsed.repairs == ("encoding-guessed",)


def test_the_encoding_that_is_asked_for_overrules() -> None:
    written = "<html><meta charset=utf-8><p>ёж".encode("koi8-r")
    assert texts(read("a.html", written, ReadOptions(encoding="koi8-r")).blocks) == [["ёж"]]


@pytest.mark.parametrize("name", ["a.html", "a.doc", "a.txt", "a.pdf", "a"])
def test_a_page_is_told_by_content_under_any_name(name: str) -> None:
    word = '<!-- saved -->\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><p>a<o:p></o:p></html>'
    parsed = read(name, word.encode())
    assert (parsed.format, texts(parsed.blocks)) == ("html", [["a"]])


def test_a_page_saved_as_a_message_is_read() -> None:
    written = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        'Content-Type: text/html; charset="windows-1251"\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><p>=E4=E0</html>\r\n--b--\r\n"
    )
    assert texts(read("a.doc", written.encode()).blocks) == [["да"]]


@pytest.mark.parametrize("tag", ["div", "font", "b", "table><tr><td", "ul><li", "blockquote"])
def test_no_depth_of_markup_loses_text_or_hurts(tag: str) -> None:
    body = f"first<{tag}>" + f"<{tag}>" * 20_000 + "middle" + f"</{tag.split('><')[0]}>" * 100 + "<p>last"
    said = " ".join(text for block in texts(blocks(body)) for text in block)
    assert "first" in said
    assert "middle" in said
    assert "last" in said


def test_nothing_outside_the_page_is_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    page_of_it = f'<?xml version="1.0"?>{entity}<html><p>a&x;</p></html>'
    assert "secret" not in str(read("a.html", page_of_it.encode()).blocks)
    assert texts(blocks(f'<iframe src="{secret.as_uri()}"></iframe><p>a')) == [["a"]]


def test_xhtml_with_named_characters_is_read() -> None:
    written = (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head>'
        "<body><p>a&nbsp;&mdash; b &amp; c</p></body></html>"
    )
    assert texts(read("a.xhtml", written.encode()).blocks) == [["a\u00a0— b & c"]]


@pytest.mark.parametrize("body", ["", "<script>x</script>", "<p>&nbsp;</p>"])
def test_a_page_without_text_is_empty(body: str) -> None:
    with pytest.raises(FileEmpty):
        blocks(body)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_pages_give_an_answer_or_say_that_they_are_damaged(data: st.DataObject) -> None:
    whole = bytearray(page(markup_of(SHEETS["as a table of pairs"]())[:20_000]))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(whole)))
    with contextlib.suppress(FileError):
        read("a.html", bytes(whole[:cut]))
