"""Every error and notice has its sentence, and no failure leaves a person without one."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefer.app.messages import NOTICES, QUERIES, SENTENCES, SYSTEM, describe, describe_notice
from briefer.app.model import Notice
from briefer.app.task import Cancelled
from briefer.app.texts import LANGUAGES, Texts
from briefer.core import errors, query
from briefer.core.errors import BrieferError
from briefer.core.query import parse_query
from briefer.core.wordforms import WordForms
from briefer.formats.repair.codes import REPAIRS


def kinds(kind: type[BrieferError] = BrieferError) -> Iterator[type[BrieferError]]:
    yield kind
    for inner in kind.__subclasses__():
        yield from kinds(inner)


@pytest.mark.parametrize("kind", list(dict.fromkeys(kinds())))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_its_own_sentence(
    kind: type[BrieferError], language: str, speak: Callable[[str], Texts]
) -> None:
    own = "code" in vars(kind) and kind is not BrieferError
    sentence = describe(kind(), speak(language))
    assert sentence.endswith(".")
    assert (sentence == describe(BrieferError(), speak(language))) is not own


def test_no_sentence_is_left_without_its_error() -> None:
    assert set(SENTENCES) == {kind.code for kind in kinds()}


def test_parameters_stand_in_the_sentence(texts: Texts) -> None:
    assert "“a.txt”" in describe(errors.FileMissing(path="a.txt"), texts)
    assert "character 5" in describe(errors.QueryWrong(position=4, reason="bracket"), texts)
    assert "Russian" in describe(errors.LanguageAbsent(language="ru"), texts)


def test_candidates_are_listed(texts: Texts) -> None:
    documents = errors.DocumentAmbiguous(reference="7c", candidates=(("7c1", "One"), ("7c2", "Two")))
    assert "7c1 (One), 7c2 (Two)" in describe(documents, texts)
    places = errors.LabelAmbiguous(label="1", candidates=(("ru", 5), ("en", 4)))
    assert "Russian at index 5, English at index 4" in describe(places, texts)


def test_braces_in_a_parameter_stay_text(texts: Texts) -> None:
    assert "“{path} {0}”" in describe(errors.FileMissing(path="{path} {0}"), texts)


@pytest.mark.parametrize("number", sorted(SYSTEM))
def test_the_system_s_refusals_are_told_plainly(number: int, texts: Texts) -> None:
    sentence = describe(OSError(number, "in its own words", "/x/y"), texts)
    assert sentence.endswith(".")
    assert "in its own words" not in sentence


def test_an_unknown_refusal_names_the_system_s_reason(texts: Texts) -> None:
    assert "odd" in describe(OSError(errno.EIO, "odd", "/x/y"), texts)
    assert describe(OSError(), texts).endswith(".")


@pytest.mark.parametrize("error", [RuntimeError("secret"), KeyError("secret"), MemoryError(), Cancelled()])
def test_what_nobody_foresaw_is_one_sentence_without_its_words(error: Exception, texts: Texts) -> None:
    assert "secret" not in describe(error, texts)
    assert describe(error, texts).endswith(".")


def test_every_repair_has_its_sentence(texts: Texts) -> None:
    assert set(NOTICES) >= REPAIRS
    garbled = describe_notice(Notice("pages-garbled", {"pages": "2–3, 5"}), texts)
    assert "2–3, 5" in garbled


def test_notices_speak(texts: Texts) -> None:
    assert "Russian" in describe_notice(Notice("one-language", {"language": "ru"}), texts)
    assert "cp1251" in describe_notice(Notice("encoding-guessed", {"encoding": "cp1251"}), texts)
    assert all(describe_notice(Notice(code), texts) != code for code in NOTICES)
    assert describe_notice(Notice("of-tomorrow"), texts) == "of-tomorrow"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ('"open', "character 1 is never closed"),
        ("NOT drug", "leave out"),
        ("a * b", "character 3"),
        (
            "orgn:x",
            "“orgn” (character 1). For the words themselves, put them between quotation marks; "
            "the fields are: lang,",
        ),
        ("kind:verse", "The kinds are: masthead, title,"),
        ("a NEAR/99 b", "from 1 to 50"),
        ("(a", "bracket"),
    ],
)
def test_a_wrong_query_gets_the_sentence_of_its_reason(wrong: str, says: str, texts: Texts) -> None:
    with pytest.raises(errors.QueryWrong) as caught:
        parse_query(wrong, WordForms())
    assert says in describe(caught.value, texts)


def test_every_reason_of_a_wrong_query_has_its_sentence() -> None:
    folder = Path(query.__file__).parent
    files = [*sorted(folder.glob("*.py")), folder.parent / "concordance" / "term.py"]
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    assert set(re.findall(r'reason="([\w-]+)"', source)) == set(QUERIES)
