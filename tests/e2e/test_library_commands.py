"""The commands over the library as scripts use them: list, import, library."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.test_command_line import Program

TEXT = """E/CN.7/2025/L.7{}

Draft resolution on precursors

The Commission on Narcotic Drugs,

1. Calls upon States parties to strengthen the control of {}precursors;
"""


@pytest.fixture
def briefer(tmp_path: Path) -> Program:
    return Program(tmp_path)


def paper(program: Program, name: str, revision: str = "", more: str = "") -> Path:
    path = program.home / name
    path.write_text(TEXT.format(revision, more), encoding="utf-8")
    return path


def test_a_revision_supersedes_in_the_list(briefer: Program) -> None:
    first = paper(briefer, "l7.txt")
    second = paper(briefer, "rev.txt", "/Rev.1", "all ")
    briefer.value("import", "import", first, second, "--format", "json", "--quiet")
    revision, text = briefer.value("list", "list", "--format", "json")
    assert text["family"] == revision["family"] == "E/CN.7/2025/L.7"
    assert (text["superseded_by"], revision["superseded_by"]) == (revision["id"], None)
    assert "superseded by E/CN.7/2025/L.7/Rev.1" in briefer("list").stdout


def test_a_document_without_title_has_none_in_the_list(briefer: Program) -> None:
    path = briefer.home / "note.txt"
    path.write_text("The Commission decided on the following text.\n\nIt was adopted.\n", encoding="utf-8")
    briefer("import", path)
    (entry,) = briefer.value("list", "list", "--format", "json")
    assert entry["title"] is None
    assert "note.txt" in briefer("list").stdout


def test_another_text_of_a_symbol_is_refused_with_the_ways_out(briefer: Program) -> None:
    first, second = paper(briefer, "one.txt"), paper(briefer, "two.txt", "", "more ")
    briefer("import", first)
    run = briefer("import", second, "--format", "json")
    assert run.returncode == 1
    (entry,) = json.loads(run.stdout)
    assert (entry["status"], entry["id"]) == ("refused", None)
    assert "--same-symbol" in entry["message"]
    run = briefer("import", second, "--format", "json", "--same-symbol", "keep")
    assert (run.returncode, json.loads(run.stdout)[0]["status"]) == (0, "version")


def test_check_backup_and_restore(briefer: Program) -> None:
    briefer("import", paper(briefer, "one.txt"))
    assert briefer.value("library-check", "library", "check", "--format", "json")["well"]
    backup = Path(briefer("library", "backup").stdout.strip())
    assert backup.is_file()
    info = briefer.value("library-info", "library", "info", "--format", "json")
    assert [each["path"] for each in info["backups"]] == [str(backup)]
    (briefer.home / "library" / "library.sqlite").write_bytes(b"no tables" * 1000)
    check = briefer("library", "check")
    assert check.returncode == 1
    assert "briefer library restore" in check.stdout
    refused = briefer("list")
    assert refused.returncode == 1
    assert "briefer library restore" in refused.stderr
    restored = briefer("library", "restore")
    assert restored.returncode == 0
    assert str(backup) in restored.stderr
    assert "library.sqlite.damaged-" in restored.stderr
    assert briefer("library", "check").returncode == 0
    assert briefer("library", "rebuild-index").returncode == 0


def test_watching_imports_what_comes_and_ends_well_on_ctrl_c(briefer: Program) -> None:
    folder = briefer.home / "incoming"
    folder.mkdir()
    arguments = ["import", str(folder), "--watch", "--every", "0.1", "--format", "json"]
    with subprocess.Popen(
        [sys.executable, "-m", "briefer", *arguments],
        env=briefer.environment,
        cwd=briefer.home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as program:
        assert program.stderr is not None
        assert program.stdout is not None
        assert "Watching" in program.stderr.readline()
        paper(briefer, "incoming/one.txt")
        entry = json.loads(program.stdout.readline())
        folder.rename(briefer.home / "gone")
        assert "is gone" in program.stderr.readline()
        (briefer.home / "gone").rename(folder)
        assert "there again" in program.stderr.readline()
        paper(briefer, "incoming/two.txt", "/Rev.1", "all ")
        second = json.loads(program.stdout.readline())
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == 0
        assert "Traceback" not in program.stderr.read()
    assert (entry["status"], second["status"]) == ("new", "new")
    assert len(briefer.value("list", "list", "--format", "json")) == 2


def test_watching_what_is_not_there_is_refused(briefer: Program) -> None:
    run = briefer("import", briefer.home / "nowhere", "--watch")
    assert run.returncode == 1
    assert "nowhere" in run.stderr


def test_documents_are_removed_put_back_and_deleted_for_good(briefer: Program) -> None:
    first, second = paper(briefer, "l7.txt"), paper(briefer, "rev.txt", "/Rev.1", "all ")
    briefer("import", first, second)
    run = briefer("library", "remove", "E/CN.7/2025/L.7", first)
    assert run.returncode == 0
    (left,) = briefer.value("list", "list", "--format", "json")
    assert left["symbol"] == "E/CN.7/2025/L.7/Rev.1"
    (removed,) = briefer.value("library-trash", "library", "trash", "--format", "json")
    assert removed["symbol"] == "E/CN.7/2025/L.7"
    assert f"briefer library put-back {removed['id'][:8]}\n" in run.stderr
    assert removed["id"][:8] in briefer("library", "trash").stdout
    assert briefer("library", "put-back", "e/cn.7/2025/l.7").returncode == 0
    assert len(briefer.value("list", "list", "--format", "json")) == 2
    briefer("library", "remove", removed["id"][:6])
    assert "nothing to delete" in briefer("library", "empty-trash", "--days", "3").stderr
    assert "1 document is deleted" in briefer("library", "empty-trash").stderr
    assert briefer.value("library-trash", "library", "trash", "--format", "json") == []
    run = briefer("library", "put-back", removed["id"])
    assert (run.returncode, run.stdout) == (1, "")
    assert "The trash has no document" in run.stderr
    assert briefer("library", "check").returncode == 0


def test_an_unknown_document_keeps_the_others_out_of_the_trash(briefer: Program) -> None:
    first = paper(briefer, "l7.txt")
    briefer("import", first)
    assert briefer("library", "remove", first, "A/RES/1/1").returncode == 1
    assert len(briefer.value("list", "list", "--format", "json")) == 1


def test_documents_are_put_into_folders_and_taken_out(briefer: Program) -> None:
    first = paper(briefer, "l7.txt")
    briefer("import", first)
    assert briefer.value("library-folders", "library", "folders", "--format", "json") == []
    assert briefer("library", "put", "Vienna/Drafts", first).returncode == 0
    vienna, drafts = briefer.value("library-folders", "library", "folders", "--format", "json")
    assert (vienna["path"], drafts["path"]) == (["Vienna"], ["Vienna", "Drafts"])
    (document,) = briefer.value("list", "list", "--format", "json")
    assert (vienna["documents"], drafts["documents"]) == ([], [document["id"]])
    assert briefer("library", "put", "vienna", first).returncode == 0
    assert "Vienna/Drafts  (1 document)" in briefer("library", "folders").stdout
    assert briefer("search", "in:drafts precursors").stdout
    assert briefer("library", "take", "drafts", first).returncode == 0
    assert "Vienna/Drafts  (0 documents)" in briefer("library", "folders").stdout
    assert "no folder" in briefer("library", "take", "nosuch", first).stderr
