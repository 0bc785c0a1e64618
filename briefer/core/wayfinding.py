"""The next of several places in a text, and the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from briefer.core.document import Paragraph, Span

# A stretch of a paragraph of one version.
Stretch = tuple[int, Span]


def next_stretch(
    paragraphs: Sequence[Paragraph],
    spans: Callable[[Paragraph], Iterable[Span]],
    here: tuple[int, int],
    *,
    forward: bool,
) -> Stretch | None:
    """The first stretch after the place `here` (paragraph and code point), or the last before it.

    `spans` gives the stretches of a paragraph in order. None at the end.
    """
    index, offset = here
    numbers = range(index, len(paragraphs)) if forward else range(min(index, len(paragraphs) - 1), -1, -1)
    for number in numbers:
        found = list(spans(paragraphs[number]))
        if number == index:
            found = [span for span in found if (span.start > offset if forward else span.start < offset)]
        if found:
            return number, found[0] if forward else found[-1]
    return None
