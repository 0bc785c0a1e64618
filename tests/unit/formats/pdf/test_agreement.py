"""The same text as PDF and as DOCX, and in two languages: it reads the same."""

from __future__ import annotations

import difflib
import re
from itertools import groupby

import pytest

from briefer.core.document import Kind, Paragraph
from briefer.core.structure.build import versions_of
from briefer.formats.registry import read
from tests.shared_data import DATA

DOCUMENTS = DATA / "documents"
MOST_UNLIKE = 0.03
CLAUSE = re.compile(r"\d+\.\d+(?:\.\d+)?(?: \([a-z]\))?")
RUNNING = re.compile(
    r"(?:Page|Страница) \d+ (?:of|из) \d+|OPENCHAIN (?:Specification )?2|A/80/590\s+\d+/27|26-00248",
    re.IGNORECASE,
)


def paragraphs(name: str) -> list[Paragraph]:
    path = DOCUMENTS / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    versions = versions_of(read(path.name, path.read_bytes()).blocks)
    return [p for version in versions for p in version.paragraphs if p.kind is not Kind.FURNITURE]


def text_of(paragraph: Paragraph) -> str:
    """What is read; a hyphen that does not break a line is shown as any other."""
    return " ".join(paragraph.text.replace("\u2011", "-").split())


def clauses(name: str) -> list[str]:
    """The labels of numbered clauses in order; one printed twice running counts once."""
    labels = [p.label for p in paragraphs(name) if p.label and CLAUSE.fullmatch(p.label)]
    return [label for label, _ in groupby(labels)]


def test_numbered_clauses_of_two_pdf_and_a_docx_agree_one_to_one() -> None:
    english = clauses("OpenChain_2.0_en.pdf")
    assert len(english) > 40
    assert clauses("OpenChain_2.0_ru.pdf") == english
    assert clauses("OpenChain_2.0_ru.docx") == english


@pytest.mark.parametrize("name", ["OpenChain_2.0_en.pdf", "OpenChain_2.0_ru.pdf", "A_80_590_en.pdf"])
def test_no_running_head_is_inside_a_paragraph(name: str) -> None:
    assert [p.text for p in paragraphs(name) if RUNNING.search(p.text)] == []


def test_a_report_is_the_same_paragraphs_as_pdf_and_as_docx() -> None:
    printed, typed = ([text_of(p) for p in paragraphs(f"A_80_590_en.{end}")] for end in ("pdf", "docx"))
    matcher = difflib.SequenceMatcher(None, printed, typed, autojunk=False)
    equal = sum(block.size for block in matcher.get_matching_blocks())
    assert equal >= (1 - MOST_UNLIKE) * max(len(printed), len(typed)) > 800
