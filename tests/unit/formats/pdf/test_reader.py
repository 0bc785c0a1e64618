"""PDF files: what of a page becomes which block, and what is refused in which words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.app.model import OpenDocument
from briefer.app.opening import Opener
from briefer.app.reading import LocalReader
from briefer.core.document import Kind
from briefer.core.errors import (
    BrieferError,
    FileDamaged,
    FileGarbled,
    FileTooLong,
    FileWithoutText,
    PasswordNeeded,
)
from briefer.formats.letters import garbled
from briefer.formats.page_bounds import MOST_PAGES
from briefer.formats.parser import Parser
from briefer.formats.pdf.reader import read_pdf
from tests.pdf_pages import of_pages, scan_of, typeset
from tests.specimens import LAYOUTS, PAIRS, session_text

HEAD = "E/CN.7/2025/CRP.4"
SENTENCES = (
    "The Commission met in the morning.\nIt heard a statement by the representative of the secretariat."
)
# What the pages of a layout cannot carry: bold was taken away, or lines were broken beforehand.
TYPESET = ["as issued", "English first", "Windows line ends", "without a cover", "taking turns"]


def opened(path: Path) -> OpenDocument:
    return Opener(LocalReader(Parser())).open([path])


def texts(data: bytes) -> list[list[str]]:
    return [[line.text for line in block.lines] for block in read_pdf(data).blocks if not block.furniture]


def furniture(data: bytes) -> list[str]:
    return [block.lines[0].text for block in read_pdf(data).blocks if block.furniture]


@pytest.mark.parametrize("layout", TYPESET)
def test_the_session_document_as_a_pdf_gives_its_eighteen_pairs(tmp_path: Path, layout: str) -> None:
    path = tmp_path / "session.pdf"
    typeset(LAYOUTS[layout]().replace("\r\n", "\n"), path, head=HEAD)
    document = opened(path).document
    assert document.bitext is not None
    russian, english = document.versions
    pairs = [
        (russian.paragraphs[bead.left[0]], english.paragraphs[bead.right[0]])
        for bead in document.bitext.beads
        if len(bead.left) == len(bead.right) == 1
    ]
    text = [(left, right) for left, right in pairs if left.kind is not Kind.FURNITURE is not right.kind]
    assert len(text) == len(PAIRS)
    for (left, right), (russian_begins, english_begins) in zip(text, PAIRS, strict=True):
        assert left.text.startswith(russian_begins)
        assert right.text.startswith(english_begins)


def test_a_paragraph_over_a_page_end_is_one_and_has_a_box_on_each_page(tmp_path: Path) -> None:
    path = tmp_path / "session.pdf"
    typeset(session_text(), path, head=HEAD)
    document = opened(path).document
    assert document.sources[0].pages == 4
    paragraphs = [paragraph for version in document.versions for paragraph in version.paragraphs]
    assert all(paragraph.boxes and paragraph.page == paragraph.boxes[0].page for paragraph in paragraphs)
    both = [paragraph for paragraph in paragraphs if len({box.page for box in paragraph.boxes}) == 2]
    assert both
    assert all(HEAD not in paragraph.text for paragraph in both)
    for paragraph in paragraphs:
        for box in paragraph.boxes:
            assert 0 <= box.left < box.right <= 595
            assert 0 <= box.top < box.bottom <= 842


def test_running_heads_and_page_numbers_are_kept_apart(tmp_path: Path) -> None:
    path = tmp_path / "session.pdf"
    typeset(session_text(), path, head=HEAD)
    paragraphs = [paragraph for version in opened(path).document.versions for paragraph in version.paragraphs]
    apart = [paragraph.text for paragraph in paragraphs if paragraph.kind is Kind.FURNITURE]
    assert sorted(apart) == sorted([HEAD, "1", HEAD, "2", HEAD, "3", HEAD, "4"])


def test_repeated_text_in_the_middle_of_pages_is_text() -> None:
    page = "\n" * 15 + "This sentence stands on every page at the same height."
    assert furniture(of_pages(page, page, page)) == []


def test_lines_of_one_height_far_apart_are_two() -> None:
    import pymupdf

    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        page.insert_text((72, 80), "United Nations", fontsize=14)
        page.insert_text((430, 80), "A/80/590", fontsize=10)
        data = document.tobytes()
    assert texts(data) == [["United Nations"], ["A/80/590"]]


def test_a_larger_gap_parts_paragraphs_and_the_common_one_does_not() -> None:
    data = of_pages("One line of text that is followed\nby another line of it\n\nand by a gap\nand more text")
    assert [len(block) for block in texts(data)] == [2, 2]


def test_a_raised_mark_is_written_raised_and_its_note_comes_after_the_text() -> None:
    import pymupdf

    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        page.insert_text((72, 80), "The Commission adopted the resolution", fontsize=11)
        page.insert_text((268, 76), "1", fontsize=6)
        page.insert_text((72, 110), "It thanked its Chair for the work of the year.", fontsize=11)
        page.insert_text((72, 757), "1", fontsize=5)
        page.insert_text((77, 760), "Resolution 68/1 of the Commission.", fontsize=8)
        page.insert_text((290, 815), "7", fontsize=8)
        data = document.tobytes()
    lines = [line for block in texts(data) for line in block]
    assert lines == [
        "The Commission adopted the resolution ¹",
        "It thanked its Chair for the work of the year.",
        "¹ Resolution 68/1 of the Commission.",
    ]
    assert furniture(data) == ["7"]


def test_two_columns_are_read_one_after_the_other() -> None:
    import pymupdf

    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        for row in range(12):
            page.insert_text((60, 80 + 14 * row), f"left column of the page, long line {row:02}", fontsize=10)
            page.insert_text(
                (330, 83 + 14 * row), f"right column of the page, long line {row:02}", fontsize=10
            )
        data = document.tobytes()
    lines = [line for block in texts(data) for line in block]
    assert [line.split()[0] for line in lines] == ["left"] * 12 + ["right"] * 12


def damaged() -> bytes:
    return of_pages(SENTENCES)[:300]


def without_pages() -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    )


def protected() -> bytes:
    return of_pages(SENTENCES, user_password="a word")


def scan() -> bytes:
    return scan_of(of_pages(SENTENCES))


def shifted() -> bytes:
    return of_pages(*["jbgyl=hkm^Zjklgghc>mfhcfZy]h^ZHhjgKhlhfNZpbbbxgy kdlnxq wrtpl" * 2] * 3)


@pytest.mark.parametrize(
    ("made", "error"),
    [
        (damaged, FileDamaged),
        (without_pages, FileDamaged),
        (protected, PasswordNeeded),
        (scan, FileWithoutText),
        (shifted, FileGarbled),
    ],
)
def test_a_pdf_that_cannot_be_read_is_told_by_name(
    tmp_path: Path, made: Callable[[], bytes], error: type[BrieferError]
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(made())
    with pytest.raises(error) as caught:
        opened(path)
    assert caught.value.params["path"] == str(path)


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    with pytest.raises(FileTooLong) as caught:
        read_pdf(of_pages(*[""] * (MOST_PAGES + 1)))
    assert caught.value.params == {"pages": MOST_PAGES + 1, "most": MOST_PAGES}


def test_pages_that_are_pictures_among_others_are_told_of(tmp_path: Path) -> None:
    import pymupdf

    with pymupdf.open(stream=of_pages(SENTENCES), filetype="pdf") as document:
        page = document.new_page(width=595, height=842)
        page.insert_image(page.rect, pixmap=document[0].get_pixmap(dpi=40))
        data = document.tobytes()
    path = tmp_path / "half.pdf"
    path.write_bytes(data)
    found = opened(path)
    assert found.document.sources[0].repairs == ("pages-without-text:2",)
    assert "pages-without-text" in {notice.code for notice in found.notices}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Генеральная Ассамблея, ссылаясь на свои предыдущие резолюции по этому вопросу, " * 2, False),
        ("The General Assembly, recalling its previous resolutions on the matter, decides " * 2, False),
        ("Генеральная Ассамблея, ссылаясь на резолюции ".encode("cp1251").decode("latin-1") * 3, True),
        ("H8CTOR8Hl1e n0CT8H0BJI9eT Op1lr1H8J1 XO3R1iCTB eHH0r0 " * 3, True),
        ("\x10\x11 lbl \x03 kh\x15 " * 20, True),
        ("short \x01", False),
    ],
)
def test_garbled_letters_are_told_from_languages(text: str, expected: bool) -> None:
    assert garbled(text) is expected
