"""A parsing process gets ready, but for a file that is there already no longer than it must."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper

import pytest

from briefer.formats import registry
from briefer.formats.warming import waiting, warm


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    really: Callable[..., object] = registry.read

    def noting(name: str, data: bytes) -> object:
        names.append(name)
        return really(name, data)

    monkeypatch.setattr(registry, "read", noting)
    return names


def test_small_files_of_all_usual_kinds_are_read(read: list[str]) -> None:
    warm()
    assert [name.partition(".")[2] for name in read] == ["txt", "pdf", "docx", "html"]


def test_nothing_more_is_read_once_a_file_is_there(read: list[str]) -> None:
    warm(lambda: True)
    assert read == []
    warm(lambda: bool(read))
    assert read == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes cannot be asked there")
def test_a_file_that_waits_in_the_pipe_is_seen_and_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.pipe()
    with TextIOWrapper(os.fdopen(ours, "rb")) as stream, os.fdopen(theirs, "wb") as pipe:
        monkeypatch.setattr(sys, "stdin", stream)
        assert not waiting()
        pipe.write(b"{}\n")
        pipe.flush()
        assert waiting()
        assert waiting()
        assert stream.buffer.readline() == b"{}\n"
