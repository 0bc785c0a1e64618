"""Search over a library: what is found, what is marked, and that the index heals."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.searching import HITS, Searcher
from briefer.core.citation import cite, cite_hit
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.errors import DocumentUnknown, QueryWrong
from briefer.core.hits import DocumentHits, Hit
from tests.factories import SYMBOL, plain_document, sample_document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library", busy_seconds=0.2)
    yield library
    library.close()


@pytest.fixture
def searcher(library: Library) -> Searcher:
    return Searcher(library)


def save(library: Library, document: Document) -> str:
    saved = library.save(OpenDocument(document))
    assert saved.id is not None
    return saved.id


def literal(found: DocumentHits) -> list[Hit]:
    return [hit for hit in found.hits if hit.literal]


def only_hit(found: list[DocumentHits]) -> Hit:
    """The one literal hit; others, by translation, come after it."""
    ((hit,),) = (literal(entry) for entry in found)
    return hit


def marked(hit: Hit) -> list[str]:
    return [hit.text[mark.start : mark.end] for mark in hit.marks]


def marked_opposite(hit: Hit) -> list[str]:
    assert hit.counterpart is not None
    return [hit.counterpart[mark.start : mark.end] for mark in hit.counterpart_marks]


def found_ids(found: list[DocumentHits]) -> set[str]:
    return {entry.id for entry in found}


def test_a_russian_word_is_found_in_another_form_with_its_counterpart(
    library: Library, searcher: Searcher
) -> None:
    identity = save(library, sample_document())
    found = searcher.search("наркотик")
    assert [(entry.id, entry.symbol) for entry in found] == [(identity, SYMBOL)]
    hit = only_hit(found)
    assert (hit.language, hit.label, hit.index, hit.literal) == ("ru", "PP1", 3, True)
    assert marked(hit) == ["наркотиков"]
    assert hit.counterpart == "Noting once more the growth of illicit drug trafficking,"
    assert marked_opposite(hit) == ["drug"]


def test_an_english_word_is_found_in_another_form(library: Library, searcher: Searcher) -> None:
    save(library, sample_document())
    hits = literal(searcher.search("drug")[0])
    assert [(hit.language, hit.index, marked(hit)) for hit in hits] == [
        ("en", 2, ["Drugs"]),
        ("en", 3, ["drug"]),
    ]
    assert hits[0].counterpart == "Комиссия по наркотическим средствам,"


def test_a_pair_that_answers_on_both_sides_is_one_hit(library: Library, searcher: Searcher) -> None:
    save(library, sample_document())
    hit = only_hit(searcher.search("2026"))
    assert (hit.language, marked(hit), marked_opposite(hit)) == ("ru", ["2026"], ["2026"])


def test_yo_case_and_invisible_characters_make_no_difference(library: Library, searcher: Searcher) -> None:
    save(library, plain_document({"ru": ["Её ещё\u00a0раз про\u00adверят."]}))
    for query in ("ЕЩЕ", "ещё", "проверят", "её раз"):
        assert searcher.search(query), query
    assert marked(only_hit(searcher.search("проверят"))) == ["про\u00adверят"]


def test_a_symbol_is_found_whole_and_in_parts_however_spelt(library: Library, searcher: Searcher) -> None:
    save(library, sample_document(symbol=None))
    other = save(library, plain_document({"en": ["See E/CN.7/2025/11 and E/CN.7/2025/1/Rev.1."]}))
    for query in ("E/CN.7/2025/1", "e/cn.7/2025/1", "Е/СN.7/2025/1"):
        hit = only_hit(searcher.search(query))
        assert (marked(hit), marked_opposite(hit)) == (["Е/CN.7/2025/1"], ["E/CN.7/2025/1"]), query
    assert len(searcher.search("CN.7")) == 2
    assert found_ids(searcher.search("Rev.1")) == {other}


def test_a_document_is_found_by_the_symbol_that_was_entered(library: Library, searcher: Searcher) -> None:
    identity = save(library, plain_document({"ru": ["Одни слова."]}))
    assert searcher.search("E/CN.7/2025/CRP.5") == []
    library.set_symbol(identity, "E/CN.7/2025/CRP.5")
    (entry,) = searcher.search("E/CN.7/2025/CRP.5")
    assert (entry.id, entry.symbol) == (identity, "E/CN.7/2025/CRP.5")
    assert [(hit.text, hit.marks) for hit in entry.hits] == [("Одни слова.", ())]


def test_titles_are_found(library: Library, searcher: Searcher) -> None:
    save(library, sample_document())
    hit = only_hit(searcher.search("проект резолюции"))
    assert marked(hit) == ["Проект", "резолюции"]


def test_operators_decide_by_paragraph(library: Library, searcher: Searcher) -> None:
    texts = ["drugs and control", "drugs and health", "precursors"]
    save(library, plain_document({"en": texts}))

    def answer(query: str) -> list[str]:
        return [hit.text for entry in searcher.search(query) for hit in entry.hits]

    assert answer("drug control") == texts[:1]
    assert answer("drug NOT control") == texts[1:2]
    assert answer("drug -control") == texts[1:2]
    assert answer("control OR precursor") == [texts[0], texts[2]]
    assert answer("(control OR health) drug") == texts[:2]
    assert answer('"and control"') == texts[:1]
    assert answer('"control and"') == []


def test_words_apart_find_the_document_after_those_that_hold_them_together(
    library: Library, searcher: Searcher
) -> None:
    apart = save(library, plain_document({"ru": ["слово", "другое"], "en": ["drugs", "control"]}, "a.txt"))
    together = save(library, plain_document({"en": ["control of drugs " + "and so on " * 50]}, "b.txt"))
    assert [entry.id for entry in searcher.search("drug control")] == [together, apart]
    both = searcher.search("drug слово")
    assert [(entry.id, [hit.text for hit in entry.hits]) for entry in both] == [(apart, ["слово"])]


def test_the_document_that_speaks_of_it_most_comes_first(library: Library, searcher: Searcher) -> None:
    filler = "many other words of a long paragraph about something else"
    much = save(library, plain_document({"en": ["drugs drugs drugs"]}, "b.txt"))
    little = save(library, plain_document({"en": [f"drugs {filler} {filler}"]}, "a.txt"))
    none = save(library, plain_document({"en": [filler]}, "c.txt"))
    ids = [entry.id for entry in searcher.search("drugs")]
    assert ids == [much, little]
    assert none not in ids


def test_running_heads_count_only_where_nothing_else_does(library: Library, searcher: Searcher) -> None:
    head = Paragraph(Kind.FURNITURE, "Narcotic drugs 12")
    body = Paragraph(Kind.BODY, "On drugs.")
    document = plain_document({"en": ["x"]})
    save(library, replace(document, versions=(Version("en", (head, body)),)))
    assert only_hit(searcher.search("drugs")).text == "On drugs."
    assert only_hit(searcher.search("narcotic")).text == "Narcotic drugs 12"


def test_search_keeps_to_one_document_and_to_the_limit(library: Library, searcher: Searcher) -> None:
    ids = [save(library, plain_document({"en": [f"drugs {n}"]}, f"{n}.txt")) for n in range(3)]
    assert found_ids(searcher.search("drugs", ids[1])) == {ids[1]}
    assert len(searcher.search("drugs", limit=2)) == 2
    assert searcher.search("drugs", limit=0) == []
    with pytest.raises(DocumentUnknown):
        searcher.search("drugs", "nowhere")


def test_a_document_shows_no_more_than_its_first_hits(library: Library, searcher: Searcher) -> None:
    save(library, plain_document({"en": [f"drugs {n}" for n in range(HITS + 5)]}))
    (entry,) = searcher.search("drugs")
    assert [hit.index for hit in entry.hits] == list(range(HITS))


def test_nothing_found_is_no_error(library: Library, searcher: Searcher) -> None:
    assert searcher.search("drugs") == []
    save(library, sample_document())
    assert searcher.search("elephant") == []


@pytest.mark.parametrize(
    "damage", ["missing", "a file", "empty files", "garbage", "hidden", "no seal", "foreign", "stale"]
)
def test_an_index_that_cannot_be_used_is_made_anew(library: Library, searcher: Searcher, damage: str) -> None:
    identity = save(library, sample_document())
    expected = searcher.search("наркотик OR drug")
    assert expected
    folder = library.folder / "index"
    if damage == "missing":
        folder.rename(library.folder / "away")
    elif damage == "a file":
        folder.rename(library.folder / "away")
        folder.write_bytes(b"no folder")
    elif damage == "foreign":
        folder.rename(library.folder / "away")
        folder.mkdir()
        for path in (library.folder / "away").iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
    elif damage == "stale":
        library.set_symbol(identity, None)
        library.set_symbol(identity, SYMBOL)
    else:
        for path in [p for p in folder.iterdir() if p.is_file()]:
            times, size = (path.stat().st_atime_ns, path.stat().st_mtime_ns), path.stat().st_size
            if damage == "hidden" and path.name != "seal.json":
                path.write_bytes(b"\x80" * size)
                os.utime(path, ns=times)
            elif damage == "no seal" and path.name == "seal.json":
                path.unlink()
            elif damage in {"empty files", "garbage"} and path.name != "seal.json":
                path.write_bytes(b"" if damage == "empty files" else b"\x80garbage" * 100)
    assert searcher.search("наркотик OR drug") == expected
    assert (folder / "seal.json").exists()


def test_an_index_in_order_is_left_alone(library: Library, searcher: Searcher) -> None:
    save(library, sample_document())
    searcher.search("drug")
    seal = library.folder / "index" / "seal.json"
    written = (seal.stat().st_ino, seal.stat().st_mtime_ns)
    searcher.search("state")
    library.close()
    other = Library(library.folder)
    Searcher(other).search("drug")
    other.close()
    assert (seal.stat().st_ino, seal.stat().st_mtime_ns) == written


def test_an_index_of_another_library_is_never_asked(
    library: Library, searcher: Searcher, tmp_path: Path
) -> None:
    identity = save(library, sample_document())
    expected = searcher.search("drug")
    other = Library(tmp_path / "other")
    save(other, plain_document({"en": ["zebras and drugs"]}, "zebra.txt"))
    assert Searcher(other).search("zebra")
    other.close()
    for path in (library.folder / "index").iterdir():
        path.unlink()
    shutil.copytree(other.folder / "index", library.folder / "index", dirs_exist_ok=True)
    assert searcher.search("zebra") == []
    assert searcher.search("drug") == expected
    assert found_ids(expected) == {identity}


def test_results_are_the_same_when_the_index_cannot_be_written(library: Library, searcher: Searcher) -> None:
    save(library, sample_document())
    expected = searcher.search("drug")
    (library.folder / "index.lock").unlink()
    (library.folder / "index.lock").mkdir()
    assert searcher.search("drug") == expected


def test_the_index_is_for_its_owner_alone(library: Library, searcher: Searcher) -> None:
    save(library, sample_document())
    searcher.search("drug")
    for path in library.folder.rglob("*"):
        if not path.name.endswith("LOCK"):
            expected = 0o700 if path.is_dir() else 0o600
            assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_what_is_saved_later_is_found(library: Library, searcher: Searcher) -> None:
    save(library, plain_document({"en": ["drugs"]}, "a.txt"))
    assert len(searcher.search("drug")) == 1
    save(library, plain_document({"en": ["drugs"]}, "b.txt"))
    assert len(searcher.search("drug")) == 2


ODD_QUERIES = [
    "word~99",
    "*",
    "a" * 10_000,
    "a " * 5_000,
    "(" * 900,
    '"' * 999,
    "<b>drugs</b> & <script>",
    "a OR " * 150 + "a",
    "NOT " * 200 + "a",
    "\x00\ud800",
    "'; DROP TABLE documents; --",
    "title:drugs",
    "/" * 500,
    "a/" * 400 + "1",
]


@pytest.mark.parametrize("query", ODD_QUERIES, ids=range(len(ODD_QUERIES)))
def test_an_odd_query_gets_an_answer_or_is_refused(library: Library, searcher: Searcher, query: str) -> None:
    save(library, sample_document())
    refused = None
    try:
        searcher.search(query)
    except QueryWrong as error:
        refused = error.params
    assert refused is None or refused["position"] in range(len(query) + 1)


def test_every_hit_is_cited_as_its_paragraph_is(library: Library, searcher: Searcher) -> None:
    for symbol in (SYMBOL, None):
        document = sample_document(symbol, name=f"{symbol is None}.txt")
        identity = save(library, document)
        (found,) = searcher.search("lang:any", identity)
        assert len(found.hits) > 5
        for hit in found.hits:
            assert cite_hit(found, hit) == cite(document, hit.language, hit.index)
