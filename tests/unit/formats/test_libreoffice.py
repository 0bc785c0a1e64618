"""What LibreOffice converts: the same text, bounded, and nothing left behind."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefer.core.errors import BrieferError, ConverterFailed, ConverterUnavailable
from briefer.formats.libreoffice import LibreOffice, find_soffice
from briefer.formats.libreoffice_profile import PREFIX, STALE_SECONDS, workplace
from briefer.formats.parser import Parser
from tests.layouts import SHEETS
from tests.layouts_odt import odt_of
from tests.shared_data import DATA
from tests.unit.formats.pairs import assert_eighteen_pairs
from tests.unit.formats.word.specimens import texts

RUSSIAN = DATA / "russian"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def soffice() -> Path:
    """The LibreOffice of this system; only a machine that is no CI may be without it."""
    found = find_soffice()
    if found is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice is not installed")
    assert found is not None
    return found


def program(folder: Path, script: str) -> Path:
    """Stands for LibreOffice; `$out` is the folder that the converted file is expected in."""
    if sys.platform == "win32":
        pytest.skip("written for the shell")
    made = folder / "soffice"
    made.write_text(
        f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nout="$2"; source="$3"\n{script}\n'
    )
    made.chmod(0o700)
    return made


def converter(tmp_path: Path, script: str, seconds: float = 20) -> LibreOffice:
    return LibreOffice(seconds, tmp_path / "cache", program(tmp_path, script))


class Impatient:
    def __init__(self, patience: int = 3) -> None:
        self.left = patience

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise BrieferError()

    def report(self, fraction: float, /) -> None: ...


def test_a_doc_has_the_text_of_the_odt_that_it_was_made_of(tmp_path: Path, soffice: Path) -> None:
    if not RUSSIAN.is_dir():
        pytest.skip("the shared data are not there")
    whole = (RUSSIAN / "ru_law.odt").read_bytes()
    source = tmp_path / "law.odt"
    source.write_bytes(whole)
    path = _as_doc(source, soffice)
    parser = Parser(converter=LibreOffice(folder=tmp_path / "cache"))
    file = parser.parse(path, path.read_bytes())
    assert (file.source.format, file.source.sha256) == ("doc", hashlib.sha256(path.read_bytes()).hexdigest())
    assert texts(file.blocks) == texts(parser.parse(source, whole).blocks)
    assert not list((tmp_path / "cache").iterdir())


@pytest.mark.parametrize("name", ["ru_law.doc", "ru_law.docx"])
def test_the_same_law_is_the_same_text_in_any_format(name: str) -> None:
    if not RUSSIAN.is_dir():
        pytest.skip("the shared data are not there")
    expected = Parser().parse(RUSSIAN / "ru_law.odt", (RUSSIAN / "ru_law.odt").read_bytes())
    assert texts(Parser().parse(RUSSIAN / name, (RUSSIAN / name).read_bytes()).blocks) == texts(
        expected.blocks
    )


def test_eighteen_pairs_come_out_of_a_doc(tmp_path: Path, soffice: Path) -> None:
    source = tmp_path / "paper.odt"
    source.write_bytes(odt_of(SHEETS["as a table of pairs"]()))
    path = _as_doc(source, soffice)
    data = path.read_bytes()
    assert data.startswith(COMPOUND)
    file = Parser(converter=LibreOffice(folder=tmp_path / "cache")).parse(path, data)
    assert (file.source.path, file.source.format) == (str(path), "doc")
    assert_eighteen_pairs(file.blocks)


def _as_doc(source: Path, soffice: Path) -> Path:
    profile = source.parent / "profile"
    arguments = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "doc:MS Word 97"]
    subprocess.run(
        [soffice, *arguments, "--outdir", source.parent, source], check=True, capture_output=True, timeout=120
    )
    return source.with_suffix(".doc")


def test_the_program_works_in_a_private_folder_that_is_gone_afterwards(tmp_path: Path) -> None:
    script = 'stat -c %a "$out" "$out/.." "$source" "$HOME" > "$out/document.odt"; pwd -P >/dev/null'
    answer = converter(tmp_path, script).convert(tmp_path / "a.doc", COMPOUND)
    assert answer.split() == [b"700", b"700", b"600", b"700"]
    assert stat.S_IMODE((tmp_path / "cache").stat().st_mode) == 0o700
    assert not list((tmp_path / "cache").iterdir())


def test_the_program_gets_nothing_of_the_users_surroundings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRIVATE_TOKEN", "private")
    monkeypatch.setenv("DISPLAY", ":7")
    answer = converter(tmp_path, 'env > "$out/document.odt"').convert(tmp_path / "a.doc", COMPOUND).decode()
    assert "private" not in answer.replace(str(tmp_path), "")
    assert "DISPLAY" not in answer


@pytest.mark.skipif(sys.platform != "linux", reason="bounds are set on Linux alone")
def test_the_program_is_bounded(tmp_path: Path) -> None:
    answer = converter(tmp_path, 'sleep 0.3; ulimit -v -t -f -c > "$out/document.odt"').convert(
        tmp_path / "a.doc", COMPOUND
    )
    assert b"unlimited" not in answer


@pytest.mark.parametrize("script", ["exit 0", "exit 3", "kill -9 $$"], ids=["nothing", "failure", "death"])
def test_a_conversion_that_brings_nothing_has_failed(tmp_path: Path, script: str) -> None:
    with pytest.raises(ConverterFailed) as caught:
        converter(tmp_path, script).convert(tmp_path / "a.doc", COMPOUND)
    assert caught.value.params["path"] == str(tmp_path / "a.doc")
    assert not list((tmp_path / "cache").iterdir())


def test_a_conversion_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    note = tmp_path / "child"
    script = f'sleep 600 & echo $! > "{note}"; wait'
    with pytest.raises(ConverterFailed):
        converter(tmp_path, script, seconds=0.5).convert(tmp_path / "a.doc", COMPOUND)
    assert not list((tmp_path / "cache").iterdir())
    assert _has_ended(int(note.read_text()))


def test_cancelling_ends_the_conversion(tmp_path: Path) -> None:
    with pytest.raises(BrieferError) as caught:
        converter(tmp_path, "sleep 600").convert(tmp_path / "a.doc", COMPOUND, Impatient())
    assert type(caught.value) is BrieferError
    assert not list((tmp_path / "cache").iterdir())


def _has_ended(process: int) -> bool:
    """Whether the process is gone, or dead and waiting to be buried by whoever adopted it."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state in {"Z", "X"}


def test_what_a_killed_conversion_left_is_removed_by_the_next(tmp_path: Path) -> None:
    old, young = tmp_path / f"{PREFIX}old", tmp_path / f"{PREFIX}young"
    for left in (old, young):
        left.mkdir()
    then = old.stat().st_mtime - STALE_SECONDS - 10
    os.utime(old, (then, then))
    with workplace(tmp_path, b"x"):
        pass
    assert sorted(tmp_path.iterdir()) == [young]


def test_without_libreoffice_it_is_said_what_would_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefer.formats.libreoffice.find_soffice", lambda: None)
    assert not LibreOffice().available
    with pytest.raises(ConverterUnavailable) as caught:
        LibreOffice(folder=tmp_path).convert(tmp_path / "a.doc", COMPOUND)
    assert caught.value.params == {"path": str(tmp_path / "a.doc"), "format": "DOC"}
