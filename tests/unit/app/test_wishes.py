"""Files with different choices open as one document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefer.app.model import Choices
from briefer.app.opening import Opener
from briefer.app.reading import LocalReader
from briefer.app.task import Progress
from briefer.app.texts import Texts
from briefer.app.wishes import Wish, fulfil, fulfilling_words, wishes_for, with_choices
from briefer.core.errors import EncodingWrong
from briefer.formats.parser import Parser
from tests.specimens import PAIRS, english_text, russian_text


@pytest.fixture
def halves(tmp_path: Path) -> list[Path]:
    """The halves of the session document in two encodings."""
    russian, english = tmp_path / "ru.txt", tmp_path / "en.txt"
    russian.write_bytes(russian_text().encode("koi8_r", "replace"))
    english.write_text(english_text(), encoding="utf-8")
    return [russian, english]


def test_each_file_is_read_as_is_wished_for_it(halves: list[Path]) -> None:
    opener = Opener(LocalReader(Parser()))
    wishes = with_choices(
        wishes_for(halves), str(halves[0]), lambda choices: replace(choices, encoding="koi8_r")
    )
    fractions: list[float] = []
    opened = fulfil(opener, wishes, Progress(fractions.append))
    assert opened.document.languages == ("ru", "en")
    assert [source.encoding for source in opened.document.sources] == ["koi8-r", "utf-8"]
    assert opened.document.bitext is not None
    assert sum(bead.matched for bead in opened.document.bitext.beads) == len(PAIRS)
    assert opened.notices == ()
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_an_error_names_the_file_it_is_about(halves: list[Path]) -> None:
    wishes = tuple(
        Wish(path, Choices(encoding=encoding)) for path, encoding in zip(halves, ("utf-8", None), strict=True)
    )
    with pytest.raises(EncodingWrong) as caught:
        fulfil(Opener(LocalReader(Parser())), wishes, Progress())
    assert caught.value.params["path"] == str(halves[0])


def test_a_choice_for_an_unknown_file_is_for_all(halves: list[Path]) -> None:
    wishes = with_choices(wishes_for(halves), "elsewhere", lambda choices: replace(choices, ocr=True))
    assert [wish.choices.ocr for wish in wishes] == [True, True]


def test_a_password_is_in_no_representation(halves: list[Path]) -> None:
    words = "чай с молоком"
    wishes = with_choices(
        wishes_for(halves), str(halves[0]), lambda choices: replace(choices, password=words)
    )
    assert words not in repr(wishes)
    assert [wish.choices.password for wish in wishes] == [words, None]


def test_recognition_is_called_so_while_it_is_under_way(halves: list[Path], texts: Texts) -> None:
    assert fulfilling_words(wishes_for(halves), texts) == "Opening ru.txt, en.txt…"
    wish = Wish(halves[0], Choices(ocr=True))
    assert fulfilling_words((wish,), texts) == "Recognising the text of ru.txt…"
