"""The command line as scripts use it: a process, its streams, its exit code."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import jsonschema
import pytest

from briefer.app.resources import resource

SESSION = resource("samples", "joint-statement.ru-en.txt")
Run = subprocess.CompletedProcess[str]


class Program:
    """Runs Briefer with a library and a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(home),
            "BRIEFER_LIBRARY": str(home / "library"),
            "LANGUAGE": "en",
            "LC_ALL": "C",
            "PYTHONIOENCODING": "ascii",
            "PYTHONWARNINGS": "error",
        }

    def __call__(self, *words: str | Path) -> Run:
        return subprocess.run(
            [sys.executable, "-m", "briefer", *map(str, words)],
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def value(self, schema: str, *words: str | Path) -> Any:
        """What a command that succeeds and says nothing else has put out, checked by its schema."""
        run = self(*words)
        assert (run.returncode, run.stderr) == (0, "")
        value = json.loads(run.stdout)
        rules = json.loads(resource("schemas", f"{schema}.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(rules).validate(value)
        return value


@pytest.fixture
def briefer(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """With the session document in the library and three annotations on it."""
    program = Program(tmp_path_factory.mktemp("home"))
    assert program("import", SESSION).returncode == 0
    for words in (
        ["--paragraph", "PP7", "--language", "en", "--quote", "virtual financial systems", "--note", "Ask."],
        [
            "--paragraph",
            "OP1",
            "--stance",
            "red line",
            "--color",
            "red",
            "--tag",
            "#control",
            "--note",
            "No.",
        ],
        ["--index", "27", "--language", "ru"],
    ):
        value = program.value("annotate", "annotate", SESSION, *words)
        assert value["schema"] == 1
    return program


def failed(run: Run, status: int = 1) -> str:
    """The one sentence of a command that could not."""
    assert (run.returncode, run.stdout) == (status, "")
    assert "Traceback" not in run.stderr
    return run.stderr


def test_read_shows_the_session_document_in_both_languages(briefer: Program) -> None:
    value = briefer.value("read", "read", SESSION, "--format", "json")
    assert [version["language"] for version in value["versions"]] == ["ru", "en"]
    assert sum(bool(bead["ru"] and bead["en"]) for bead in value["beads"]) == 18
    assert not (briefer.home / "library").exists()


def test_read_shows_text_and_markdown(briefer: Program) -> None:
    assert "1. To confirm our shared commitment" in briefer("read", SESSION).stdout
    assert "**1** To confirm our shared commitment" in briefer("read", SESSION, "--format", "markdown").stdout


def test_one_language_is_read_with_a_notice(briefer: Program) -> None:
    path = briefer.home / "en.txt"
    path.write_text("The Commission decided on the following text.\n\nIt was adopted.\n", encoding="utf-8")
    run = briefer("read", path, "--format", "json")
    assert run.returncode == 0
    assert len(json.loads(run.stdout)["versions"]) == 1
    assert "English" in run.stderr
    assert briefer("read", path, "--format", "json", "--quiet").stderr == ""


def test_importing_twice_is_known(briefer: Program) -> None:
    (first,) = briefer.value("import", "import", SESSION, "--format", "json")
    (second,) = briefer.value("import", "import", SESSION, "--format", "json")
    assert (first["status"], second["status"], first["id"]) == ("new", "known", second["id"])


def test_what_is_refused_is_told_and_the_others_are_kept(briefer: Program) -> None:
    run = briefer("import", "none.txt", SESSION, "--format", "json")
    assert run.returncode == 1
    assert [item["status"] for item in json.loads(run.stdout)] == ["refused", "new"]
    assert "none.txt" in run.stderr
    assert len(briefer.value("list", "list", "--format", "json")) == 1


def test_the_library_lists_and_finds_the_document(stocked: Program) -> None:
    (document,) = stocked.value("list", "list", "--format", "json")
    assert document["languages"] == ["ru", "en"]
    (found,) = stocked.value("search", "search", "наркотик", "--format", "json", "--in", document["id"][:8])
    hit = next(hit for hit in found["hits"] if hit["label"] == "2")
    start, end = hit["marks"][0]
    assert hit["text"][start:end] == "наркотиков"
    assert hit["counterpart"].startswith("To continue our joint work")
    assert hit["citation"].startswith("«Совместное заявление руководителей")
    assert hit["citation"].endswith("пункт 2 (русский)")
    (found,) = stocked.value("search", "search", "countering", "--format", "json")
    assert "(English; unofficial translation)" in found["hits"][0]["citation"]
    assert stocked.value("search", "search", "zebra", "--format", "json") == []
    for words in (["list"], ["search", "drug"], ["annotations"], ["library", "info"]):
        assert stocked(*words).stdout.strip()


def test_a_search_counts_and_suggests(stocked: Program) -> None:
    told = stocked.value("search-facets", "search", "наркотрафик", "--facets", "--format", "json")
    assert (told["total"], told["literal"], len(told["documents"])) == (1, 1, 1)
    hits = told["documents"][0]["hits"]
    assert {hit["literal"] for hit in hits} == {True, False}
    assert {"value": "2025", "count": 1} in told["facets"]["year"]
    run = stocked("search", "прекурсры")
    assert (run.returncode, run.stdout) == (0, "")
    assert stocked("search", "Содружетва").stderr.count("Содружества") == 1
    page = stocked("search", "year:2025 kind:operative", "--facets").stdout
    assert "operative (1)" in page


def test_a_concordance_shows_every_place_of_a_term_with_its_counterpart(stocked: Program) -> None:
    lines = stocked.value("concordance", "concordance", "страна", "--format", "json")
    assert lines
    assert {line["language"] for line in lines} == {"ru"}
    answers = {line["counterpart_term"] for line in lines if line["counterpart"]}
    assert "countries" in answers
    assert all("(русский)" in line["citation"] for line in lines)
    assert stocked.value("concordance", "concordance", "zebra", "--format", "json") == []
    table = stocked("concordance", "states", "--format", "csv", "--sort", "left")
    assert table.stdout.startswith("document,symbol,id,language")
    assert "<!DOCTYPE html>" in stocked("concordance", "states", "--format", "html").stdout
    assert "[" in stocked("concordance", "states").stdout
    failed(stocked("concordance", " "), status=2)
    failed(stocked("concordance", "*"), status=2)


def test_a_query_that_does_not_parse_points_at_the_place(stocked: Program) -> None:
    told = failed(stocked("search", "drug AND ("), status=2).splitlines()
    assert "character" in told[0]
    assert told[1:] == ["  drug AND (", "            ^"]
    told = failed(stocked("search", "-women -men"), status=2).splitlines()
    assert told[1:] == ["  -women -men", "  ^"]


def test_a_query_may_begin_with_a_dash(stocked: Program) -> None:
    assert "Drug" in stocked("search", "-women drug", "--limit", "1").stdout
    assert "put --" in failed(stocked("search", "--women"), status=2)


def test_what_is_asked_for_in_vain_is_named(stocked: Program) -> None:
    for form in ("text", "json"):
        run = stocked("search", "in:nosuch drug", "--format", form)
        assert run.returncode == 0
        assert "“nosuch”" in run.stderr
    run = stocked("search", "tag:contrl", "--facets", "--format", "json")
    told = json.loads(run.stdout)
    assert told["lacking"] == [{"field": "tag", "value": "contrl", "near": ["control"], "known": ["control"]}]
    assert told["suggestion"] == "tag:control"


def test_annotations_come_back_in_reading_order(stocked: Program) -> None:
    value = stocked.value("annotations", "annotations", "--all", "--format", "json")
    assert [annotation["targets"][0]["label"] for annotation in value] == ["PP7", "1", "4"]
    assert [target["quote"] for target in value[0]["targets"]] == ["virtual financial systems"]
    assert [target["language"] for target in value[1]["targets"]] == ["ru", "en"]
    assert (value[1]["stance"], value[1]["tags"]) == ("redline", ["control"])
    assert "virtual financial systems" in stocked("annotations", SESSION, "--format", "md").stdout


@pytest.mark.parametrize(
    "words",
    [
        ["--paragraph", "99"],
        ["--bead", "99"],
        ["--index", "99", "--language", "ru"],
        ["--paragraph", "1", "--language", "fr"],
        ["--paragraph", "1", "--quote", "zebra"],
    ],
    ids=" ".join,
)
def test_a_passage_that_is_not_there_is_not_annotated(stocked: Program, words: list[str]) -> None:
    failed(stocked("annotate", SESSION, *words))
    assert len(stocked.value("annotations", "annotations", "--format", "json")) == 3


@pytest.mark.parametrize("language", ["ru", "en", "both"])
@pytest.mark.parametrize("suffix", [".docx", ".html", ".md"])
def test_a_note_is_exported_and_its_path_told(
    stocked: Program, tmp_path: Path, suffix: str, language: str
) -> None:
    path = tmp_path / f"note{suffix}"
    run = stocked("export", SESSION, "--to", path, "--language", language)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", f"{path}\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    if suffix == ".docx":
        table = docx.Document(str(path)).tables[1]
        shown = "\n".join(cell.text for row in table.rows for cell in row.cells)
    else:
        shown = path.read_text(encoding="utf-8")
    assert ("virtual financial systems" in shown) is (language != "ru")
    assert ("Подтвердить нашу общую" in shown) is (language != "en")
    assert ("unofficial translation" in shown) is (language != "ru" or suffix != ".docx")


@pytest.mark.parametrize("command", ["read", "import", ""])
def test_bad_files_are_told_in_a_sentence_and_change_nothing(briefer: Program, command: str) -> None:
    (briefer.home / "empty.txt").write_bytes(b"")
    (briefer.home / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (briefer.home / "folder").mkdir()
    for name in ("none.txt", "folder", "empty.txt", "binary.txt"):
        told_later = not command and name in ("empty.txt", "binary.txt")  # by the window itself
        if not told_later and (command, name) != ("import", "folder"):
            told = failed(briefer(*[command] * bool(command), name))
            assert name in told
            assert told.count("\n") == 1
    assert json.loads(briefer("list", "--format", "json").stdout) == []


def test_a_folder_without_documents_imports_nothing(briefer: Program) -> None:
    (briefer.home / "folder").mkdir()
    assert briefer.value("import", "import", "folder", "--format", "json", "--quiet") == []
    assert briefer("import", "folder").stderr.count("\n") == 1


def test_a_document_that_is_not_saved_is_not_known(briefer: Program) -> None:
    for words in (["annotate", SESSION, "--paragraph", "1"], ["export", "E/CN.7/2025/L.9", "--to", "a.md"]):
        assert "library" in failed(briefer(*words))


def test_a_name_like_a_command_is_a_file_when_written_as_one(briefer: Program) -> None:
    assert "list" in failed(briefer("./list"))
    assert briefer("list").returncode == 0


def test_russian_is_spoken_when_asked_for(briefer: Program) -> None:
    run = briefer("read", "нет.txt", "--lang", "ru")
    assert run.returncode == 1
    assert "нет.txt" in run.stderr


def test_a_reader_that_leaves_early_causes_no_noise(briefer: Program) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "briefer", "read", str(SESSION)],
        env=briefer.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        noise = process.stderr.read()
        assert process.wait(timeout=60) == 1
    assert noise == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_behind_standard_output_is_told(briefer: Program) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "briefer", "read", str(SESSION), "--format", "json"],
            env=briefer.environment,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1


WATCH = """
import sys
from briefer.__main__ import main
sys.argv = ["briefer", *sys.argv[1:]]
status = main()
loaded = sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6"))
late = sorted(set(sys.modules) & {"sqlalchemy", "alembic", "whoosh", "docx", "babel", "typer"})
print(status, loaded, late, file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--version"], "0 [] []"),
        (["none.txt"], "1 [] []"),
        (["list"], "0 []"),
        (["--help"], "0 [] ['typer']"),
        (["read", str(SESSION)], "0 []"),
        (["search", "drug"], "0 []"),
        (["import", str(SESSION)], "0 []"),
        (["annotate", str(SESSION), "--paragraph", "1"], "0 []"),
        (["annotations"], "0 []"),
        (["export", str(SESSION), "--to", "n.docx"], "0 []"),
        (["library", "info"], "0 []"),
    ],
    ids=lambda words: " ".join(words[:1]) if isinstance(words, list) else "",
)
def test_qt_is_never_loaded_and_heavy_parts_only_when_needed(
    stocked: Program, words: list[str], told: str
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WATCH, *words],
        env=stocked.environment,
        cwd=stocked.home,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stderr.splitlines()[-1].startswith(told)
