"""Links of Markdown: the words are read, the marks are not, and brackets of a draft stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.structure.lines import Anchor
from briefer.formats.markdown_links import take_links, take_references
from briefer.formats.text import read_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("See [the text](https://undocs.org/a).", "See the text."),
        ("See [Resolution [63/1]](https://undocs.org/b) too", "See Resolution [63/1] too"),
        ("[E/1](https://undocs.org/E_(x)) end", "E/1 end"),
        ('[the text](https://undocs.org/a "Title")', "the text"),
        ("![A map](map.png) of it", "A map of it"),
        ("at <https://undocs.org/a>", "at https://undocs.org/a"),
    ],
)
def test_only_the_words_of_a_link_are_read(written: str, read: str) -> None:
    assert take_links(written, {})[0] == read


@pytest.mark.parametrize(
    "written",
    [
        "Calls upon [all] States",
        "[Urges] (A/79/L.4) States",
        "[Urges](A/79/L.4) States",
        "[to be completed](by the secretariat)",
        "an open [bracket (https://undocs.org)",
        r"\[no link](https://undocs.org)",
        "note[^1] and [other][nowhere]",
    ],
)
def test_what_is_no_link_stays(written: str) -> None:
    assert take_links(written, {}) == (written, ())


def test_a_reference_leads_where_it_is_said_to() -> None:
    rows, references = take_references(["See [Rules][r], [r].", "[R]: https://undocs.org/a 'The rules'"])
    assert rows == ["See [Rules][r], [r]."]
    assert take_links(rows[0], references) == (
        "See Rules, r.",
        (Anchor("Rules", "https://undocs.org/a"), Anchor("r", "https://undocs.org/a")),
    )


def test_a_block_has_the_links_that_stand_in_it() -> None:
    text = "See **[the text](https://undocs.org/a)**\nnow.\n\nAnother."
    first, second = read_text(text.encode(), "markdown").blocks
    assert [line.text for line in first.lines] == ["See the text", "now."]
    assert first.links == (Anchor("the text", "https://undocs.org/a"),)
    assert second.links == ()


def test_plain_text_is_not_read_as_markdown() -> None:
    (block,) = read_text(b"See [a](https://undocs.org/a)", "text").blocks
    assert block.lines[0].text == "See [a](https://undocs.org/a)"


@given(st.text("[]()!\\<> ahttps:/.#\n", max_size=60))
def test_nothing_but_marks_and_targets_is_lost(text: str) -> None:
    plain, anchors = take_links(text, {})
    assert set(plain) <= set(text)
    if not anchors and "!" not in text and "<" not in text:
        assert plain == text
