"""When a second file is the other language version of the first, and why it may not be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from briefer.app.joining import Doubt, Joiner, Second, agreement, doubt_between
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.opening import Opener
from briefer.app.reading import LocalReader
from briefer.app.task import Cancelled, Progress
from briefer.core.document import Document, Kind, Paragraph, Source, Version
from briefer.core.masthead import Masthead
from briefer.formats.parser import Parser
from tests.factories import plain_document
from tests.shared_data import DATA
from tests.specimens import english_text, russian_text

CASES = sorted(path.name.removesuffix(".ru.txt") for path in (DATA / "align").glob("*.ru.txt"))
# Cases of the same name up to the second dash are cut from one text.
TEXTS = (
    "udhr-clean",
    "sdg-clean",
    "un-0030-clean-0",
    "un-0030-clean-1",
    "un-0030-clean-2",
    "un-0120-clean-1",
)
needs_cases = pytest.mark.skipif(not CASES, reason="needs the shared alignment cases")
needs_documents = pytest.mark.skipif(
    not (DATA / "documents").is_dir(), reason="needs the shared real documents"
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library")
    yield library
    library.close()


@pytest.fixture(scope="module")
def reader() -> LocalReader:
    return LocalReader(Parser())


@pytest.fixture
def opener(reader: LocalReader, library: Library) -> Opener:
    return Opener(reader, library)


@pytest.fixture
def joiner(opener: Opener, library: Library) -> Joiner:
    return Joiner(opener, library)


def judged(joiner: Joiner, first: OpenDocument, added: OpenDocument) -> Second:
    return joiner.judge(first, added, Progress())


def one(
    language: str, *texts: str, symbol: str | None = None, document_id: str | None = None
) -> OpenDocument:
    """A document of one version; its file's hash follows from its text."""
    source = Source("/x.txt", "text", hashlib.sha256("\n".join(texts).encode()).hexdigest())
    version = Version(language, tuple(Paragraph(Kind.BODY, text) for text in texts))
    return OpenDocument(Document((source,), Masthead(symbol=symbol), (version,)), document_id)


def lines(name: str, language: str, count: int = 100) -> OpenDocument:
    """The first lines of an alignment case."""
    text = (DATA / "align" / f"{name}.{language}.txt").read_text(encoding="utf-8")
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    return one(language, *rows[:count])


def test_the_halves_of_the_session_document_join(joiner: Joiner, opener: Opener, tmp_path: Path) -> None:
    halves = []
    for language, text in (("ru", russian_text()), ("en", english_text())):
        path = tmp_path / f"{language}.txt"
        path.write_text(text, encoding="utf-8")
        halves.append(opener.open([path]))
    for first, added in (halves, halves[::-1]):
        second = judged(joiner, first, added)
        assert second.doubt is None
        assert second.joined is not None
        assert second.joined.document.languages == ("ru", "en")
        assert second.joined.id is None


@needs_cases
@pytest.mark.parametrize("name", [case for case in CASES if "hard" in case or "furniture" in case])
def test_real_translations_join_although_much_is_missing_or_astray(joiner: Joiner, name: str) -> None:
    assert judged(joiner, lines(name, "ru"), lines(name, "en")).doubt is None


@needs_cases
@pytest.mark.parametrize("name", [case for case in CASES if "clean" in case])
def test_ten_paragraphs_are_enough_to_tell_a_translation(joiner: Joiner, name: str) -> None:
    assert judged(joiner, lines(name, "ru", 10), lines(name, "en", 10)).doubt is None


@needs_cases
@pytest.mark.parametrize(("name", "other"), [*pairwise(TEXTS), (TEXTS[-1], TEXTS[0])])
def test_texts_that_are_no_translations_do_not_join(joiner: Joiner, name: str, other: str) -> None:
    for count in (5, 20, 100):
        second = judged(joiner, lines(name, "ru", count), lines(other, "en", count))
        assert (second.joined, second.doubt) == (None, Doubt.TEXTS_DIFFER)


