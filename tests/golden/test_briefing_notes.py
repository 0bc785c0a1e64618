"""Briefing notes as they come out of each writer."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from briefer.app.briefing import BriefingNotes
from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.core.annotation import Annotation, Stance, Target
from briefer.core.briefing import NoteHeader
from tests.factories import sample_annotation, sample_document, sample_target

HOSTILE = "Not the same: {{ 7 * 7 }} {% raw %} {_{ <b>bold</b> & | `code` \x07\x0b\n# no heading"


def sample_annotations(symbol: str | None) -> list[Annotation]:
    document = sample_document(symbol)

    def annotation(name: str, targets: list[Target], note: str, *tags: str) -> Annotation:
        return sample_annotation(document, "d", annotation_id=name, targets=targets, note=note, tags=tags)

    def target(language: str, index: int, start: int = 0, end: int | None = None) -> Target:
        return sample_target(document, language, index, start, end)

    pair = annotation("a1", [target("ru", 5), target("en", 5)], "We support stronger control.", "control")
    span = annotation("a2", [target("en", 3, 21, 54)], HOSTILE, "trafficking", "wording")
    return [
        replace(pair, stance=Stance.SUPPORT),
        replace(span, stance=Stance.RED_LINE),
        annotation("a3", [target("ru", 6, 0, 28)], ""),
        annotation("a4", [target("en", 0)], "Сказать, что перевод неофициальный."),
        annotation("a5", [target("en", 2)], ""),
    ]


def structure(content: bytes) -> str:
    """A DOCX file as lines: style, language of the runs, text; cells of a table in their order."""
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    lines = ["header"]
    lines += [_line(paragraph) for paragraph in section.header.paragraphs]
    lines += ["footer", *(_line(paragraph) for paragraph in section.footer.paragraphs), "body"]
    for block in document.iter_inner_content():
        lines += [_line(block)] if isinstance(block, Paragraph) else _table(block)
    return "\n".join(lines) + "\n"


def _table(table: Table) -> Iterator[str]:
    for row in table.rows:
        repeated = row._tr.find(qn("w:trPr") + "/" + qn("w:tblHeader")) is not None
        yield "head row" if repeated else "row"
        for cell in row.cells:
            yield "  cell"
            yield from ("    " + _line(paragraph) for paragraph in cell.paragraphs)


def _line(paragraph: Paragraph) -> str:
    runs = paragraph._p.iter(qn("w:lang"))
    languages = sorted({str(tag.get(qn("w:val"))) for tag in runs})
    style = paragraph.style.name if paragraph.style else ""
    return f"[{style}] {'+'.join(languages) or '-'}: {paragraph.text!r}"


CASES = [
    ("en-both", "en", "both", "E/CN.7/2025/L.4"),
    ("en-without-symbol", "en", "en", None),
    ("ru-both", "ru", "both", "E/CN.7/2025/L.4"),
    ("ru-without-symbol", "ru", "ru", None),
]


@pytest.mark.parametrize(("name", "language", "quoted", "symbol"), CASES, ids=[case[0] for case in CASES])
@pytest.mark.parametrize("suffix", [".docx", ".html", ".md"])
def test_a_note_comes_out_as_it_was_looked_at(
    name: str,
    language: str,
    quoted: str,
    symbol: str | None,
    suffix: str,
    speak: Callable[[str], Texts],
    golden: Callable[[str, str], None],
    tmp_path: Path,
) -> None:
    notes = BriefingNotes(speak, lambda: datetime.date(2025, 3, 11))
    opened = OpenDocument(sample_document(symbol), "d")
    header: NoteHeader = notes.header(opened, language, mark="Confidential", author="Permanent Mission")
    path = tmp_path / f"note{suffix}"
    notes.write(notes.compose(opened, sample_annotations(symbol), header, quoted), path)
    content = path.read_bytes()
    shown = structure(content) if suffix == ".docx" else content.decode("utf-8")
    golden(f"briefing-note.{name}{'.docx.txt' if suffix == '.docx' else suffix}", shown)
