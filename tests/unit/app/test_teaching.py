"""A library's beads teach: those that are sure and those made by hand, as they are now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.app.assembly import Assembly
from briefer.app.correcting import Corrector
from briefer.app.engine import Engine
from briefer.app.knowledge import known_languages
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.reading import LocalReader
from briefer.app.task import Progress
from briefer.app.teaching import LibraryLessons
from briefer.core.align.teaching import Taught
from briefer.core.corrections import Correction, Operation
from briefer.core.document import Kind, Paragraph, Version
from briefer.formats.parser import Parser
from tests.factories import plain_document

FRENCH = ("Le hibou dort.", "Le hibou vole.", "Le loup mange.")
ENGLISH = ("The owl sleeps.", "The owl flies.", "The wolf eats.")
OWL = ("hibou", "owl")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library", busy_seconds=0.2)
    yield library
    library.close()


@pytest.fixture
def saved(library: Library, tmp_path: Path) -> OpenDocument:
    """A document whose pairs are not sure enough to teach."""
    path = tmp_path / "owl.txt"
    path.write_text("\n".join((*FRENCH, *ENGLISH)), encoding="utf-8")
    return library.save(OpenDocument(plain_document({"fr": FRENCH, "en": ENGLISH}, str(path))))


def by_hand(corrector: Corrector, opened: OpenDocument, *numbers: int) -> OpenDocument:
    """The document with these pairs taken apart and put together again."""
    for number in numbers:
        for operation in (Operation.UNLINK, Operation.LINK):
            opened = corrector.correct(opened, Correction(operation, (number,), (number,)))
    return opened


def test_doubtful_beads_teach_nothing_until_a_hand_confirms_them(
    library: Library, saved: OpenDocument
) -> None:
    lessons, corrector = LibraryLessons(library), Corrector(library, LocalReader(Parser()))
    assert lessons.taught().between("fr", "en") == ()
    corrected = by_hand(corrector, saved, 0, 1)
    assert OWL in lessons.taught().between("fr", "en")
    corrector.undo(corrected)
    assert OWL not in lessons.taught().between("fr", "en")


def test_what_lies_in_the_trash_teaches_nothing(library: Library, saved: OpenDocument) -> None:
    by_hand(Corrector(library, LocalReader(Parser())), saved, 0, 1)
    lessons = LibraryLessons(library)
    assert OWL in lessons.taught().between("fr", "en")
    library.store.trash.remove([saved.id or ""])
    assert lessons.taught().between("fr", "en") == ()


def test_the_same_library_teaches_the_same_to_everybody(library: Library, saved: OpenDocument) -> None:
    by_hand(Corrector(library, LocalReader(Parser())), saved, 0, 1)
    assert LibraryLessons(library).taught() == LibraryLessons(Library(library.folder)).taught() != Taught()


def test_a_library_that_is_not_there_teaches_nothing_and_is_not_made(tmp_path: Path) -> None:
    assert LibraryLessons(Library(tmp_path / "nowhere")).taught() == Taught()
    assert not (tmp_path / "nowhere").exists()


def test_a_damaged_library_teaches_nothing(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite").write_bytes(b"no database" * 100)
    assert LibraryLessons(Library(tmp_path)).taught() == Taught()


def test_what_is_taught_reaches_the_reading_process() -> None:
    left, right = (
        Version(language, tuple(Paragraph(Kind.BODY, text) for text in texts))
        for language, texts in (
            ("fr", ("Le hibou dort au loin.", "Le renard court tant.", "Le loup mange trop.")),
            ("en", ("The owl sleeps away.", "The wolf eats a lot.")),
        )
    )
    taught = Taught({"fr en": (OWL, ("loup", "wolf"), ("mang", "eat"), ("dort", "sleep"))})
    engine = Engine(lambda _: taught)
    try:
        there = engine.align(left, right, (), Progress())
    finally:
        engine.close()
    here = LocalReader(Parser(), known_languages(lambda _: taught)).align(left, right, (), Progress())
    assert there == here != LocalReader(Parser()).align(left, right, (), Progress())


def test_align_goes_by_a_library_only_when_it_is_named(library: Library, saved: OpenDocument) -> None:
    by_hand(Corrector(library, LocalReader(Parser())), saved, 0, 1)
    for folder, known in ((library.folder, True), (None, False)):
        parts = Assembly(folder)
        assert (OWL in parts.aligner.languages.taught("fr", "en")) == known
        parts.close()


def test_a_document_is_not_taught_by_itself(library: Library, saved: OpenDocument) -> None:
    by_hand(Corrector(library, LocalReader(Parser())), saved, 0, 1)
    lessons = LibraryLessons(library)
    assert OWL in lessons.taught().between("fr", "en")
    assert lessons.taught(saved.id).between("fr", "en") == ()
    assert OWL in lessons.taught().between("fr", "en")
