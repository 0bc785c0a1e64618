"""Qt is loaded without what it describes signatures with, which is there when somebody asks for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

PROGRAM = """
import json, sys
if sys.argv[1] == "late":
    from briefer.gui.loading import load_qt
    load_qt()
import PySide6.QtWidgets
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

def standing_in():
    names = [name for name in sys.modules if name.startswith("shibokensupport.")]
    return sorted(name for name in names if hasattr(sys.modules[name], "__getattr__"))

told = {"before": standing_in()}
try:
    QPoint("a")
except TypeError as error:
    told["wrong"] = str(error)
told["help"] = QWidget.setGeometry.__doc__
told["after"] = standing_in()
try:
    sys.modules["shibokensupport.signature.parser"].nothing
except AttributeError as error:
    told["missing"] = str(error)
print(json.dumps(told))
"""


def told(how: str) -> dict[str, Any]:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, how],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    value: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return value


@pytest.fixture(scope="module")
def late() -> dict[str, Any]:
    return told("late")


def test_what_describes_signatures_is_loaded_when_a_call_was_wrong(late: dict[str, Any]) -> None:
    assert "shibokensupport.signature.parser" in late["before"]
    assert "shibokensupport.signature.parser" not in late["after"]


def test_wrong_calls_and_help_read_as_they_do_without_it(late: dict[str, Any]) -> None:
    plain = told("plain")
    assert "QPoint" in late["wrong"]
    assert "setGeometry" in late["help"]
    assert {key: late[key] for key in ("wrong", "help", "missing")} == {
        key: plain[key] for key in ("wrong", "help", "missing")
    }
