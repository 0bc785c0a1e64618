"""Reads corrections of an alignment from JSON lines (schema: correction.json)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from briefer.core.corrections import Correction, Operation
from briefer.core.errors import CorrectionLineWrong, FileEmpty
from briefer.formats.intake import take_in

EXAMPLE = '{"op": "link", "ru": [3], "en": [4, 5]}'
_MEGABYTES = 10


def read_corrections(path: Path) -> list[tuple[int, Correction]]:
    """The corrections in the file, each with the number of its line, counted from 1; blank lines are none.

    Raises FileError, or CorrectionLineWrong for the first line that is no correction.
    """
    try:
        lines = take_in(path, _MEGABYTES).splitlines()
    except FileEmpty:
        return []
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append((number, _correction(json.loads(line.decode("utf-8-sig")))))
            except (ValueError, RecursionError):
                raise CorrectionLineWrong(path=str(path), line=number, example=EXAMPLE) from None
    return found


def _correction(value: object) -> Correction:
    """Raises ValueError when the value is none."""
    if not isinstance(value, dict) or not {"op"} <= set(value) <= {"op", "ru", "en"}:
        raise ValueError("not an object of op, ru and en")
    if not isinstance(value["op"], str):
        raise ValueError("no operation")
    return Correction(Operation(value["op"]), _indices(value.get("ru", [])), _indices(value.get("en", [])))


def _indices(value: object) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise ValueError("not a list of paragraphs")
    indices: Sequence[object] = value
    if not all(isinstance(index, int) and not isinstance(index, bool) and index >= 0 for index in indices):
        raise ValueError("not numbers of paragraphs")
    numbers = tuple(index for index in indices if isinstance(index, int))
    if list(numbers) != sorted(set(numbers)):
        raise ValueError("the paragraphs do not ascend")
    return numbers
