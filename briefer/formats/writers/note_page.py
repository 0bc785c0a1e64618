"""The briefing note as the writers print it: every word is there, none is decided here.

Made by `briefer.app.wording` from a `BriefingNote`; the writers for DOCX, HTML and Markdown
only set it. All texts are plain: each writer escapes for its own format.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the header: what it is, and it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation with its citation; `context` is set lighter. `language` is a BCP 47 code."""

    text: str
    citation: str
    language: str
    context: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A talking point; `stance` is empty or a word, `remark` its tags and citations."""

    text: str
    stance: str
    stance_code: str
    remark: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table, with as many cells as the table has columns of languages.

    A cell is never empty: where nothing stands opposite it holds a dash.
    """

    label: str
    cells: tuple[tuple[Passage, ...], ...]
    comment: str
    stance: str
    stance_code: str
    remark: str


@dataclass(frozen=True, slots=True)
class Column:
    """A language of the table: its code and its name."""

    language: str
    name: str


@dataclass(frozen=True, slots=True)
class NotePage:
    """The whole note, in the order in which it is printed.

    `language` is that of the note's own words. An empty section holds its `…_empty` sentence
    instead. `page_of` are the words around the two page numbers.
    """

    language: str
    mark: str
    kind: str
    subject: str
    author: str
    facts: tuple[Fact, ...]
    points_heading: str
    points: tuple[Point, ...]
    points_empty: str
    table_heading: str
    label_heading: str
    columns: tuple[Column, ...]
    comment_heading: str
    context_remark: str
    rows: tuple[Row, ...]
    table_empty: str
    sources_heading: str
    sources: tuple[str, ...]
    page: str
    page_of: str
