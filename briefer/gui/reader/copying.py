"""What a selection is on the clipboard: with the looks of its paragraphs, to be pasted into a letter."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from briefer.core.document import Link, Paragraph, Version
from briefer.gui.reader.setting import opening_of
from briefer.gui.reader.typography import look

Stretch = tuple[int, int, int]  # paragraph index, start and end in code points


def rich(version: Version, stretches: Iterable[Stretch]) -> str:
    """The stretches as HTML, a paragraph each, in the language they are in."""
    rows = [_paragraph(version.paragraphs[index], start, end) for index, start, end in stretches]
    body = "".join(f"<p>{row}</p>" for row in rows)
    return f'<div lang="{escape(version.language)}">{body}</div>'


def _paragraph(paragraph: Paragraph, start: int, end: int) -> str:
    wanted = look(paragraph.kind)
    opening = min(max(opening_of(paragraph), start), end)
    italic = _linked(paragraph, start, opening)
    words = (f"<i>{italic}</i>" if italic else "") + _linked(paragraph, opening, end)
    if wanted.italic:
        words = f"<i>{words}</i>"
    return f"<b>{words}</b>" if wanted.bold else words


def _linked(paragraph: Paragraph, start: int, end: int) -> str:
    """A stretch with its links, those that reach out of it cut off at its ends."""
    made, at = [], start
    for link in sorted(paragraph.links, key=lambda each: each.span.start):
        first, last = max(link.span.start, at), min(link.span.end, end)
        if first < last:
            made += [escape(paragraph.text[at:first]), _anchor(link, paragraph.text[first:last])]
            at = last
    return "".join([*made, escape(paragraph.text[at:end])])


def _anchor(link: Link, words: str) -> str:
    return f'<a href="{escape(link.target)}">{escape(words)}</a>'
