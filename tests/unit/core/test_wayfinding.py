"""Going from stretch to stretch in both directions."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from briefer.core.document import Kind, Paragraph, Span
from briefer.core.wayfinding import next_stretch


def xs(paragraph: Paragraph) -> list[Span]:
    return [Span(found.start(), found.end()) for found in re.finditer("x", paragraph.text)]


def of(*texts: str) -> list[Paragraph]:
    return [Paragraph(Kind.BODY, text) for text in texts]


def test_the_next_one_is_after_the_caret_and_the_previous_before_it() -> None:
    text = of("x.x", "", ".x")
    assert next_stretch(text, xs, (0, 0), forward=True) == (0, Span(2, 3))
    assert next_stretch(text, xs, (0, 2), forward=True) == (2, Span(1, 2))
    assert next_stretch(text, xs, (2, 1), forward=True) is None
    assert next_stretch(text, xs, (2, 1), forward=False) == (0, Span(2, 3))
    assert next_stretch(text, xs, (0, 0), forward=False) is None


@given(st.lists(st.text("x.", max_size=4), min_size=1))
def test_going_on_meets_every_one_once_and_going_back_the_same_ones(texts: list[str]) -> None:
    paragraphs = of(*texts)
    every = [(n, span.start) for n, paragraph in enumerate(paragraphs) for span in xs(paragraph)]
    for forward, here in ((True, (0, -1)), (False, (len(paragraphs) - 1, 99))):
        met = []
        while (found := next_stretch(paragraphs, xs, here, forward=forward)) is not None:
            here = (found[0], found[1].start)
            met.append(here)
        assert met == (every if forward else every[::-1])
