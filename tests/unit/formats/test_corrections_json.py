"""Corrections read from lines of JSON."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from briefer.app.resources import resource
from briefer.core.corrections import Correction, Operation
from briefer.core.errors import CorrectionLineWrong, FileMissing
from briefer.formats.corrections_json import EXAMPLE, read_corrections

WRONG = [
    "no JSON",
    "[1]",
    "null",
    '{"ru": [1]}',
    '{"op": "glue"}',
    '{"op": 1}',
    '{"op": "link", "ru": 1}',
    '{"op": "link", "ru": [-1]}',
    '{"op": "link", "ru": [true]}',
    '{"op": "link", "ru": [2, 1]}',
    '{"op": "link", "fr": [1]}',
    '{"op": "link", "ru": ["1"]}',
    '{"op": "link", "ru": ' + "[" * 100_000,
]


def written(folder: Path, *lines: str) -> Path:
    path = folder / "corrections.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path


def test_corrections_come_with_their_lines(tmp_path: Path) -> None:
    path = written(tmp_path, '{"op": "merge", "ru": [1, 2]}', "", EXAMPLE, '{"op": "restore"}')
    assert read_corrections(path) == [
        (1, Correction(Operation.MERGE, (1, 2))),
        (3, Correction(Operation.LINK, (3,), (4, 5))),
        (4, Correction(Operation.RESTORE)),
    ]


@pytest.mark.parametrize("line", WRONG, ids=range(len(WRONG)))
def test_a_line_that_is_no_correction_is_named(line: str, tmp_path: Path) -> None:
    with pytest.raises(CorrectionLineWrong) as caught:
        read_corrections(written(tmp_path, '{"op": "restore"}', line))
    assert caught.value.params["line"] == 2


def test_letters_of_no_encoding_are_no_correction(tmp_path: Path) -> None:
    path = tmp_path / "corrections.jsonl"
    path.write_bytes(b'{"op": "restore"}\n\xff\xfe{')
    with pytest.raises(CorrectionLineWrong):
        read_corrections(path)


def test_a_missing_file_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_corrections(tmp_path / "none.jsonl")


def test_the_schema_knows_every_operation() -> None:
    rules = json.loads(resource("schemas", "correction.json").read_text(encoding="utf-8"))
    assert set(rules["properties"]["op"]["enum"]) == set(Operation)
    check = jsonschema.Draft202012Validator(rules)
    check.validate(json.loads(EXAMPLE))
    with pytest.raises(jsonschema.ValidationError):
        check.validate({"op": "glue"})
