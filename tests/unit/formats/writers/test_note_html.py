"""HTML notes: whatever is quoted stays text, and nothing is fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefer.app.resources import resource
from briefer.formats.writers.note_html import plain, render_html
from tests.unit.formats.pages import page_of

TEMPLATE = resource("templates", "briefing-note.html")


class Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


TAGS = Reader(render_html(page_of("x"), TEMPLATE)).tags


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(lambda text: bool(str(plain(text)).strip())))
@example("<script>alert(1)</script>")
@example("{{ note.mark }} {% raw %}")
@example('" onload="x')
@example("</style><b>")
def test_a_text_cannot_become_markup(text: str) -> None:
    reader = Reader(render_html(page_of(text), TEMPLATE))
    assert reader.tags == TAGS
    assert str(plain(text)).strip() in "".join(reader.texts)


def test_nothing_is_fetched_from_anywhere() -> None:
    html = render_html(page_of("x"), TEMPLATE)
    assert not re.search(r"https?:|src=|<link|<script|@import|url\(", html)
    assert "default-src 'none'" in html


def test_each_column_says_its_language() -> None:
    html = render_html(page_of("x"), TEMPLATE)
    assert '<html lang="en">' in html
    assert html.count('<td lang="ru">') == html.count('<td lang="en">') == 1
