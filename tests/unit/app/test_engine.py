"""Reading in a process of its own: the same document, errors and cancelling."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from briefer.app.engine import Engine
from briefer.app.engine_start import start_engine
from briefer.app.opening import Opener
from briefer.app.reading import LocalReader
from briefer.app.resources import resource
from briefer.app.task import Cancelled, Progress
from briefer.core.bitext import Bead
from briefer.core.document import Kind, Paragraph, Version
from briefer.core.errors import EngineFailed, FileMissing, LanguagesSame
from briefer.formats.parser import Parser
from tests.specimens import english_text, russian_text

SESSION = resource("samples", "joint-statement.ru-en.txt")


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.close()


def test_the_engine_reads_the_same_document_as_this_process(engine: Engine) -> None:
    told: list[float] = []
    here = Opener(LocalReader(Parser())).open([SESSION])
    there = Opener(engine).open([SESSION], progress=Progress(told.append))
    assert there == here
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_the_engine_joins_two_documents_and_keeps_their_paths(engine: Engine, tmp_path: Path) -> None:
    russian, english = tmp_path / "ru.txt", tmp_path / "en.txt"
    russian.write_text(russian_text(), encoding="utf-8")
    english.write_text(english_text(), encoding="utf-8")
    opener = Opener(engine)
    first, added = opener.open([russian]).document, opener.open([english]).document
    joined = opener.join(first, added)
    assert joined.document.languages == ("ru", "en")
    assert [source.path for source in joined.document.sources] == [str(russian), str(english)]
    assert joined == Opener(LocalReader(Parser())).join(first, added)


def test_the_engine_pairs_the_same_sentences_as_this_process(engine: Engine) -> None:
    left = Version("ru", (Paragraph(Kind.BODY, "Комитет принял 12 решений. Он закрыл сессию."),))
    right = Version(
        "en", (Paragraph(Kind.BODY, "The Committee adopted 12 decisions. It closed the session."),)
    )
    beads = [Bead((0,), (0,), 0.9)]
    there = engine.sentences(left, right, beads, Progress())
    assert [len(inside) for inside in there] == [2]
    assert there == LocalReader(Parser()).sentences(left, right, beads, Progress())


def test_an_error_comes_over_with_its_path(engine: Engine, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere.txt"
    with pytest.raises(FileMissing) as caught:
        Opener(engine).open([missing])
    assert caught.value.params == {"path": str(missing)}


def test_an_error_without_a_path_comes_over(engine: Engine, tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text(english_text(), encoding="utf-8")
    with pytest.raises(LanguagesSame) as caught:
        Opener(engine).open(paths)
    assert caught.value.params == {"language": "en"}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_no_unicode_survives(engine: Engine, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xd2\xe5\xea\xf1\xf2.txt"))
    path.write_text(english_text(), encoding="utf-8")
    assert Opener(engine).open([path]).document.sources[0].path == str(path)


def test_stopping_ends_the_work_and_the_engine_serves_on(engine: Engine) -> None:
    progress = Progress(lambda fraction: progress.cancel() if fraction > 0 else None)
    with pytest.raises(Cancelled):
        Opener(engine).open([SESSION], progress=progress)
    assert Opener(engine).open([SESSION]).document.bitext is not None


def test_an_engine_that_dies_is_an_error_and_the_next_request_starts_another(engine: Engine) -> None:
    engine.warm()
    (process,) = engine._idle
    process._process.kill()
    process._process.wait()
    with pytest.raises(EngineFailed):
        Opener(engine).open([SESSION])
    assert Opener(engine).open([SESSION]).document.bitext is not None


def test_closing_leaves_no_process(tmp_path: Path) -> None:
    engine = Engine()
    engine.warm()
    (process,) = engine._idle
    engine.close()
    assert process._process.returncode is not None
    with suppress(ProcessLookupError):
        os.kill(process._process.pid, 0)
        raise AssertionError("the process is still there")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_an_engine_that_hangs_is_ended(engine: Engine) -> None:
    engine.warm()
    (process,) = engine._idle
    os.kill(process._process.pid, signal.SIGSTOP)
    progress = Progress()
    progress.cancel()
    assert not process.stop()
    with pytest.raises(Cancelled):
        Opener(engine).open([SESSION], progress=progress)


def test_a_file_that_was_announced_is_read_as_any_other(engine: Engine) -> None:
    plain = Opener(engine).open([SESSION])
    engine.expect([SESSION])
    assert Opener(engine).open([SESSION]) == plain
    engine.expect([SESSION.with_name("gone.txt")])
    assert Opener(engine).open([SESSION]) == plain


def test_to_announce_a_file_to_nobody_or_to_a_process_that_is_gone_does_nothing(engine: Engine) -> None:
    engine.expect([SESSION])
    engine.warm()
    (process,) = engine._idle
    process._process.kill()
    process._process.wait()
    engine.expect([SESSION])


def test_a_process_that_was_started_before_is_used_and_ended() -> None:
    started = start_engine()
    engine = Engine(process=started)
    assert Opener(engine).open([SESSION]).document.bitext is not None
    assert [process._process for process in engine._idle] == [started]
    engine.close()
    assert started.returncode is not None
