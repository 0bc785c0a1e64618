"""EPUB books as blocks of lines: the chapters in their order, and nothing else."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.errors import FileDamaged, FileEmpty, FileError, FileProtected
from briefer.core.structure.lines import Block
from briefer.formats.registry import read
from tests.layouts import SHEETS
from tests.layouts_epub import CONTAINER, book, chapter, epub_of
from tests.unit.formats.pairs import assert_eighteen_pairs
from tests.unit.formats.word.specimens import texts, zipped

_TABLE = "<table><tr><td>{0}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"


def blocks(*bodies: str) -> tuple[Block, ...]:
    return read("a.epub", book([chapter(body) for body in bodies])).blocks


@pytest.mark.parametrize("layout", SHEETS)
def test_eighteen_pairs_come_out_of_every_layout(layout: str) -> None:
    parsed = read("a.epub", epub_of(SHEETS[layout]()))
    assert parsed.format == "epub"
    assert_eighteen_pairs(parsed.blocks)


def test_chapters_come_in_the_order_of_the_spine_and_tables_count_on() -> None:
    made = blocks("<h1>One</h1><p>a&#160;&amp;<a id='x'/> b</p>", _TABLE.format("x"), _TABLE.format("y"))
    assert texts(made)[:2] == [["One"], ["a\u00a0& b"]]
    tables = [block.cell.table for block in made if block.cell]
    assert tables == [tables[0]] * 4 + [tables[4]] * 4
    assert tables[0] < tables[4]


def test_an_empty_chapter_is_passed_over() -> None:
    assert texts(read("a.epub", book(["<!-- nothing -->", chapter("<p>a</p>")])).blocks) == [["a"]]


def test_a_footnote_is_told_by_its_type() -> None:
    body = (
        '<p>Text<a epub:type="noteref" href="#n">1</a>.</p>'
        '<aside epub:type="footnote" id="n"><p>Note.</p></aside>'
    )
    assert texts(blocks(body)) == [["Text¹."], ["¹ Note."]]


def test_the_table_of_contents_is_furniture() -> None:
    made = read("a.epub", book([chapter("<p>Contents</p>"), chapter("<p>Text</p>")], ["nav"])).blocks
    assert [block.furniture for block in made] == [True, False]


def encrypted(path: str, way: str) -> dict[str, str]:
    return {
        "META-INF/encryption.xml": '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#">'
        f'<EncryptionMethod Algorithm="{way}"/><CipherData><CipherReference URI="{path}"/></CipherData>'
        "</EncryptedData></encryption>"
    }


def test_a_locked_book_is_told_and_hidden_fonts_lock_nothing() -> None:
    chapters = [chapter("<p>a</p>")]
    way = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    with pytest.raises(FileProtected):
        read("a.epub", book(chapters, more=encrypted("OEBPS/text/0%20x.xhtml", way)))
    fonts = encrypted("OEBPS/text/0%20x.xhtml", "http://www.idpf.org/2008/embedding")
    assert texts(read("a.epub", book(chapters, more=fonts)).blocks) == [["a"]]
    assert texts(read("a.epub", book(chapters, more=encrypted("OEBPS/font.otf", way))).blocks) == [["a"]]


@pytest.mark.parametrize("name", ["a.epub", "a.zip", "a.docx"])
def test_the_format_is_told_by_content_not_by_name(name: str) -> None:
    assert read(name, book([chapter("<p>a</p>")])).format == "epub"


def test_nothing_outside_the_book_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xhtml"
    secret.write_text(chapter("<p>secret</p>"))
    package = (
        f'<package><manifest><item id="a" href="{secret.as_uri()}" media-type="text/html"/>'
        f'<item id="b" href="../../../../..{secret}" media-type="text/html"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    with pytest.raises(FileEmpty):
        read("a.epub", zipped({"META-INF/container.xml": CONTAINER, "OEBPS/book.opf": package}))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (book([chapter("<p>a</p>")])[:-300], FileDamaged),
        (zipped({"META-INF/container.xml": CONTAINER}), FileDamaged),
        (zipped({"META-INF/container.xml": "<a"}), FileDamaged),
        (book([]), FileEmpty),
    ],
    ids=["cut short", "no package", "broken markup", "no chapters"],
)
def test_a_book_that_cannot_be_read_is_told(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read("a.epub", data)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_damaged_books_give_an_answer_or_say_that_they_are_damaged(data: st.DataObject) -> None:
    whole = bytearray(epub_of(SHEETS["as a table of pairs"]()))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(FileError):
        read("a.epub", bytes(whole[: data.draw(st.integers(1, len(whole)))]))
