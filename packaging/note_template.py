"""Makes `resources/templates/briefing-note.docx`, the template of exported briefing notes.

Run it after a change here, and commit what it makes. A user may edit the template in a
word processor instead: the styles and whatever stands outside the braces are theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

TARGET = Path(__file__).resolve().parent.parent / "resources" / "templates" / "briefing-note.docx"

SERIF, SANS = "Times New Roman", "Arial"
INK, SOFT = RGBColor(0x1D, 0x23, 0x2B), RGBColor(0x5F, 0x6B, 0x78)
ACCENT, RED = RGBColor(0x1F, 0x4E, 0x79), RGBColor(0xA3, 0x20, 0x1C)
LINE, HEAD = "C9D0D8", "EEF2F6"
TEXT_WIDTH = 174
TWO_LANGUAGES = (17, 58, 58, 41)
ONE_LANGUAGE = (17, 100, 57)


def main(target: Path = TARGET) -> None:
    """Write the template to `target`."""
    document = Document()
    _page(document)
    _styles(document)
    _body(document)
    _header_and_footer(document)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = "Briefing note"
    document.save(str(target))


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - TEXT_WIDTH) / 2)
    section.top_margin, section.bottom_margin = Mm(24), Mm(22)
    section.header_distance = section.footer_distance = Mm(11)


def _styles(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    _font(normal, SERIF, 11, INK)
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.line_spacing = 1.08
    title = document.styles["Title"]
    _font(title, SANS, 17, INK, bold=True)
    title.paragraph_format.space_after = Pt(10)
    _without_border(title)
    heading = document.styles["Heading 1"]
    _font(heading, SANS, 12.5, ACCENT, bold=True)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(16), Pt(6)
    heading.paragraph_format.keep_with_next = True
    _rule_below(heading)
    _font(document.styles["List Bullet"], SERIF, 11, INK)
    document.styles["List Bullet"].paragraph_format.space_after = Pt(1)
    document.styles["List Bullet"].paragraph_format.keep_with_next = True
    _font(document.styles["List Number"], SERIF, 10, INK)
    for name, font, size, color, bold, italic, after in (
        ("Note Kind", SANS, 9.5, ACCENT, True, False, 2),
        ("Handling Mark", SANS, 9.5, RED, True, False, 0),
        ("Footer Text", SANS, 8, SOFT, False, False, 0),
        ("Fact Name", SANS, 9.5, SOFT, False, False, 1),
        ("Fact Value", SERIF, 10.5, INK, False, False, 1),
        ("Table Head", SANS, 9, ACCENT, True, False, 2),
        ("Paragraph Label", SANS, 9, INK, True, False, 2),
        ("Quotation", SERIF, 10, INK, False, False, 2),
        ("Quotation Context", SERIF, 10, SOFT, False, True, 2),
        ("Quotation Source", SANS, 7.5, SOFT, False, False, 3),
        ("Comment Text", SERIF, 10, INK, False, False, 2),
        ("Remark", SANS, 8, SOFT, False, False, 6),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.quick_style = True
        _font(style, font, size, color, bold=bold, italic=italic)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0
    document.styles["Handling Mark"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.styles["Handling Mark"].font.all_caps = True
    document.styles["Note Kind"].font.all_caps = True
    for name, color in (("Stance", ACCENT), ("Red Line", RED)):
        character = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        character.font.bold = True
        character.font.color.rgb = color


def _body(document: WordDocument) -> None:
    document.add_paragraph("{{ note.kind }}", "Note Kind")
    _only_if(document, "note.subject", lambda: document.add_paragraph("{{ note.subject }}", "Title"))
    _facts(document)
    document.add_paragraph("{{ note.points_heading }}", "Heading 1")
    _points(document)
    document.add_paragraph("{{ note.table_heading }}", "Heading 1")
    document.add_paragraph("{%p if not note.rows %}")
    document.add_paragraph("{{ note.table_empty }}", "Remark")
    document.add_paragraph("{%p elif note.columns|length == 2 %}")
    _analysis(document, TWO_LANGUAGES)
    document.add_paragraph("{%p else %}")
    _analysis(document, ONE_LANGUAGE)
    document.add_paragraph("{%p endif %}")
    remark = document.add_paragraph("{{ note.context_remark }}", "Remark")
    remark.paragraph_format.space_before = Pt(3)
    document.add_paragraph("{{ note.sources_heading }}", "Heading 1")
    document.add_paragraph("{%p for source in note.sources %}")
    document.add_paragraph("{{ source }}", "List Number")
    document.add_paragraph("{%p endfor %}")


def _facts(document: WordDocument) -> None:
    table = _table(document, (38, TEXT_WIDTH - 38))
    table.rows[0].cells[0].paragraphs[0].text = "{%tr for fact in note.facts %}"
    row = _new_row(table)
    for cell, text, style in zip(
        row.cells, ("{{ fact.name }}", "{{ fact.value }}"), ("Fact Name", "Fact Value"), strict=True
    ):
        cell.paragraphs[0].text = text
        cell.paragraphs[0].style = style
    _new_row(table).cells[0].paragraphs[0].text = "{%tr endfor %}"
    _widths(table, (38, TEXT_WIDTH - 38))


def _points(document: WordDocument) -> None:
    document.add_paragraph("{%p if not note.points %}")
    document.add_paragraph("{{ note.points_empty }}", "Remark")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p for point in note.points %}")
    bullet = document.add_paragraph(style="List Bullet")
    _stance(bullet, "point", after=". ")
    bullet.add_run("{{ point.text }}")
    remark = document.add_paragraph("{{ point.remark }}", "Remark")
    remark.paragraph_format.left_indent = Mm(6.35)
    document.add_paragraph("{%p endfor %}")


def _stance(paragraph: Paragraph, name: str, after: str = "") -> None:
    """The stance in bold; a red line in red."""
    paragraph.add_run("{%r if " + name + ".stance_code == 'redline' %}")
    paragraph.add_run("{{ " + name + ".stance }}" + after, "Red Line")
    paragraph.add_run("{%r elif " + name + ".stance %}")
    paragraph.add_run("{{ " + name + ".stance }}" + after, "Stance")
    paragraph.add_run("{%r endif %}")


def _analysis(document: WordDocument, widths: tuple[int, ...]) -> None:
    table = _table(document, widths)
    _borders(table)
    columns = range(len(widths) - 2)
    heads = [
        "{{ note.label_heading }}",
        *(f"{{{{ note.columns[{number}].name }}}}" for number in columns),
        "{{ note.comment_heading }}",
    ]
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].text = text
        cell.paragraphs[0].style = "Table Head"
        _shade(cell)
    _repeat_on_each_page(table.rows[0])
    _new_row(table).cells[0].paragraphs[0].text = "{%tr for row in note.rows %}"
    row = _new_row(table)
    _keep_together(row)
    row.cells[0].paragraphs[0].text = "{{ row.label }}"
    row.cells[0].paragraphs[0].style = "Paragraph Label"
    for number in columns:
        _quotations(row.cells[number + 1], number)
    _comment(row.cells[-1])
    _new_row(table).cells[0].paragraphs[0].text = "{%tr endfor %}"
    _widths(table, widths)


def _quotations(cell: _Cell, number: int) -> None:
    cell.paragraphs[0].text = "{%p for item in row.cells[" + str(number) + "] %}"
    for text, style in (
        ("{%p if item.context %}", None),
        ("{{ item.text }}", "Quotation Context"),
        ("{%p else %}", None),
        ("{{ item.text }}", "Quotation"),
        ("{%p endif %}", None),
        ("{%p if item.citation %}", None),
        ("{{ item.citation }}", "Quotation Source"),
        ("{%p endif %}", None),
        ("{%p endfor %}", None),
    ):
        cell.add_paragraph(text, style)


def _comment(cell: _Cell) -> None:
    cell.paragraphs[0].text = "{%p if row.stance %}"
    _stance(cell.add_paragraph(style="Comment Text"), "row")
    cell.add_paragraph("{%p endif %}")
    cell.add_paragraph("{{ row.comment }}", "Comment Text")
    cell.add_paragraph("{%p if row.remark %}")
    cell.add_paragraph("{{ row.remark }}", "Quotation Source")
    cell.add_paragraph("{%p endif %}")


def _header_and_footer(document: WordDocument) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.text, header.style = "{{ note.mark }}", "Handling Mark"
    footer = section.footer.paragraphs[0]
    footer.style = "Footer Text"
    for stop in (*document.styles["Footer"].paragraph_format.tab_stops,):
        stop.position = Mm(TEXT_WIDTH)
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run("{{ note.mark }}\t{{ note.page }} ")
    _field(footer, "PAGE")
    footer.add_run(" {{ note.page_of }} ")
    _field(footer, "NUMPAGES")


def _only_if(document: WordDocument, condition: str, add: object) -> None:
    document.add_paragraph("{%p if " + condition + " %}")
    if callable(add):
        add()
    document.add_paragraph("{%p endif %}")


def _font(
    style: ParagraphStyle,
    name: str,
    size: float,
    color: RGBColor,
    *,
    bold: bool = False,
    italic: bool = False,
) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = name, Pt(size), bold, italic
    font.color.rgb = color
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _table(document: WordDocument, widths: tuple[int, ...]) -> Table:
    table: Table = document.add_table(rows=1, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    return table


def _new_row(table: Table) -> _Row:
    add: Callable[[], _Row] = table.add_row  # its own annotation is missing
    return add()


def _widths(table: Table, widths: tuple[int, ...]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _borders(table: Table) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_made(f"w:{side}", val="single", sz="4", space="0", color=LINE))
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", "60"), ("left", "85"), ("bottom", "40"), ("right", "85")):
        margins.append(_made(f"w:{side}", w=width, type="dxa"))
    layout = _xml(table).tblPr.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(margins)


def _shade(cell: _Cell) -> None:
    _xml(cell).get_or_add_tcPr().append(_made("w:shd", val="clear", color="auto", fill=HEAD))


def _repeat_on_each_page(row: _Row) -> None:
    _keep_together(row)
    _xml(row).get_or_add_trPr().append(_made("w:tblHeader"))


def _keep_together(row: _Row) -> None:
    _xml(row).get_or_add_trPr().append(_made("w:cantSplit"))


def _rule_below(style: ParagraphStyle) -> None:
    border = OxmlElement("w:pBdr")
    border.append(_made("w:bottom", val="single", sz="4", space="2", color=LINE))
    spacing = style.element.get_or_add_pPr().find(qn("w:spacing"))
    spacing.addprevious(border)


def _without_border(style: ParagraphStyle) -> None:
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        border.getparent().remove(border)


def _field(paragraph: Paragraph, code: str) -> None:
    field = _made("w:fldSimple", instr=code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    _xml(paragraph).append(field)


def _xml(proxy: Any) -> Any:
    return proxy._element  # noqa: SLF001 - python-docx has no public way to the XML of these


def _made(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


if __name__ == "__main__":
    main()
