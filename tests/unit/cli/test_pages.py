"""Results as people read them."""

from __future__ import annotations

import datetime
from pathlib import Path

from briefer.app.model import DocumentSummary, Imported, ImportStatus, LibraryInfo
from briefer.app.texts import Texts
from briefer.cli.care_pages import library_page
from briefer.cli.found_pages import excerpt, hits_page
from briefer.cli.pages import annotations_page, documents_page, imported_page
from briefer.core.document import Span
from briefer.core.hits import DocumentHits, Hit
from tests.factories import sample_annotation, sample_document


def test_a_document_shows_what_tells_it_from_others(texts: Texts) -> None:
    day = datetime.date(2025, 3, 3)
    summary = DocumentSummary("a" * 32, "Draft", "E/CN.7/2025/L.4", day, ("ru", "en"), None, None, None)
    assert documents_page([summary], texts) == "aaaaaaaa  E/CN.7/2025/L.4  ru en  2025-03-03\n    Draft"


def test_hits_show_both_languages_with_what_was_found(texts: Texts) -> None:
    hit = Hit("en", "1", 5, "Calls upon States", (Span(6, 10),), "Призывает", (Span(0, 9),))
    page = hits_page([DocumentHits("b" * 32, "Draft", None, (hit, hit))], texts)
    assert page.startswith("bbbbbbbb  Draft  (2 passages)\n")
    assert "  en 1: Calls [upon] States\n      ↔ [Призывает]" in page


def test_an_excerpt_is_cut_at_words_around_the_first_mark() -> None:
    text = "word " * 60 + "needle " + "word " * 60
    shown = excerpt(text, (Span(300, 306),))
    assert "[needle]" in shown
    assert shown.startswith("…word ")
    assert shown.endswith(" word…")
    assert len(shown) < 220
    assert excerpt("short", ()) == "short"
    assert excerpt("x" * 500, (Span(490, 500),)).endswith("[" + "x" * 10 + "]")


def test_annotations_stand_under_their_document(texts: Texts) -> None:
    page = annotations_page([("L.4", [sample_annotation(sample_document(), "d")])], texts)
    assert page.split("\n") == [
        "L.4",
        "  a1  #control",
        "    en 1: “Calls upon States parties to strengthen control measures;”",
        "    > Our delegation supports this.",
    ]


def test_what_was_refused_is_not_among_what_was_imported(texts: Texts) -> None:
    page = imported_page(
        [
            Imported(Path("a.txt"), ImportStatus.NEW, "c" * 32),
            Imported(Path("b.txt"), ImportStatus.REFUSED, None, OSError()),
        ],
        texts,
    )
    assert page == "cccccccc  new: a.txt"


def test_the_library_tells_where_it_is_and_what_it_holds(texts: Texts) -> None:
    page = library_page(LibraryInfo(Path("/lib"), 2, 98, 3, 1_500_000, "0001"), texts)
    assert "/lib" in page
    assert "1.5 MB" in page
