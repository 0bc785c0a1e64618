"""Two programs, or many threads, on one library at once: nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.searching import Searcher
from tests.factories import plain_document, sample_annotation, sample_document

ANOTHER_PROGRAM = """
import sys
from pathlib import Path
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.searching import Searcher
from tests.factories import plain_document, sample_annotation, sample_document
library = Library(Path(sys.argv[1]))
who = sys.argv[2]
document = sample_document()
identity = library.save(OpenDocument(document)).id
for number in range(15):
    library.save(OpenDocument(plain_document({"en": [f"drugs {number}"]}, f"{who}-{number}.txt")))
    library.add_annotation(sample_annotation(document, identity, annotation_id=f"{who}-{number}"))
    assert Searcher(library).search("drugs")
library.close()
"""


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Library, Library]]:
    one, two = Library(tmp_path / "library"), Library(tmp_path / "library")
    yield one, two
    one.close()
    two.close()


def test_each_sees_what_the_other_saves(pair: tuple[Library, Library]) -> None:
    window, command_line = pair
    document = sample_document()
    identity = window.save(OpenDocument(document)).id
    assert identity is not None
    assert command_line.save(OpenDocument(document)).id == identity
    annotation = sample_annotation(document, identity)
    command_line.add_annotation(annotation)
    assert window.annotations(identity) == (annotation,)
    assert len(Searcher(window).search("drugs")) == 1
    command_line.save(OpenDocument(plain_document({"en": ["drugs"]})))
    assert len(Searcher(window).search("drugs")) == 2
    assert len(Searcher(command_line).search("drugs")) == 2


def test_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    writers = ("a", "b", "c")
    running = [
        subprocess.Popen([sys.executable, "-c", ANOTHER_PROGRAM, str(folder), who], stderr=subprocess.PIPE)
        for who in writers
    ]
    for process in running:
        _out, errors = process.communicate()
        assert process.returncode == 0, errors.decode()
    library = Library(folder)
    assert len(library.summaries()) == 1 + 15 * len(writers)
    expected = {f"{who}-{number}" for who in writers for number in range(15)}
    assert {annotation.id for annotation in library.annotations()} == expected
    assert len(Searcher(library).search("drugs", limit=100)) == 1 + 15 * len(writers)
    library.close()


def test_threads_that_share_a_library_lose_nothing(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    document = sample_document()
    identity = library.save(OpenDocument(document)).id
    assert identity is not None

    def work(number: int) -> int:
        library.add_annotation(sample_annotation(document, identity, annotation_id=str(number)))
        library.save(OpenDocument(plain_document({"en": ["drugs"]}, f"{number}.txt")))
        return len(Searcher(library).search("drugs", limit=100))

    with ThreadPoolExecutor(4) as threads:
        counts = list(threads.map(work, range(20)))
    assert max(counts) == 21
    assert len(library.annotations()) == 20
    library.close()
