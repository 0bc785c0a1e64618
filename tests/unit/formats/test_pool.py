"""The processes that wait for a file: there when wanted, gone when not."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from queue import SimpleQueue

import pytest

from briefer.app.resources import resource
from briefer.formats.parser import Parser
from briefer.formats.pool import Pool, Process
from briefer.formats.process import command, end, start
from briefer.formats.worker import WARM
from tests.unit.formats.processes import SECONDS, gone, written

WAITING = [sys.executable, "-c", "import sys; sys.stdin.buffer.read()"]
SAMPLE = resource("samples", "joint-statement.ru-en.txt")


class Started:
    """Starts processes and remembers them."""

    def __init__(self) -> None:
        self._new: SimpleQueue[Process] = SimpleQueue()
        self.count = 0

    def __call__(self) -> Process:
        self.count += 1
        process = start(WAITING)
        self._new.put(process)
        return process

    def next(self) -> Process:
        """The next process that is started; waits for it."""
        return self._new.get(timeout=SECONDS)


def dispose(process: Process) -> None:
    end(process)
    for pipe in (process.stdin, process.stdout):
        assert pipe is not None
        pipe.close()


@pytest.fixture
def started() -> Started:
    return Started()


@pytest.fixture
def pool(started: Started) -> Iterator[Pool]:
    pool = Pool(started, 1)
    yield pool
    pool.close()


def test_nothing_is_started_before_it_is_asked_for(pool: Pool, started: Started) -> None:
    assert pool.take() is None
    assert not started.count


def test_a_process_is_handed_out_once_and_replaced_when_its_work_is_done(
    pool: Pool, started: Started
) -> None:
    pool.warm()
    first = started.next()
    assert pool.take() is first
    assert pool.take() is None
    pool.replace()
    second = started.next()
    assert pool.take() is second
    assert started.count == 2
    dispose(first)
    dispose(second)


def test_one_that_has_ended_is_not_handed_out(pool: Pool, started: Started) -> None:
    pool.warm()
    first = started.next()
    first.kill()
    assert gone(first.pid)
    assert pool.take() is None
    pool.replace()
    second = started.next()
    assert pool.take() is second
    dispose(second)


def test_closing_ends_what_is_ready_and_nothing_is_started_any_more(pool: Pool, started: Started) -> None:
    pool.warm()
    first = started.next()
    pool.close()
    assert first.returncode is not None
    pool.warm()
    pool.replace()
    assert pool.take() is None
    assert started.count == 1


def test_a_system_that_refuses_to_start_a_process_is_no_disaster() -> None:
    pool = Pool(partial(start, ["/nowhere/at/all"]), 1)
    pool.warm()
    pool.replace()
    assert pool.take() is None
    pool.close()


def test_a_process_that_was_ready_answers_like_a_fresh_one() -> None:
    reader = Parser(spare=1)
    data = reader.read_bytes(SAMPLE)
    fresh = reader.parse(SAMPLE, data)
    reader.warm()
    ready = [reader.parse(SAMPLE, data) for _ in range(3)]
    reader.close()
    assert ready == [fresh] * 3
    assert reader.parse(SAMPLE, data) == fresh


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends processes in other ways")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_the_program_that_waits_with_it(how: signal.Signals) -> None:
    program = (
        "import sys; from briefer.formats.pool import Pool; from briefer.formats.process import start\n"
        "def started():\n"
        f"    process = start({command(WARM)!r}); print(process.pid, flush=True); return process\n"
        "pool = Pool(started, 1); pool.warm(); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.send_signal(how)
        parent.wait(SECONDS)
        assert gone(worker)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_a_process_that_works_ends_with_the_program_that_wants_it(tmp_path: Path) -> None:
    told = tmp_path / "id"
    endless = "import threading; threading.Event().wait()"
    work = (
        "import os, pathlib; from briefer.formats.jail.limits import renounce; renounce()\n"
        f"pathlib.Path({str(told)!r}).write_text(str(os.getpid())); {endless}"
    )
    program = (
        "import sys, pathlib; from briefer.formats.parser import Parser\n"
        f"Parser(launch=[sys.executable, '-c', {work!r}]).parse(pathlib.Path('a.txt'), b'text')"
    )
    with subprocess.Popen([sys.executable, "-c", program]) as parent:
        worker = int(written(told))
        parent.kill()
    assert gone(worker)
