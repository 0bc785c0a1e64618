"""Word-processor files as blocks of lines: what a reader sees, and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK

from briefer.core.document import Kind
from briefer.core.errors import FileDamaged, FileEmpty, FormatUnsupported
from briefer.core.structure.build import versions_of
from briefer.core.structure.lines import Anchor, Block, Cell, Line
from briefer.formats.registry import read
from tests.unit.formats.pairs import assert_eighteen_pairs
from tests.unit.formats.word.specimens import LAYOUTS, raw, saved, texts, zipped


def blocks(data: bytes) -> tuple[Block, ...]:
    return read("a.docx", data).blocks


def paragraphs(body: str, **parts: str) -> list[list[str]]:
    return texts(blocks(raw(body, **parts)))


def lines(runs: str) -> list[str]:
    """The lines of a paragraph with these runs; a second one shows that the file is read."""
    found = paragraphs(f"<w:p>{runs}</w:p><w:p><w:r><w:t>end</w:t></w:r></w:p>")
    assert found.pop() == ["end"]
    return found[0] if found else []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_eighteen_pairs_come_out_of_every_layout(layout: str) -> None:
    assert_eighteen_pairs(blocks(LAYOUTS[layout]))


def test_the_format_is_told_by_content_not_by_name() -> None:
    document = docx.Document()
    document.add_paragraph("A word.")
    parsed = read("a.txt", saved(document))
    assert (parsed.format, parsed.encoding, texts(parsed.blocks)) == ("docx", None, [["A word."]])


def test_paragraphs_and_cells_come_in_the_order_of_the_page() -> None:
    document = docx.Document()
    document.add_paragraph("before")
    table = document.add_table(rows=2, cols=2)
    for place, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {place}"
    document.add_paragraph("after")
    found = [text for [text] in texts(blocks(saved(document)))]
    assert found == ["before", "cell 0", "cell 1", "cell 2", "cell 3", "after"]


def test_headings_and_titles_are_told_by_their_styles() -> None:
    document = docx.Document()
    document.add_paragraph("A title", style="Title")
    document.add_heading("A heading", level=2)
    document.add_paragraph("Text")
    assert blocks(saved(document)) == (
        Block((Line("A title", strong=True),)),
        Block((Line("A heading", strong=True),), heading=2),
        Block((Line("Text"),)),
    )


def test_a_line_is_strong_when_all_of_it_is_bold() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("all bold").bold = True
    paragraph.add_run(" ")
    paragraph.add_run().add_break(WD_BREAK.LINE)
    paragraph.add_run("in ")
    paragraph.add_run("part").bold = True
    assert blocks(saved(document))[0].lines == (Line("all bold", strong=True), Line("in part"))


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", ["a\tb"]),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", ["a", "b"]),
        ("<w:r><w:t>E/CN.7</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>", ["E/CN.7\u20112"]),
        ("<w:r><w:t>a\u00a0b\u200b</w:t></w:r>", ["a\u00a0b"]),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t> a</w:t></w:r>', ["• a"]),
        ('<w:r><w:sym w:font="Symbol" w:char="D800"/><w:t>a</w:t></w:r>', ["a"]),
        ('<w:r><w:sym w:font="Symbol" w:char="no number"/><w:t>a</w:t></w:r>', ["a"]),
        ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", ["link"]),
        ("<w:smartTag><w:r><w:t>tag</w:t></w:r></w:smartTag>", ["tag"]),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>held</w:t></w:r></w:sdtContent></w:sdt>", ["held"]),
        (
            "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>",
            ["new"],
        ),
        ("<w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom>", []),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", []),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>', ["shown"]),
        ('<w:r><w:t>a</w:t><w:commentReference w:id="1"/></w:r>', ["a"]),
        (
            '<w:r><w:t>m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>',
            ["m²"],
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            '<w:r><w:t>code</w:t><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> pages</w:t></w:r>',
            ["7 pages"],
        ),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>', ["7"]),
    ],
)
def test_the_text_is_what_a_reader_sees(runs: str, expected: list[str]) -> None:
    assert lines(runs) == expected


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert paragraphs(f"<w:p><w:r><w:t>around</w:t>{both}</w:r></w:p>") == [["around"], ["boxed"]]


def test_paragraphs_run_on_where_the_mark_between_them_was_deleted() -> None:
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p>"
    assert paragraphs(first + "<w:p><w:r><w:t>two</w:t></w:r></w:p>") == [["one two"]]


def test_a_row_that_was_deleted_is_left_out() -> None:
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    rows = row.format("<w:del/>", "gone") + row.format("", "there")
    assert paragraphs(f"<w:tbl>{rows}</w:tbl>") == [["there"]]


def test_cells_say_where_they_stand() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    head = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell.format('<w:gridSpan w:val="2"/>', "a")
    head += cell.format("", "b") + "</w:tr>"
    row = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell.format("", "c") + "</w:tr>"
    table = f"<w:tbl>{head}{row}</w:tbl>"
    found = blocks(raw(f"{table}<w:p><w:r><w:t>text</w:t></w:r></w:p>{table}"))
    places = [(block.lines[0].text, block.cell) for block in found]
    assert places[:4] == [
        ("a", Cell(0, 0, 0, head=True)),
        ("b", Cell(0, 0, 2, head=True)),
        ("c", Cell(0, 1, 1)),
        ("text", None),
    ]
    assert places[4] == ("a", Cell(1, 0, 0, head=True))


def test_a_table_with_a_table_inside_only_arranges_the_page() -> None:
    paragraph = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    inner = f"<w:tbl><w:tr><w:tc>{paragraph.format('in')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{paragraph.format('out')}{inner}</w:tc></w:tr></w:tbl>"
    assert [(block.lines[0].text, block.cell) for block in blocks(raw(outer))] == [
        ("out", None),
        ("in", Cell(1, 0, 0)),
    ]


def test_a_number_in_a_cell_of_its_own_goes_to_both_languages() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = (
        ("1.", "Отмечает доклад", "Notes the report"),
        ("2.", "Просит секретаря", "Requests the secretary"),
    )
    body = "".join("<w:tr>" + "".join(map(cell.format, row)) + "</w:tr>" for row in rows)
    for version in versions_of(blocks(raw(f"<w:tbl>{body}</w:tbl>"))):
        assert [paragraph.label for paragraph in version.paragraphs] == ["1", "2"]


def test_links_outside_are_told_and_others_are_not() -> None:
    link = (
        "<w:p><w:hyperlink {}><w:r><w:t>the report</w:t></w:r></w:hyperlink><w:r><w:t> here</w:t></w:r></w:p>"
    )
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://www.un.org/" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>the site</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> there</w:t></w:r></w:p>'
    )
    data = raw(link.format('r:id="rId9"') + link.format('w:anchor="place"') + field)
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId9" Type="hyperlink" Target="https://undocs.org/A/80/1" TargetMode="External"/>'
        "</Relationships>"
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    found = blocks(zipped({**members, "word/_rels/document.xml.rels": relations}))
    assert [block.links for block in found] == [
        (Anchor("the report", "https://undocs.org/A/80/1"),),
        (),
        (Anchor("the site", "https://www.un.org/"),),
    ]


def test_text_before_a_deleted_mark_at_the_end_is_kept() -> None:
    last = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>last</w:t></w:r></w:p>"
    assert paragraphs(last) == [["last"]]


def test_notes_come_last_in_series_of_their_own_and_are_tied_to_their_marks() -> None:
    note = '<w:{0} w:id="{1}"><w:p><w:r><w:{0}Ref/></w:r><w:r><w:t> {2}</w:t></w:r></w:p></w:{0}>'
    body = (
        '<w:p><w:r><w:t>A</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        '<w:p><w:r><w:t>B</w:t><w:footnoteReference w:id="1"/><w:endnoteReference w:id="1"/></w:r></w:p>'
        '<w:p><w:r><w:t>C</w:t><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
        "</w:p>"
    )
    footnotes = "".join(
        note.format("footnote", number, text)
        for number, text in ((1, "second"), (2, "first"), (3, "* typed"), (4, "nowhere"))
    )
    found = blocks(raw(body, footnotes=footnotes, endnotes=note.format("endnote", 1, "last")))
    assert texts(found) == [["A¹"], ["B²ⁱ"], ["C*"], ["¹ first"], ["² second"], ["* typed"], ["ⁱ last"]]
    [version] = versions_of(found)
    assert [paragraph.kind for paragraph in version.paragraphs][-4:] == [Kind.FOOTNOTE] * 4
    assert [paragraph.text for paragraph in version.paragraphs][:3] == ["A", "B", "C"]
    tied = [[(note.mark, note.paragraph) for note in paragraph.notes] for paragraph in version.paragraphs]
    assert tied[:3] == [[("¹", 3)], [("²", 4), ("ⁱ", 6)], [("*", 5)]]


def test_notes_are_numbered_as_the_file_says() -> None:
    note = '<w:{0} w:id="1"><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:{0}>'
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>'
    section = '<w:sectPr><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr></w:sectPr>'
    body = f"<w:p><w:pPr>{section}</w:pPr><w:r><w:t>A</w:t></w:r></w:p>"
    body += '<w:p><w:r><w:t>B</w:t><w:footnoteReference w:id="1"/><w:endnoteReference w:id="1"/></w:r></w:p>'
    parts = {"footnotes": note.format("footnote", "foot"), "endnotes": note.format("endnote", "end")}
    assert paragraphs(body, settings=settings, **parts) == [["A"], ["Bᵃ¹"], ["ᵃ foot"], ["¹ end"]]


def test_notes_stay_with_the_language_version_that_they_stand_in() -> None:
    russian, english = "Это предложение на русском языке. " * 9, "This is a sentence in English. " * 9
    mark = '<w:p><w:r><w:t>{}</w:t></w:r><w:r><w:footnoteReference w:id="{}"/></w:r></w:p>'
    note = '<w:footnote w:id="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    body = mark.format(russian, 1) + mark.format(russian, 2) + mark.format(english, 3)
    notes = note.format(1, "раз") + note.format(2, "два") + note.format(3, "three")
    found = [text for [text] in paragraphs(body, footnotes=notes)]
    assert found == [russian + "¹", russian + "²", "¹ раз", "² два", english + "³", "³ three"]


def test_headers_and_footers_are_furniture_but_for_a_title_pages_header() -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Running head"
    section.footer.paragraphs[0].text = "26-00248"
    section.first_page_header.paragraphs[0].text = "A/80/1"
    found = [(block.lines[0].text, block.furniture) for block in blocks(saved(document))]
    assert found == [("Text", False), ("Running head", True), ("26-00248", True)]
    section.different_first_page_header_footer = True
    found = [(block.lines[0].text, block.furniture) for block in blocks(saved(document))]
    assert found == [("A/80/1", False), ("Text", False), ("Running head", True), ("26-00248", True)]


def test_margins_wait_for_the_end_of_their_page() -> None:
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "26-00248"
    document.add_paragraph("Cover")
    document.add_section(WD_SECTION.CONTINUOUS)
    document.add_paragraph("more of the cover")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("Text")
    found = texts(blocks(saved(document)))
    assert found == [["Cover"], ["more of the cover"], ["26-00248"], ["Text"]]


def test_a_header_that_sections_share_comes_once() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Running head"
    document.add_paragraph("One")
    other = document.add_section()
    other.header.is_linked_to_previous = False
    other.header.paragraphs[0].text = "Running head"
    document.add_paragraph("Two")
    assert texts(blocks(saved(document))) == [["One"], ["Running head"], ["Two"]]


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    prolog = f'<!DOCTYPE w [<!ENTITY out SYSTEM "{secret.as_uri()}"><!ENTITY in "inside">]>'
    found = blocks(raw("<w:p><w:r><w:t>a&out;&in;</w:t></w:r></w:p>", prolog=prolog))
    assert "secret" not in str(found)
    assert found[0].lines[0].text.startswith("a")


def test_an_entity_bomb_goes_off_nowhere() -> None:
    levels = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))
    prolog = f'<!DOCTYPE w [<!ENTITY e0 "0123456789">{levels}]>'
    bombed = raw('<w:p w:rsidR="&e11;"><w:r><w:t>a&e11;</w:t></w:r></w:p>', prolog=prolog)
    with pytest.raises(FileDamaged):
        blocks(bombed)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (LAYOUTS["as paragraphs"][:-3000], FileDamaged),
        (zipped({"word/document.xml": "<w:document>"}), FileDamaged),
        (zipped({"word/document.xml": ""}), FileDamaged),
        (zipped({"letter.txt": "text"}), FileDamaged),
        (saved(docx.Document()), FileEmpty),
    ],
    ids=["cut short", "broken markup", "no markup", "another zip", "no text"],
)
def test_a_file_that_is_no_text_document_is_told(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        blocks(data)


def test_a_zip_of_another_sort_is_refused_by_its_format() -> None:
    with pytest.raises(FormatUnsupported) as caught:
        read("a.xlsx", zipped({"xl/workbook.xml": "<workbook/>"}))
    assert caught.value.params["format"] == "XLSX"
