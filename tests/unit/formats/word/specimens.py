"""Word-processor files made for tests: the session document in several layouts, and raw ones."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Iterable, Mapping

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from briefer.core.structure.lines import Block
from briefer.core.structure.paragraphs import pieces
from briefer.formats.text import read_text
from tests.specimens import TRANSLATION_BEGINS, english_first, session_text, taking_turns

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NUMBER = re.compile(r"\d+\. ")
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def raw(body: str, prolog: str = "", **parts: str) -> bytes:
    """A file whose body and other parts (styles, numbering, footnotes, …) are the XML given."""
    whole = {"document": f"<w:body>{body}</w:body>", **parts}
    members = {
        f"word/{name}.xml": f'{prolog}<w:{name} xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships">{content}</w:{name}>'
        for name, content in whole.items()
    }
    return zipped({"[Content_Types].xml": _TYPES, **members})


def saved(document: Document) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def session_blocks() -> tuple[Block, ...]:
    return read_text(session_text().encode(), "text").blocks


def as_paragraphs(text: str) -> bytes:
    """A paragraph for each paragraph of `text`, bold where all of it is."""
    document = docx.Document()
    for piece in pieces(read_text(text.encode(), "text").blocks):
        document.add_paragraph().add_run(piece.text).bold = piece.strong or None
    return saved(document)


def with_line_breaks() -> bytes:
    """A paragraph for each block of the text, its lines parted by breaks."""
    document = docx.Document()
    for block in session_blocks():
        paragraph = document.add_paragraph()
        for place, line in enumerate(block.lines):
            run = paragraph.add_run()
            if place:
                run.add_break()
            run.add_text(line.text)
            run.bold = line.strong or None
    return saved(document)


def with_automatic_numbers() -> bytes:
    """As paragraphs; numbers are a list's, which begins again in the translation."""
    document = docx.Document()
    lists = [new_list(document), new_list(document)]
    translated = False
    for piece in pieces(session_blocks()):
        translated = translated or piece.text.startswith(TRANSLATION_BEGINS)
        text = _NUMBER.sub("", piece.text, count=1) if _NUMBER.match(piece.text) else piece.text
        paragraph = document.add_paragraph()
        paragraph.add_run(text).bold = piece.strong or None
        if text != piece.text:
            put_in_list(paragraph, lists[translated])
    return saved(document)


def new_list(document: Document) -> str:
    """The id of a new list of the sort that "List Number" is, counting from 1."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    number = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
    known = numbering.findall(qn("w:num"))
    made = copy.deepcopy(next(item for item in known if item.get(qn("w:numId")) == number))
    made.set(qn("w:numId"), str(100 + len(known)))
    override, start = OxmlElement("w:lvlOverride"), OxmlElement("w:startOverride")
    override.set(qn("w:ilvl"), "0")
    start.set(qn("w:val"), "1")
    override.append(start)
    made.append(override)
    numbering.append(made)
    return str(100 + len(known))


def put_in_list(paragraph: Paragraph, number: str) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = int(number)


def as_table() -> bytes:
    """From the title on, a row for each pair, Russian on the left."""
    document = docx.Document()
    rows = taking_turns().split("\n\n")
    table = document.add_table(rows=0, cols=2)
    for ours, theirs in zip(rows[::2], rows[1::2], strict=True):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = ours, theirs
    return saved(document)


def as_table_with_numbers() -> bytes:
    """As a table, with the numbers of paragraphs in a column of their own, put there by a list."""
    document = docx.Document()
    number = new_list(document)
    rows = taking_turns().split("\n\n")
    table = document.add_table(rows=0, cols=3)
    for ours, theirs in zip(rows[::2], rows[1::2], strict=True):
        cells = table.add_row().cells
        cells[1].text, cells[2].text = _NUMBER.sub("", ours, count=1), _NUMBER.sub("", theirs, count=1)
        if _NUMBER.match(ours):
            put_in_list(cells[0].paragraphs[0], number)
    return saved(document)


def as_versions_in_one_row() -> bytes:
    """A table of one row: all of the Russian version in a cell, all of the English beside it."""
    document = docx.Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, text in zip(cells, session_text().split(TRANSLATION_BEGINS), strict=True):
        for piece in pieces(read_text(text.encode(), "text").blocks):
            cell.add_paragraph().add_run(piece.text).bold = piece.strong or None
    return saved(document)


LAYOUTS: dict[str, bytes] = {
    "as paragraphs": as_paragraphs(session_text()),
    "English first": as_paragraphs(english_first()),
    "with line breaks": with_line_breaks(),
    "with automatic numbers": with_automatic_numbers(),
    "as a table of pairs": as_table(),
    "as a table with numbers": as_table_with_numbers(),
    "as a table of versions": as_versions_in_one_row(),
}


def texts(blocks: Iterable[Block]) -> list[list[str]]:
    return [[line.text for line in block.lines] for block in blocks]
