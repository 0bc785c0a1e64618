"""What may be relied on in an alignment that was written out."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefer.app.resources import resource
from briefer.core.alignment import Alignment
from briefer.core.bitext import Bead
from briefer.core.document import Kind, Paragraph, Version
from briefer.formats.writers.alignment_html import AlignmentWords, alignment_html
from briefer.formats.writers.alignment_json import alignment_values
from briefer.formats.writers.alignment_tmx import alignment_tmx, segment
from briefer.formats.writers.alignment_tsv import alignment_tsv, escaped, unescaped
from tests.alignments import sample_alignment

WORDS = AlignmentWords("en", "Title", "Key", "Left", "Right", "{percent} %", "By hand", "Nothing")
TEXT = st.text(st.characters(codec="utf-8"), max_size=40) | st.text("<>&\"'\\\t\r\n\x00\x0b{}", max_size=20)
# The content models and attributes of the TMX 1.4 document type, as far as they are used or required.
ELEMENTS = {
    "tmx": (("header", "body"), {"version"}, set[str]()),
    "header": (
        ("note|prop|ude",),
        {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"},
        {"o-encoding", "creationdate", "creationid", "changedate", "changeid"},
    ),
    "body": (("tu",), set[str](), set[str]()),
    "tu": (("note|prop", "tuv"), set[str](), {"tuid", "segtype", "datatype", "srclang", "creationdate"}),
    "prop": ((), {"type"}, {"o-encoding"}),
    "tuv": (("note|prop", "seg"), {"{http://www.w3.org/XML/1998/namespace}lang"}, set[str]()),
    "seg": ((), set[str](), set[str]()),
}


def pair(left: str, right: str) -> Alignment:
    ours, theirs = (Paragraph(Kind.BODY, text) for text in (left, right))
    return Alignment(Version("ru", (ours,)), Version("en", (theirs,)), (Bead((0,), (0,), 0.5),))


def checked_tmx(written: str) -> Any:
    """The root of a memory that keeps the rules of TMX 1.4."""
    root = etree.fromstring(written.encode("utf-8"), etree.XMLParser(load_dtd=False, no_network=True))
    assert root.getroottree().docinfo.doctype == '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    assert root.get("version") == "1.4"
    for element in root.iter():
        children, required, allowed = ELEMENTS[element.tag]
        assert required <= set(element.attrib) <= required | allowed
        order = "".join(f"{child.tag} " for child in element)
        assert re.fullmatch("".join(f"(?:(?:{name}) )*" for name in children), order)
    assert [child.tag for child in root] == ["header", "body"]
    assert root[0].get("segtype") in {"block", "paragraph", "sentence", "phrase"}
    for unit in root.iter("tu"):
        assert len(unit.findall("tuv")) == 2
        assert all(len(variant.findall("seg")) == 1 for variant in unit.iter("tuv"))
    return root


@given(TEXT)
def test_a_field_of_the_table_can_be_read_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert not re.search(r"[\t\n\r]", escaped(text))


@given(TEXT, TEXT)
def test_a_line_of_the_table_has_six_fields(left: str, right: str) -> None:
    (line,) = alignment_tsv(pair(left, right)).removesuffix("\n").split("\n")
    fields = line.split("\t")
    assert fields[:4] == ["0", "0", "0.500", "automatic"]
    assert [unescaped(field) for field in fields[4:]] == [left, right]


@given(TEXT, TEXT)
def test_any_text_makes_a_memory_that_keeps_the_rules(left: str, right: str) -> None:
    root = checked_tmx(alignment_tmx(pair(left, right), "1"))
    assert [seg.text or "" for seg in root.iter("seg")] == [segment([left]), segment([right])]


def test_the_memory_holds_pairs_only() -> None:
    root = checked_tmx(alignment_tmx(sample_alignment(), "1.2"))
    assert root[0].get("segtype") == "paragraph"
    assert root[0].get("creationtoolversion") == "1.2"
    assert len(list(root.iter("tu"))) == 4
    joined = [seg.text for seg in root.iter("seg")][4]
    assert joined == 'Строка первая и вторая: "C:\\temp" с табуляцией. Продолжение пункта.'


def test_the_memory_of_sentences_holds_pairs_of_sentences() -> None:
    root = checked_tmx(alignment_tmx(sample_alignment(sentences=True), "1"))
    assert root[0].get("segtype") == "sentence"
    assert [seg.text for seg in root.iter("seg")][2:4] == [
        "Комитет принял 12 решений.",
        "The Committee adopted 12 decisions.",
    ]


class _Page(HTMLParser):
    """Reads a page back: its tags, and the words of its cells."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._open = tag == "p" and not attrs
        if self._open:
            self.words.append("")
        assert not any(name.startswith("on") or name in {"src", "href"} for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.words[-1] += data


TAGS = set("html head meta title style body h1 p table colgroup col thead tbody tr th td span".split())


@given(TEXT, TEXT)
def test_any_text_is_shown_and_none_becomes_markup(left: str, right: str) -> None:
    page = _Page()
    page.feed(alignment_html(pair(left, right), WORDS))
    assert page.tags <= TAGS
    kept = [re.sub(r"[^\w<>&\"'\\{}]", "", text) for text in (left, right)]
    assert [re.sub(r"[^\w<>&\"'\\{}]", "", words) for words in page.words] == kept


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    page = alignment_html(sample_alignment(sentences=True), WORDS)
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "://" not in page
    assert "\x07" not in page


def test_the_page_marks_doubt_hands_and_what_stands_alone() -> None:
    page = alignment_html(sample_alignment(), WORDS)
    assert page.count('<tr class="pair">') == 2
    assert page.count('<tr class="pair hand">') == 1
    assert page.count('<tr class="pair doubtful">') == 1
    assert page.count('<td class="none" title="Nothing">—</td>') == 2
    assert "41\N{NO-BREAK SPACE}%" in page


def test_every_line_of_json_keeps_the_schema() -> None:
    rules = json.loads(resource("schemas", "align.json").read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator(rules)
    for sentences in (False, True):
        for value in alignment_values(sample_alignment(sentences=sentences)):
            check.validate(json.loads(json.dumps(value)))
            assert (value["sentences"] is None) is not sentences


def test_spans_of_sentences_say_in_which_paragraph_they_count() -> None:
    alignment = sample_alignment(sentences=True)
    value = list(alignment_values(alignment))[3]
    spans, holders = [], []
    for inside in value["sentences"]:
        spans += inside["ru"]
        holders += inside["ru_paragraphs"]
    shown = [
        alignment.left.paragraphs[index].text[start:end]
        for (start, end), index in zip(spans, holders, strict=True)
    ]
    assert shown[-1] == "Продолжение пункта."
    assert "".join(shown[:-1]).startswith("Строка первая")
