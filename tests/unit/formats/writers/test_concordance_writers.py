"""Concordances as JSON, CSV and HTML: nothing lost, nothing let through."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from briefer.app.concordance_words import page_words
from briefer.app.resources import resource
from briefer.app.texts import Texts
from briefer.core.concordance.lines import Concordance
from briefer.core.document import Span
from briefer.formats.writers.concordance_csv import COLUMNS, concordance_csv
from briefer.formats.writers.concordance_html import concordance_html
from briefer.formats.writers.concordance_json import concordance_values
from tests.concordances import sample_concordance, sample_line

ODD = st.text(st.characters(codec="utf-8"), max_size=30)


def rows(written: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written, newline="")))


def test_json_values_keep_their_schema_and_the_whole_paragraph() -> None:
    concordance = sample_concordance()
    values = json.loads(json.dumps(concordance_values(concordance, ["cited"] * 4)))
    rules = json.loads(resource("schemas", "concordance.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(rules).validate(values)
    for value, line in zip(values, concordance.lines, strict=True):
        assert value["left"] + value["node"] + value["right"] == line.text


def test_csv_has_a_line_of_names_and_one_for_each_place() -> None:
    first, *others = rows(concordance_csv(sample_concordance().lines, ["cited"] * 4))
    assert tuple(first) == COLUMNS
    assert [len(cells) for cells in others] == [len(COLUMNS)] * 4
    assert others[3][-3:] == ["On digital means see below.", "digital means", "cited"]


@given(text=st.sampled_from(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", " =1", '=cmd|"x"']))
def test_no_cell_of_a_csv_is_reckoned_with(text: str) -> None:
    line = replace(sample_line(), title=text, text=f"{text}x{text}", node=Span(len(text), len(text) + 1))
    line = replace(line, counterpart=text, counterpart_term=text)
    for cell in rows(concordance_csv([line], ["E/CN.7"]))[1]:
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t"))


@given(text=ODD, counterpart=ODD)
def test_any_text_makes_one_line_of_csv_cells(text: str, counterpart: str) -> None:
    line = replace(
        sample_line(), text=f"{text}x", node=Span(len(text), len(text) + 1), counterpart=counterpart
    )
    assert [len(cells) for cells in rows(concordance_csv([line, line], ["cited"] * 2))] == [len(COLUMNS)] * 3


@given(text=ODD)
def test_markup_of_documents_stays_text_in_the_page(text: str) -> None:
    hostile = f"{text}<script>alert(1)</script>"
    line = replace(sample_line(), title=hostile, symbol=hostile, counterpart=hostile, text=f"x{hostile}")
    line = replace(line, node=Span(0, 1), counterpart_marks=(Span(0, 3),), counterpart_term=hostile)
    concordance = Concordance(hostile, "ru", (line,), total=1)
    page = concordance_html(concordance, page_words(concordance, Texts(resource("locale"), "en")))
    assert not html.document_fromstring(page).xpath("//script")


def test_a_page_without_lines_says_so(texts: Texts) -> None:
    concordance = Concordance("слово", "ru", ())
    page = concordance_html(concordance, page_words(concordance, texts))
    assert "Nothing was found." in page
    assert "<table" not in page
