"""Files that are begun before they are asked for: what comes of it counts only for what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from briefer.app.knowledge import known_languages
from briefer.app.model import Choices
from briefer.app.reading import LocalReader
from briefer.app.resources import resource
from briefer.app.task import Progress
from briefer.core.align.teaching import Taught
from briefer.core.errors import FileMissing
from briefer.core.layout import Reading
from briefer.formats.parser import File, Parser

SAMPLE = resource("samples", "joint-statement.ru-en.txt")


class CountingParser(Parser):
    """Counts the files that are parsed."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def parse(self, path: Path, data: bytes, **options: object) -> File:
        self.count += 1
        return super().parse(path, data, **options)  # type: ignore[arg-type]


@pytest.fixture
def parser() -> Iterator[CountingParser]:
    made = CountingParser()
    yield made
    made.close()


@pytest.fixture
def taught() -> list[Taught]:
    return [Taught()]


@pytest.fixture
def reader(parser: CountingParser, taught: list[Taught]) -> LocalReader:
    return LocalReader(parser, known_languages(lambda _: taught[0]))


def test_a_file_that_is_expected_is_parsed_and_made_once(
    reader: LocalReader, parser: CountingParser, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.expect([SAMPLE])
    reader.foresee()
    aligned: list[object] = []
    monkeypatch.setattr("briefer.app.composing.align", lambda *_args, **_named: aligned.append(None))
    opened = reader.read([SAMPLE], Choices(), Progress())
    assert parser.count == 1
    assert aligned == []
    monkeypatch.undo()
    assert opened == reader.read([SAMPLE], Choices(), Progress())
    assert parser.count == 2


def test_a_file_that_has_changed_since_is_read_anew(reader: LocalReader, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("1. The Commission decided. It went on.\n", encoding="utf-8")
    reader.expect([file])
    reader.foresee()
    file.write_text("1. The Council decided. It went on.\n", encoding="utf-8")
    (version,) = reader.read([file], Choices(), Progress()).document.versions
    assert "Council" in version.paragraphs[0].text


def test_what_a_person_chooses_counts(reader: LocalReader) -> None:
    reader.expect([SAMPLE])
    reader.foresee()
    choices = Choices(reading=Reading(languages=("en", "ru")))
    chosen = reader.read([SAMPLE], choices, Progress())
    assert chosen == reader.read([SAMPLE], choices, Progress())
    assert chosen != reader.read([SAMPLE], Choices(), Progress())


def test_what_a_library_teaches_meanwhile_counts(
    reader: LocalReader, taught: list[Taught], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.expect([SAMPLE])
    reader.foresee()
    taught[0] = Taught({"ru en": (("слов", "word"),)})
    asked: list[Sequence[tuple[str, str]]] = []
    monkeypatch.setattr("briefer.app.composing.align", _noting(asked))
    reader.read([SAMPLE], Choices(), Progress())
    assert asked == [taught[0].between("ru", "en")]


def _noting(asked: list[Sequence[tuple[str, str]]]) -> Callable[..., object]:
    from briefer.core.align import align

    def noting(*args: object, taught: Sequence[tuple[str, str]], **named: object) -> object:
        asked.append(taught)
        return align(*args, taught=taught, **named)  # type: ignore[arg-type]

    return noting


def test_a_file_that_cannot_be_read_is_told_when_it_is_asked_for(reader: LocalReader, tmp_path: Path) -> None:
    reader.expect([tmp_path / "gone.txt"])
    reader.foresee()
    with pytest.raises(FileMissing):
        reader.read([tmp_path / "gone.txt"], Choices(), Progress())


def test_other_files_than_those_expected_are_read_as_ever(reader: LocalReader, tmp_path: Path) -> None:
    file = tmp_path / "b.txt"
    file.write_text("1. Another text, of the Council.\n", encoding="utf-8")
    reader.expect([SAMPLE])
    reader.foresee()
    (version,) = reader.read([file], Choices(), Progress()).document.versions
    assert "Another" in version.paragraphs[0].text