@needs_documents
@pytest.mark.parametrize(
    ("first", "added", "doubt"),
    [
        ("OpenChain_2.0_ru.docx", "OpenChain_2.0_en.pdf", None),
        ("OpenChain_2.0_ru.pdf", "OpenChain_2.0_en.pdf", None),
        ("OpenChain_2.0_ru.docx", "CIS_Belovezh_1991_en.md", Doubt.TEXTS_DIFFER),
        ("OpenChain_2.0_ru.pdf", "A_80_590_en.docx", Doubt.TEXTS_DIFFER),
        ("OpenChain_2.0_ru.pdf", "OpenChain_2.0_ru.docx", Doubt.SAME_LANGUAGE),
        ("CIS_Belovezh_1991_en.md", "OpenChain_2.0_en.pdf", Doubt.SAME_LANGUAGE),
    ],
)
def test_real_documents(joiner: Joiner, opener: Opener, first: str, added: str, doubt: Doubt | None) -> None:
    opened = [opener.open([DATA / "documents" / name]) for name in (first, added)]
    assert judged(joiner, opened[0], opened[1]).doubt is doubt


def test_one_symbol_joins_even_what_is_too_short_to_compare(joiner: Joiner) -> None:
    first = one("ru", "Комиссия просит доклад.", symbol="Е/CN.7/2025/L.4")  # with a Cyrillic Е
    added = one("en", "The Commission asks for a report.", symbol="E/CN.7/2025/L.4")
    joined = judged(joiner, first, added).joined
    assert joined is not None
    assert joined.document.languages == ("ru", "en")


def test_a_short_text_without_a_symbol_is_left_to_the_reader(joiner: Joiner) -> None:
    first, added = one("ru", "Комиссия просит доклад."), one("en", "The Commission asks for a report.")
    assert judged(joiner, first, added).doubt is Doubt.TEXTS_DIFFER


@pytest.mark.parametrize(
    ("first", "added", "doubt"),
    [
        (one("ru", "а", symbol="A/80/1"), one("en", "a", symbol="A/80/1/Rev.1"), Doubt.OTHER_SYMBOL),
        (one("ru", "а", symbol="A/80/1"), one("ru", "б", symbol="A/80/1"), Doubt.SAME_LANGUAGE),
        (one("ru", "а"), one("und", "b"), Doubt.LANGUAGE_UNKNOWN),
        (one("ru", "а"), one("en", "а"), Doubt.SAME_FILE),
        (one("ru", "а", document_id="1"), one("en", "b", document_id="2"), Doubt.BOTH_SAVED),
        (one("ru", "а"), OpenDocument(plain_document({"ru": "в", "en": "c"})), Doubt.BOTH_LANGUAGES),
        (one("ru", "а", symbol="A/80/1"), one("en", "b"), None),
    ],
)
def test_what_speaks_against_joining(first: OpenDocument, added: OpenDocument, doubt: Doubt | None) -> None:
    assert doubt_between(first, added) is doubt


def test_a_saved_document_is_joined_under_its_id_whichever_came_first(
    joiner: Joiner, library: Library, opener: Opener, tmp_path: Path
) -> None:
    symbol = "E/CN.7/2025/L.4"
    path = tmp_path / "l4.txt"
    path.write_text(f"{symbol}\n\nКомиссия призывает государства усилить контроль.\n", encoding="utf-8")
    saved = library.save(opener.open([path]))
    other = tmp_path / "l4-en.txt"
    other.write_text(f"{symbol}\n\nThe Commission calls upon States to strengthen control.\n")
    joined = judged(joiner, opener.open([other]), saved).joined
    assert joined is not None
    assert joined.id == saved.id
    assert library.load(saved.id or "").document == joined.document
    assert joined.document.languages == ("ru", "en")


def test_a_second_text_in_the_same_language_is_taken_for_the_other_when_joined(joiner: Joiner) -> None:
    joined = joiner.join(one("ru", "Первый."), one("ru", "Второй."), Progress())
    assert joined.document.languages == ("ru", "en")
    english = joined.document.version("en")
    assert english is not None
    assert english.paragraphs[0].text == "Второй."


def test_agreement_is_that_of_the_version_that_has_less_of_it() -> None:
    document = plain_document({"ru": ["аааа", "бб"], "en": ["cccc", "dd"]})
    assert agreement(document) == 1.0
    assert document.bitext is not None
    first, second = document.bitext.beads
    doubtful = replace(document.bitext, beads=(first, replace(second, confidence=0.3)))
    assert agreement(replace(document, bitext=doubtful)) == pytest.approx(4 / 6)
    assert agreement(replace(document, bitext=None)) == 0.0


def test_judging_can_be_cancelled(joiner: Joiner) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        joiner.judge(one("ru", "а"), one("en", "b"), progress)
