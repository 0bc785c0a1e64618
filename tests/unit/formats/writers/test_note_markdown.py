"""Markdown notes: whatever is quoted stays text for every reader of Markdown."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefer.formats.writers.note_markdown import escape, render_markdown
from tests.unit.formats.pages import page_of

markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed here")


def shown(markdown: str) -> str:
    """The HTML that a reader makes of it, HTML in the source allowed."""
    return str(markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"]), min_size=1, max_size=60))
@example("# heading")
@example("- item")
@example("1. item")
@example("12) item")
@example("+ item")
@example("=====")
@example("---")
@example("***")
@example("<script>alert(1)</script>")
@example("&lt;b&gt;")
@example("`code`")
@example("![a](http://x)")
@example("[a]: http://x")
@example("a|b")
@example("\\")
@example("~~~")
@example("> quote")
def test_a_line_comes_out_letter_by_letter(text: str) -> None:
    assert html.unescape(shown(escape(text))) == f"<p>{text}</p>\n"


def test_addresses_do_not_become_links() -> None:
    markdown = markdown_it.MarkdownIt("gfm-like", {"linkify": False})
    assert "<a" not in markdown.render(escape("http://x.org www.x.org a@x.org mailto:a@x.org"))
    assert "://" not in escape("see https://example.org")
    assert "www." not in escape("see www.example.org")


@given(st.text(max_size=40))
@example("a|b\n\n| c |")
@example("\r\n\r\n# x")
def test_the_note_keeps_its_make_up_whatever_it_quotes(text: str) -> None:
    page = render_markdown(page_of(text))
    rendered = shown(page)
    assert [rendered.count(tag) for tag in ("<h1", "<table", "<tr", "<td", "<ol", "<ul")] == [
        1,
        1,
        2,
        4,
        1,
        2,
    ]
    assert set(re.findall(r"<(\w+)", rendered)) <= {
        "h1", "h2", "p", "ul", "ol", "li", "strong", "em", "br", "small",
        "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
