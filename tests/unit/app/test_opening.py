"""Opening files as a person does, bad ones included."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.app.library import Library
from briefer.app.opening import Opener
from briefer.app.reading import LocalReader
from briefer.app.resources import resource
from briefer.app.task import Cancelled, Progress
from briefer.core.errors import LanguagesSame
from briefer.formats.parser import Parser
from tests.specimens import PAIRS, english_text, russian_text, session_text

SESSION = resource("samples", "joint-statement.ru-en.txt")


@pytest.fixture
def opener() -> Opener:
    return Opener(LocalReader(Parser()))


def test_the_session_document_opens_with_both_languages_and_no_notice(opener: Opener) -> None:
    opened = opener.open([SESSION])
    assert opened.document.languages == ("ru", "en")
    assert (opened.id, opened.notices) == (None, ())


def test_a_text_in_cp1251_opens_and_the_guess_is_told(opener: Opener, tmp_path: Path) -> None:
    path = tmp_path / "statement.txt"
    path.write_bytes(session_text().encode("cp1251"))
    opened = opener.open([path])
    assert opened.document.bitext is not None
    assert sum(bead.matched for bead in opened.document.bitext.beads) == len(PAIRS)
    assert [(n.code, n.params["encoding"]) for n in opened.notices] == [("encoding-guessed", "cp1251")]


def test_two_files_are_the_versions_of_one_document_in_either_order(opener: Opener, tmp_path: Path) -> None:
    russian, english = tmp_path / "ru.txt", tmp_path / "en.txt"
    russian.write_text(russian_text(), encoding="utf-8")
    english.write_text(english_text(), encoding="utf-8")
    for paths in ([russian, english], [english, russian]):
        document = opener.open(paths).document
        assert document.languages == ("ru", "en")
        assert document.bitext is not None
        assert sum(bead.matched for bead in document.bitext.beads) == len(PAIRS)
        assert [source.path for source in document.sources] == [str(path) for path in paths]


def test_two_files_in_one_language_are_refused(opener: Opener, tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(english_text(), encoding="utf-8")
    with pytest.raises(LanguagesSame) as caught:
        opener.open(paths)
    assert caught.value.params["language"] == "en"


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Комиссия рассмотрела вопрос о контроле над наркотиками.", "ru", "one-language"),
        ("The Commission considered the question of drug control.", "en", "one-language"),
        ("La Commission a examiné la question du contrôle des drogues.", "fr", "one-language"),
        ("12 34 56", "und", "language-unknown"),
    ],
)
def test_one_language_alone_opens_with_a_notice(
    opener: Opener, tmp_path: Path, text: str, language: str, code: str
) -> None:
    path = tmp_path / "one.txt"
    path.write_text(text, encoding="utf-8")
    opened = opener.open([path])
    assert opened.document.languages == (language,)
    assert opened.document.bitext is None
    assert [notice.code for notice in opened.notices] == [code]


def test_a_saved_document_is_recognised_by_its_bytes(tmp_path: Path) -> None:
    library = Library(tmp_path / "library")
    opener = Opener(LocalReader(Parser()), library)
    saved = library.save(opener.open([SESSION]))
    copy = tmp_path / "another name.txt"
    copy.write_bytes(SESSION.read_bytes())
    assert opener.open([copy]).id == saved.id
    library.close()


def test_opening_stops_while_aligning(opener: Opener) -> None:
    progress = Progress(lambda fraction: progress.cancel() if fraction >= 0.5 else None)
    with pytest.raises(Cancelled):
        opener.open([SESSION], progress=progress)
