"""The pages of a document come from the file it was read from, or from the library when that has gone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefer.app.pages import Pages, source_of
from briefer.core.document import Document, Kind, Paragraph, Source, Version
from briefer.core.errors import OriginalLost
from briefer.core.masthead import Masthead
from tests.pdf_pages import of_pages


class Shelf:
    """A library that keeps one file."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def original(self, sha256: str) -> Path | None:
        return self._path


def source(path: Path, data: bytes) -> Source:
    return Source(str(path), "pdf", hashlib.sha256(data).hexdigest(), 1)


def test_the_bytes_are_those_at_the_path(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data := of_pages("One"))
    renderer = Pages(Shelf()).renderer(source(path, data))
    assert renderer.count() == 1
    renderer.close()


def test_a_file_that_has_changed_or_gone_comes_from_the_library(tmp_path: Path) -> None:
    path, kept = tmp_path / "a.pdf", tmp_path / "kept"
    kept.write_bytes(data := of_pages("One"))
    path.write_bytes(of_pages("One", "Two"))
    renderer = Pages(Shelf(kept)).renderer(source(path, data))
    assert renderer.count() == 1
    renderer.close()


@pytest.mark.parametrize("kept", [None, "damaged"])
def test_what_is_nowhere_as_it_was_is_told(tmp_path: Path, kept: str | None) -> None:
    shelf = tmp_path / "kept"
    shelf.write_bytes(b"something else")
    renderer = Pages(Shelf(shelf if kept else None)).renderer(source(tmp_path / "gone.pdf", of_pages("One")))
    with pytest.raises(OriginalLost):
        renderer.count()
    renderer.close()


def document(sources: Sequence[tuple[str, int | None]], pages: dict[str, int | None]) -> Document:
    versions = tuple(
        Version(language, (Paragraph(Kind.BODY, "Text.", page=page),)) for language, page in pages.items()
    )
    files = tuple(Source(path, path.rpartition(".")[2], path, count) for path, count in sources)
    return Document(files, Masthead(), versions)


def path_of(document: Document, language: str) -> str | None:
    found = source_of(document, language)
    return found.path if found else None


def test_each_version_has_the_pages_of_its_file() -> None:
    two = document([("0.pdf", 3), ("1.pdf", 9)], {"ru": 2, "en": 2})
    assert path_of(two, "ru") == "0.pdf"
    assert path_of(two, "en") == "1.pdf"
    assert path_of(two, "fr") is None
    mixed = document([("0.docx", None), ("1.pdf", 9)], {"ru": None, "en": 2})
    assert path_of(mixed, "ru") is None
    assert path_of(mixed, "en") == "1.pdf"


@pytest.mark.parametrize(
    ("english", "russian"), [("A_en.pdf", "A_ru.pdf"), ("eng.pdf", "rus.pdf"), ("x.pdf", "Russian (2).pdf")]
)
def test_the_names_of_files_tell_which_is_which(english: str, russian: str) -> None:
    two = document([(english, 9), (russian, 9)], {"ru": 2, "en": 2})
    assert path_of(two, "ru") == russian
    assert path_of(two, "en") == english


def test_both_languages_of_one_file_have_its_pages() -> None:
    one = document([("0.png", 1)], {"ru": 1, "en": 1})
    assert path_of(one, "ru") == path_of(one, "en") == "0.png"
    assert path_of(document([("0.text", None)], {"ru": None}), "ru") is None


def test_a_file_too_short_for_a_version_is_not_its_file() -> None:
    two = document([("0.pdf", 2), ("1.pdf", 9)], {"ru": 8, "en": 2})
    assert path_of(two, "ru") == "1.pdf"
