"""A second start hands its files to the running window; if that does not answer, it opens itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from briefer.app.resources import resource
from briefer.gui.instance import calling
from briefer.gui.instance.answering import Answering
from briefer.gui.instance.calling import hand_over
from briefer.gui.instance.message import Wanted, address, wanted_now
from briefer.gui.instance.turn import Turn

LONG = 30_000
SAMPLE = resource("samples", "joint-statement.ru-en.txt")


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A short path: the name of a socket has a hundred bytes."""
    with tempfile.TemporaryDirectory(prefix="b") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def where(runtime: Path, tmp_path: Path) -> str:
    found = address(tmp_path / "library")
    assert found is not None
    return found


def start(tmp_path: Path, files: Sequence[Path]) -> QProcess:
    """Start the program itself; its window has no screen."""
    process = QProcess()
    environment = process.processEnvironment()
    for name, value in {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "BRIEFER_CONFIG": str(tmp_path / "c"),
    }.items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
    library = str(tmp_path / "library")
    process.start(sys.executable, ["-m", "briefer", "--library", library, *map(str, files)])
    assert process.waitForStarted(LONG)
    return process


def said(process: QProcess) -> str:
    return bytes(process.readAllStandardOutput().data()).decode(errors="replace")


def test_a_real_second_start_brings_its_files_and_ends_well(where: str, tmp_path: Path, qtbot: QtBot) -> None:
    answering = Answering(where)
    with qtbot.waitSignal(answering.wanted, timeout=LONG) as caught:
        second = start(tmp_path, [SAMPLE])
    assert caught.args == [Wanted((SAMPLE,))]
    qtbot.waitUntil(lambda: second.state() == QProcess.ProcessState.NotRunning, timeout=LONG)
    assert second.exitCode() == 0, said(second)
    answering.close()


@pytest.mark.skipif(sys.platform == "win32", reason="sockets are files elsewhere only")
def test_two_real_windows_become_one_with_two_tabs(where: str, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.txt"
    other.write_text("1. One thing.\n\n2. Another thing.", encoding="utf-8")
    first = start(tmp_path, [SAMPLE])
    qtbot.waitUntil(lambda: Path(where).exists(), timeout=LONG)
    second = start(tmp_path, [other])
    qtbot.waitUntil(lambda: second.state() == QProcess.ProcessState.NotRunning, timeout=LONG)
    assert second.exitCode() == 0, said(second)

    def tabs() -> list[str]:
        states = list((tmp_path / "c").glob("session-*.json"))
        value = json.loads(states[0].read_text(encoding="utf-8")) if states else {"tabs": []}
        return [file for tab in value["tabs"] for file in tab["files"]]

    qtbot.waitUntil(lambda: tabs() == [str(SAMPLE), str(other)], timeout=LONG)
    assert first.state() == QProcess.ProcessState.Running
    first.kill()
    first.waitForFinished(LONG)
    assert Path(where).exists(), "nothing stale to be met with"
    answering = Answering(where)
    assert answering.listening
    answering.close()


@pytest.mark.skipif(sys.platform == "win32", reason="locks of files elsewhere only")
def test_two_starts_at_once_become_one_window(where: str, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.txt"
    other.write_text("1. One thing.\n\n2. Another thing.", encoding="utf-8")
    both = [start(tmp_path, [SAMPLE]), start(tmp_path, [other])]

    def running() -> list[QProcess]:
        return [process for process in both if process.state() == QProcess.ProcessState.Running]

    try:
        qtbot.waitUntil(lambda: Path(where).exists() and len(running()) == 1, timeout=LONG)
        assert [process.exitCode() for process in both if process not in running()] == [0]
    finally:
        for process in running():
            process.kill()
            process.waitForFinished(LONG)


@pytest.mark.skipif(sys.platform == "win32", reason="locks of files elsewhere only")
def test_a_start_waits_for_its_turn_but_not_for_ever(where: str) -> None:
    first, second = Turn(where), Turn(where)
    assert first.take()
    assert not second.take(seconds=0)
    first.end()
    assert second.take(seconds=0)
    second.end()


def test_without_a_private_place_there_are_no_turns() -> None:
    turn = Turn(None)
    assert not turn.take()
    turn.end()


def test_nobody_listening_means_to_open_oneself(where: str, tmp_path: Path) -> None:
    assert not hand_over([SAMPLE], tmp_path / "library")


def test_a_socket_that_was_left_behind_is_replaced(where: str, tmp_path: Path, qtbot: QtBot) -> None:
    crashed = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, sys; from PySide6.QtNetwork import QLocalServer\n"
            "server = QLocalServer(); server.listen(sys.argv[1]); os._exit(0)",
            where,
        ],
        check=True,
    )
    assert crashed.returncode == 0
    assert not hand_over([SAMPLE], tmp_path / "library")
    answering = Answering(where)
    assert answering.listening
    answering.close()


def test_a_window_that_answers_is_not_pushed_aside(where: str) -> None:
    first, second = Answering(where), Answering(where)
    assert first.listening
    assert not second.listening
    first.close()


def test_a_window_that_does_not_answer_is_not_waited_for(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "PATIENCE", 100)
    deaf = QLocalServer()
    assert deaf.listen(where)
    assert not hand_over([SAMPLE], tmp_path / "library")
    deaf.close()


@pytest.mark.parametrize(
    "message", [b"GET / HTTP/1.1\r\n", b"x" * 70_000, b'{"briefer": 1, "files": ["a"]}\n']
)
def test_strangers_are_hung_up_on_without_an_answer(where: str, qtbot: QtBot, message: bytes) -> None:
    answering, told = Answering(where), list[object]()
    answering.wanted.connect(told.append)
    stranger = QLocalSocket()
    stranger.connectToServer(where)
    assert stranger.waitForConnected(LONG)
    stranger.write(message)
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=LONG)
    assert not stranger.readAll().data()
    assert not told
    answering.close()


def test_the_desktops_token_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "abc")
    assert wanted_now([SAMPLE]) == Wanted((SAMPLE,), "abc")
