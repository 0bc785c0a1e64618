"""Whatever a document holds, it loads back equal; so does an annotation."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.core.annotation import Anchor, Annotation, Color, Scope, Stance, Status, Target
from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.document import (
    Box,
    Document,
    Kind,
    Link,
    NoteMark,
    Paragraph,
    Source,
    Span,
    Translation,
    Version,
)
from briefer.core.masthead import Masthead
from briefer.store.library import LibraryStore
from tests.factories import sample_document

TEXT = st.text(max_size=20)
NAME = st.none() | TEXT
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
COUNT = st.integers(0, 2**40)
DATE = st.dates()
BOXES = st.lists(st.builds(Box, COUNT, NUMBER, NUMBER, NUMBER, NUMBER), max_size=2).map(tuple)
NOTES = st.lists(st.builds(NoteMark, COUNT, TEXT, st.none() | COUNT), max_size=2).map(tuple)
SPANS = st.tuples(COUNT, COUNT).map(lambda ends: Span(min(ends), max(ends)))
LINKS = st.lists(st.builds(Link, SPANS, TEXT), max_size=2).map(tuple)
PARAGRAPHS = st.builds(Paragraph, st.sampled_from(Kind), TEXT, NAME, st.none() | COUNT, BOXES, NOTES, LINKS)
SOURCES = st.builds(
    Source,
    # A file's name need not be valid Unicode.
    path=st.text(st.characters(exclude_categories=["Cs"]) | st.just("\udc80")),
    format=TEXT,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    pages=st.none() | COUNT,
    encoding=NAME,
    repairs=st.lists(TEXT, max_size=2).map(tuple),
)
MASTHEADS = st.builds(
    Masthead,
    organ=NAME,
    parent_organ=NAME,
    symbol=NAME,
    distribution=NAME,
    date=st.none() | DATE,
    original_languages=st.lists(TEXT, max_size=2).map(tuple),
    session=NAME,
    place=NAME,
    meeting_dates=st.none() | st.tuples(DATE, DATE),
    agenda_item=NAME,
    title=NAME,
)
BEADS = st.builds(
    Bead,
    st.lists(COUNT, max_size=3).map(tuple),
    st.lists(COUNT, max_size=3).map(tuple),
    st.floats(0, 1),
    st.sampled_from(Origin),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    languages = draw(st.lists(st.sampled_from(["ru", "en", "fr", "und", "zh-Hant"]), unique=True, max_size=3))
    versions = tuple(
        Version(
            language,
            tuple(draw(st.lists(PARAGRAPHS, max_size=3))),
            draw(st.none() | st.sampled_from(Translation)),
        )
        for language in languages
    )
    bitext = None
    if len(languages) > 1:
        bitext = draw(
            st.none()
            | st.builds(
                Bitext, st.just(languages[0]), st.just(languages[1]), st.lists(BEADS, max_size=3).map(tuple)
            )
        )
    sources = draw(st.lists(SOURCES, max_size=2, unique_by=lambda source: source.sha256))
    return Document(tuple(sources), draw(MASTHEADS), versions, bitext)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibraryStore]:
    store = LibraryStore(tmp_path_factory.mktemp("library"), 0.1)
    yield store
    store.close()


@settings(deadline=None, max_examples=100)
@given(document=documents(), other=documents())
def test_a_document_loads_back_equal_and_so_does_what_replaces_it(
    store: LibraryStore, document: Document, other: Document
) -> None:
    identity, _saved = store.save(document, "first")
    assert store.load(identity) == document
    store.save(other, "first")
    assert store.load(identity) == other


MOMENTS = st.datetimes(timezones=st.just(datetime.UTC))
TARGETS = st.builds(
    Target,
    language=TEXT,
    index=COUNT,
    start=COUNT,
    end=COUNT,
    quote=TEXT,
    label=NAME,
    prefix=TEXT,
    suffix=TEXT,
)
ANNOTATIONS = st.builds(
    Annotation,
    id=st.just("one"),
    document_id=st.just("annotated"),
    scope=st.sampled_from(Scope),
    targets=st.lists(TARGETS, max_size=3).map(tuple),
    created=MOMENTS,
    modified=MOMENTS,
    author=TEXT,
    note=TEXT,
    color=st.sampled_from(Color),
    tags=st.lists(TEXT, max_size=3, unique=True).map(tuple),
    stance=st.none() | st.sampled_from(Stance),
    status=st.sampled_from(Status),
    anchor=st.sampled_from(Anchor),
)


@settings(deadline=None, max_examples=100)
@given(annotation=ANNOTATIONS, other=ANNOTATIONS)
def test_an_annotation_loads_back_equal_and_so_does_what_replaces_it(
    store: LibraryStore, annotation: Annotation, other: Annotation
) -> None:
    store.save(sample_document(), "annotated")
    store.add_annotation(annotation)
    assert store.annotations("annotated") == (annotation,)
    store.replace_annotation(other)
    assert store.annotations("annotated") == (other,)
    store.remove_annotation("one")
    assert store.annotations("annotated") == ()


def test_half_a_surrogate_pair_in_a_text_is_replaced(tmp_path: Path) -> None:
    store = LibraryStore(tmp_path, 0.1)
    document = Document((), Masthead(), (Version("en", (Paragraph(Kind.BODY, "a\ud83eb"),)),))
    identity, _saved = store.save(document, None)
    assert store.load(identity).versions[0].paragraphs[0].text == "a?b"
    store.close()
