"""A printed note made of one text, wherever a text can stand."""

from __future__ import annotations

from briefer.formats.writers.note_page import Column, Fact, NotePage, Passage, Point, Row


def page_of(text: str) -> NotePage:
    """A note in which everything that comes from outside is `text`."""
    passages = (Passage(text, text, "ru"),), (Passage(text, text, "en", context=True),)
    return NotePage(
        language="en",
        mark=text,
        kind="Briefing note",
        subject=text,
        author=text,
        facts=(Fact("Session", text),),
        points_heading="Talking points",
        points=(Point(text, "Red line", "redline", text),),
        points_empty="None.",
        table_heading="Text analysis",
        label_heading="Para.",
        columns=(Column("ru", "Russian"), Column("en", "English")),
        comment_heading="Comment",
        context_remark="Grey.",
        rows=(Row(text, passages, text, "Support", "support", text),),
        table_empty="None.",
        sources_heading="Sources",
        sources=(text,),
        page="Page",
        page_of="of",
    )
