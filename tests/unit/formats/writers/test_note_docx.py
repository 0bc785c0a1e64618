"""DOCX notes: whatever is quoted stays text, and the file stays a file that opens."""

from __future__ import annotations

import io
import re

import docx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefer.app.resources import resource
from briefer.formats.writers.note_docx import plain, render_docx
from tests.unit.formats.pages import page_of

TEMPLATE = resource("templates", "briefing-note.docx")


def texts_of(content: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    return [paragraph.text for paragraph in [*paragraphs, *document.sections[0].header.paragraphs]]


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_characters="\r"), min_size=1, max_size=60))
@example("{{ note.mark }}")
@example("{% for x in y %}")
@example("{_{ 7 }_} {_% x %_}")
@example("{{r note }} {%p if %} {%tr for %}")
@example("</w:t></w:r><w:r/> & < > \" ' ]]>")
@example("\x00\x0b\x0c\x1f\ufffe\ud800 a")
@example("a\nb\tc")
def test_a_text_comes_out_letter_by_letter(text: str) -> None:
    shown = texts_of(render_docx(page_of(text), TEMPLATE))
    assert shown.count(plain(text)) >= 6
    assert f"Red line. {plain(text)}" in shown


def test_every_run_with_letters_has_its_language() -> None:
    content = render_docx(page_of("Слово"), TEMPLATE)
    xml = docx.Document(io.BytesIO(content)).element.xml
    for run in re.findall(r"<w:r>.*?</w:r>", xml, re.DOTALL):
        if re.search(r"<w:t[^>]*>[^<]*\w", run) and not re.search(r"<w:t[^>]*>[\d\s]+<", run):
            assert ('w:val="ru-RU"' if "Слово" in run and "Red" not in run else 'w:val="en-GB"') in run


def test_the_table_repeats_its_head_and_fits_the_page() -> None:
    document = docx.Document(io.BytesIO(render_docx(page_of("x"), TEMPLATE)))
    head = document.tables[1].rows[0]._tr.xml
    assert "<w:tblHeader" in head
    section = document.sections[0]
    page = [length.mm for length in (section.page_width, section.page_height) if length]
    margins = [length.mm for length in (section.left_margin, section.right_margin) if length]
    widths = [cell.width.mm for cell in document.tables[1].rows[0].cells if cell.width]
    assert page == pytest.approx([210, 297], abs=0.1)
    assert sum(widths) + sum(margins) == pytest.approx(210, abs=0.5)


def test_the_file_names_no_program_user() -> None:
    properties = docx.Document(io.BytesIO(render_docx(page_of("x" * 400), TEMPLATE))).core_properties
    assert (properties.author, properties.last_modified_by) == ("x" * 255, "")
