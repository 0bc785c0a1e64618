"""The command that aligns, as scripts use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from briefer.app.resources import resource
from tests.e2e.test_command_line import SESSION, Program, failed
from tests.shared_data import DATA

RUSSIAN = "Комитет принял 12 решений. Он закрыл сессию.\n\nСледующая сессия в 2027 году.\n"
ENGLISH = "The Committee adopted 12 decisions. It closed the session.\n\nNext session in 2027.\n"
SHARED = DATA / "align"


@pytest.fixture
def briefer(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "ru.txt", tmp_path / "en.txt"
    for path, text in zip(paths, (RUSSIAN, ENGLISH), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def beads(briefer: Program, *words: str | Path) -> list[dict[str, Any]]:
    """The lines of a run that says nothing else, checked by the schema."""
    run = briefer("align", "--quiet", *words)
    assert (run.returncode, run.stderr) == (0, "")
    rules = json.loads(resource("schemas", "align.json").read_text(encoding="utf-8"))
    values = [json.loads(line) for line in run.stdout.splitlines()]
    for value in values:
        jsonschema.Draft202012Validator(rules).validate(value)
    return values


def test_two_files_are_aligned_a_line_a_bead(briefer: Program, pair: tuple[Path, Path]) -> None:
    found = beads(briefer, *pair)
    assert [(bead["ru"], bead["en"], bead["sentences"]) for bead in found] == [
        ([0], [0], None),
        ([1], [1], None),
    ]
    assert not (briefer.home / "library").exists()


def test_sentences_are_given_as_spans(briefer: Program, pair: tuple[Path, Path]) -> None:
    first = beads(briefer, *pair, "--sentences", "--paragraphs", "lines", "--format", "jsonl")[0]
    shown = [
        (RUSSIAN[slice(*inside["ru"][0])], ENGLISH[slice(*inside["en"][0])]) for inside in first["sentences"]
    ]
    assert shown == [
        ("Комитет принял 12 решений.", "The Committee adopted 12 decisions."),
        ("Он закрыл сессию.", "It closed the session."),
    ]


def test_a_file_of_both_languages_gives_each_side_its_own(briefer: Program) -> None:
    found = beads(briefer, SESSION, SESSION)
    assert sum(bool(bead["ru"] and bead["en"]) for bead in found) == 18


def test_tables_pages_and_memories_come_out(briefer: Program, pair: tuple[Path, Path]) -> None:
    beginnings = {"tsv": "0\t0\t", "html": "<!DOCTYPE html>", "tmx": "<?xml"}
    for form, beginning in beginnings.items():
        run = briefer("--quiet", "align", *pair, "--format", form)
        assert (run.returncode, run.stderr) == (0, "")
        assert run.stdout.startswith(beginning)
    assert "Русский" in briefer("align", *pair, "--format", "html", "--lang", "ru").stdout


def test_corrections_are_applied_and_bad_ones_named(briefer: Program, pair: tuple[Path, Path]) -> None:
    corrections = briefer.home / "corrections.jsonl"
    corrections.write_text('{"op": "merge", "ru": [0, 1]}\n', encoding="utf-8")
    (bead,) = beads(briefer, *pair, "--correct", corrections)
    assert (bead["ru"], bead["en"], bead["origin"]) == ([0, 1], [0, 1], "hand")
    corrections.write_text('{"op": "merge", "ru": [0, 1]}\n{"op": "glue"}\n', encoding="utf-8")
    assert "Line 2" in failed(briefer("align", *pair, "--correct", corrections))
    corrections.write_text('{"op": "merge", "ru": [9]}\n', encoding="utf-8")
    assert "Line 1" in failed(briefer("align", *pair, "--correct", corrections))


def test_wrong_use_is_told(briefer: Program, pair: tuple[Path, Path]) -> None:
    assert "--format" in failed(briefer("align", *pair, "--format", "pdf"), status=2)
    assert "--paragraphs" in failed(briefer("align", *pair, "--paragraphs", "words"), status=2)
    assert "EN" in failed(briefer("align", pair[0]), status=2)
    assert "none.txt" in failed(briefer("align", pair[0], "none.txt"))
    assert failed(briefer("align", pair[0], pair[0]))


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data are not beside the checkout")
def test_every_line_of_a_case_is_in_one_bead(briefer: Program) -> None:
    paths = [SHARED / f"un-0030-furniture-0.{code}.txt" for code in ("ru", "en")]
    found = beads(briefer, "--paragraphs", "lines", *paths)
    for code, path in zip(("ru", "en"), paths, strict=True):
        count = sum(bool(line.strip()) for line in path.read_text(encoding="utf-8").splitlines())
        assert [index for bead in found for index in bead[code]] == list(range(count))
