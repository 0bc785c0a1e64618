"""Aligning two files: what is left and right, what is a paragraph, what a correction does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.app.aligning import AlignmentWish, FileAligner
from briefer.app.knowledge import Languages, known_languages
from briefer.app.task import Cancelled, Progress
from briefer.core.alignment import Alignment
from briefer.core.bitext import Origin
from briefer.core.errors import CorrectionLineAstray, CorrectionLineImpossible, FileMissing, LanguagesSame
from briefer.formats.parser import Parser

LINES = AlignmentWish(lines=True)
RUSSIAN = (
    "Шестьдесят восьмая сессия\n\n"
    "Комитет принял 12 решений. Он закрыл сессию.\n\nСледующая сессия в 2027 году.\n"
)
ENGLISH = (
    "Sixty-eighth session\n\n"
    "The Committee adopted 12 decisions. It closed the session.\n\nNext session in 2027.\n"
)


@pytest.fixture(scope="module")
def languages() -> Languages:
    return known_languages()


@pytest.fixture
def aligner(languages: Languages) -> Iterator[FileAligner]:
    made = FileAligner(Parser(), languages)
    yield made
    made.close()


def files(folder: Path, first: str, second: str) -> tuple[Path, Path]:
    paths = folder / "first.txt", folder / "second.txt"
    for path, text in zip(paths, (first, second), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def languages_of(alignment: Alignment) -> tuple[str, str]:
    return alignment.left.language, alignment.right.language


@pytest.mark.parametrize("wish", [AlignmentWish(), LINES], ids=["documents", "lines"])
def test_russian_is_left_whatever_the_order(
    wish: AlignmentWish, aligner: FileAligner, tmp_path: Path
) -> None:
    alignment = aligner.align(files(tmp_path, ENGLISH, RUSSIAN), wish)
    assert languages_of(alignment) == ("ru", "en")
    assert [(bead.left, bead.right) for bead in alignment.beads] == [((n,), (n,)) for n in range(3)]
    assert alignment.sentences is None


def test_lines_are_kept_as_they_stand(aligner: FileAligner, tmp_path: Path) -> None:
    first = "  # Заголовок \n-----\n\t\n**Пункт**  1\tи 2\n1. Пункт\n1. Пункт\n\u200bе\u0301\n"
    alignment = aligner.align(files(tmp_path, first, "Heading\r\nItem\rItem\r\n"), LINES)
    assert [paragraph.text for paragraph in alignment.left.paragraphs] == [
        "  # Заголовок ",
        "-----",
        "**Пункт**  1\tи 2",
        "1. Пункт",
        "1. Пункт",
        "\u200bе\u0301",
    ]
    assert [paragraph.text for paragraph in alignment.right.paragraphs] == ["Heading", "Item", "Item"]


def test_lines_may_be_of_one_language_or_of_none(aligner: FileAligner, tmp_path: Path) -> None:
    same = aligner.align(files(tmp_path, ENGLISH, ENGLISH), LINES)
    assert languages_of(same) == ("en", "en")
    assert [(bead.left, bead.right) for bead in same.beads] == [((n,), (n,)) for n in range(3)]
    nothing = aligner.align(files(tmp_path, "1\n2\n", "1\n2\n3\n"), LINES)
    assert languages_of(nothing) == ("ru", "en")
    assert sorted(index for bead in nothing.beads for index in bead.right) == [0, 1, 2]


def test_documents_of_one_language_are_refused(aligner: FileAligner, tmp_path: Path) -> None:
    with pytest.raises(LanguagesSame):
        aligner.align(files(tmp_path, ENGLISH, ENGLISH))


def test_sentences_are_aligned_when_asked_for(aligner: FileAligner, tmp_path: Path) -> None:
    alignment = aligner.align(files(tmp_path, RUSSIAN, ENGLISH), AlignmentWish(sentences=True))
    assert alignment.sentences is not None
    assert [len(inside) for inside in alignment.sentences] == [1, 2, 1]


def test_corrections_are_carried_out_in_order(aligner: FileAligner, tmp_path: Path) -> None:
    corrections = tmp_path / "corrections.jsonl"
    corrections.write_text(
        '{"op": "merge", "ru": [0, 1]}\n{"op": "split", "ru": [1], "en": [1]}\n{"op": "unlink", "ru": [2]}\n',
        encoding="utf-8",
    )
    wish = AlignmentWish(lines=True, corrections=corrections)
    alignment = aligner.align(files(tmp_path, ENGLISH, ENGLISH), wish)
    assert [(bead.left, bead.right, bead.origin) for bead in alignment.beads] == [
        ((0,), (0,), Origin.HAND),
        ((1,), (1,), Origin.HAND),
        ((2,), (), Origin.HAND),
        ((), (2,), Origin.HAND),
    ]


def test_restoring_gives_the_automatic_alignment(aligner: FileAligner, tmp_path: Path) -> None:
    corrections = tmp_path / "corrections.jsonl"
    corrections.write_text('{"op": "unlink", "ru": [0]}\n{"op": "restore"}\n', encoding="utf-8")
    paths = files(tmp_path, RUSSIAN, ENGLISH)
    corrected = aligner.align(paths, AlignmentWish(corrections=corrections))
    assert corrected.beads == aligner.align(paths).beads


def test_a_correction_that_cannot_be_is_named_by_its_line(aligner: FileAligner, tmp_path: Path) -> None:
    corrections = tmp_path / "corrections.jsonl"
    paths, wish = files(tmp_path, RUSSIAN, ENGLISH), AlignmentWish(corrections=corrections)
    corrections.write_text('\n{"op": "link", "ru": [0, 2]}\n', encoding="utf-8")
    with pytest.raises(CorrectionLineImpossible) as caught:
        aligner.align(paths, wish)
    assert caught.value.params["line"] == 2
    corrections.write_text('{"op": "merge", "ru": [7]}\n', encoding="utf-8")
    with pytest.raises(CorrectionLineAstray) as astray:
        aligner.align(paths, wish)
    assert astray.value.params == {"path": str(corrections), "line": 1, "left": 3, "right": 3}


def test_corrections_that_change_nothing_are_none(aligner: FileAligner, tmp_path: Path) -> None:
    corrections = tmp_path / "corrections.jsonl"
    once = '{"op": "link", "ru": [0], "en": [0]}\n'
    paths, found = files(tmp_path, RUSSIAN, ENGLISH), []
    for text in ("", '{"op": "restore"}\n', once, once * 3):
        corrections.write_text(text, encoding="utf-8")
        found.append(aligner.align(paths, AlignmentWish(corrections=corrections)).beads)
    assert found[0] == found[1] == aligner.align(paths).beads
    assert found[2] == found[3] != found[0]


def test_a_missing_file_is_told(aligner: FileAligner, tmp_path: Path) -> None:
    first, _ = files(tmp_path, RUSSIAN, ENGLISH)
    with pytest.raises(FileMissing):
        aligner.align((first, tmp_path / "none.txt"))


def test_the_work_is_given_up_when_asked(aligner: FileAligner, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        aligner.align(files(tmp_path, RUSSIAN, ENGLISH), progress=progress)
