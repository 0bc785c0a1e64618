"""What is said where a query asks for something that nothing in the library has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from briefer.app.lacking import KNOWN
from briefer.app.lacking_words import lacking_words
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.searching import Searcher
from briefer.app.texts import LANGUAGES, Texts
from briefer.core.annotation import Stance
from briefer.core.folders import Folder
from briefer.core.hits import Lacking
from tests.factories import SYMBOL, sample_annotation, sample_document


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """With one document, which has an annotation, and a folder."""
    library = Library(tmp_path_factory.mktemp("library"), busy_seconds=0.2)
    saved = library.save(OpenDocument(sample_document()))
    assert saved.id is not None
    made = sample_annotation(saved.document, saved.id)
    library.add_annotation(replace(made, tags=("urgent",), stance=Stance.RED_LINE))
    library.store.folders.add(Folder("1" * 32, "Vienna March", None))
    yield Searcher(library)
    library.close()


@pytest.mark.parametrize(
    ("query", "field", "value", "near", "better"),
    [
        ("in:viena drug", "in", "viena", "Vienna March", None),
        ("symbol:E/CN.7/2025/L.40 drug", "symbol", "E/CN.7/2025/L.40", SYMBOL, f"symbol:{SYMBOL} drug"),
        (
            "drug organ:narcotik",
            "organ",
            "narcotik",
            "Commission on Narcotic Drugs",
            'drug organ:"Commission on Narcotic Drugs"',
        ),
        ('tag:"urgnt"', "tag", "urgnt", "urgent", "tag:urgent"),
    ],
)
def test_a_value_that_is_nowhere_is_named_with_those_that_are_like_it(
    searcher: Searcher, query: str, field: str, value: str, near: str, better: str | None
) -> None:
    results = searcher.find(query)
    assert results.total == 0
    (lacking,) = results.lacking
    assert (lacking.field, lacking.value, lacking.near[0]) == (field, value, near)
    assert results.suggestion == better
    if better is not None:
        assert searcher.find(better).total == 1


def test_all_values_that_are_nowhere_are_put_right_together(searcher: Searcher) -> None:
    found = searcher.find("organ:narcotik symbol:E/CN.7/2025/L.40 drug")
    assert found.suggestion == f'organ:"Commission on Narcotic Drugs" symbol:{SYMBOL} drug'
    assert searcher.find("organ:narcotik tag:zebra drug").suggestion is None


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("lang:ru drug", "drug"),
        ("drug AND lang:ru", "drug"),
        ("lang:ru AND drug kind:preambular", "drug kind:preambular"),
        ("(drug OR lang:ru) elephant", None),
        ("NOT lang:en наркотик elephant", None),
        ("lang:ru OR elephant", None),
        ("elephant", None),
        ("lang:ru", None),
    ],
)
def test_a_field_that_keeps_everything_out_is_offered_to_be_left_out(
    searcher: Searcher, query: str, better: str | None
) -> None:
    results = searcher.find(query)
    assert results.lacking == ()
    assert results.suggestion == better
    assert better is None or (results.total == 0 and searcher.find(better).total == 1)


@pytest.mark.parametrize(
    ("query", "known"),
    [
        ("lang:fr drug", ("en", "ru")),
        ("stance:support", ("redline",)),
        ("tag:later", ("urgent",)),
        ("year:1990", ("2025",)),
        ("session:12", ("68",)),
        ("label:99", ()),
        ("kind:cell", ("operative", "title")),
    ],
)
def test_without_one_that_is_like_it_those_that_there_are_are_named(
    searcher: Searcher, query: str, known: tuple[str, ...]
) -> None:
    (lacking,) = searcher.find(query).lacking
    assert set(known) <= set(lacking.known)
    assert lacking.near == ()


@pytest.mark.parametrize(
    "query", ["drug", "zebra", "tag:urgent zebra", "zebra -tag:later", "zebra lang:any", "note:zebra"]
)
def test_nothing_is_said_of_what_there_is_or_is_excluded(searcher: Searcher, query: str) -> None:
    assert searcher.find(query).lacking == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_its_sentence(language: str, speak: Callable[[str], Texts]) -> None:
    texts = speak(language)
    fields = ("in", "symbol", "organ", "session", "item", "date", "lang", "kind", "label", "tag", "stance")
    for field in fields:
        told = lacking_words(Lacking(field, "zebra", (), ("one", "two")), texts)
        assert "zebra" in told
        assert "{" not in told
        assert "two" in told
    near = Lacking("tag", "zebra", ("zebras",), ("x",))
    assert "zebras" in lacking_words(near, texts)
    assert "zebras" not in lacking_words(near, texts, offered=True)
    assert "…" in lacking_words(Lacking("tag", "zebra", (), tuple(map(str, range(KNOWN)))), texts)
