"""A start loads what the first document needs, and the reading process is at work before Qt is loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from briefer.app.resources import resource

SAMPLE = resource("samples", "joint-statement.ru-en.txt")
# The program as it is; only that the moments are noted, and that it ends when the document is painted.
PROGRAM = """
import builtins, gc, json, os, subprocess, sys
from briefer.gui import loading
plain, load_qt, told, painted = builtins.__import__, loading.load_qt, {}, set()
started, start = [], subprocess.Popen

def popen(words, **options):
    started.append(words[-1])
    return start(words, **options)

subprocess.Popen = popen

def loaded():
    told["started"] = list(started)
    told["qt first"] = any(name.startswith("PySide6") for name in sys.modules)
    load_qt()
    told["import"] = builtins.__import__ is plain
    from briefer.gui.reader.pane import TextPane
    paint = TextPane.paintEvent

    def paint_event(self, event):
        paint(self, event)
        if self.version is not None and self.version.language not in painted:
            painted.add(self.version.language)
            told["modules"], told["searching for garbage"] = sorted(sys.modules), gc.isenabled()
            told["kinds"] = [*vars(sys.modules["PySide6.QtGui"]), *vars(sys.modules["PySide6.QtWidgets"])]
            if len(painted) == 2:
                tell()

    TextPane.paintEvent = paint_event

def tell():
    told["painted"] = sorted(painted)
    print(json.dumps(told), flush=True)
    os._exit(0)

loading.load_qt = loaded
from briefer.__main__ import main
sys.argv = ["briefer", "--lang", sys.argv[1], "--library", sys.argv[2], sys.argv[3]]
main()
"""
LATE = (
    # What reads, structures and aligns is loaded in the reading process alone.
    *("numpy", "Stemmer", "pymupdf", "lxml", "briefer.formats.parser", "briefer.core.align.engine"),
    *("briefer.core.query", "briefer.app.wording", "briefer.core.briefing"),
    *("briefer.core.structure.build", "briefer.core.wordforms", "briefer.core.lexicon", "briefer.core.terms"),
    # The library, dates in all their forms and the ear for second starts come after the document.
    *(
        "sqlalchemy",
        "alembic",
        "whoosh",
        "babel",
        "PySide6.QtNetwork",
        "briefer.gui.instance.answering",
    ),
    # Dialogs, exports and the command line come when they are wanted.
    *("typer", "docx", "docxtpl", "jinja2", "PySide6.QtPrintSupport", "PySide6.QtSvg"),
    *("briefer.gui.preferences.dialog", "briefer.gui.palette.chooser", "briefer.gui.briefing.export_dialog"),
    *("briefer.gui.concordance.window", "briefer.gui.dialogs.about", "briefer.gui.dialogs.shortcuts"),
    *(
        "briefer.gui.afterwards",
        "briefer.gui.hits",
        "briefer.gui.search.results",
        "briefer.gui.dialogs.leaving",
    ),
    *("briefer.gui.opening.password", "plistlib"),
)
# Kinds of Qt's for which PySide6 makes many enumerations, or that it makes when it is asked for any widget.
LARGE = {"QStyle", "QAccessible", "QGradient", "QMessageBox", "QFileDialog", "QWizard", "QMdiArea"}


@pytest.fixture(scope="module", params=["en", "ru"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("start")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "BRIEFER_CONFIG": str(folder)}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, request.param, str(folder / "library"), str(SAMPLE)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    value: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return value


def test_the_document_is_painted_in_both_languages(told: dict[str, Any]) -> None:
    assert told["painted"] == ["en", "ru"]


def test_the_reading_process_is_started_before_qt_is_loaded(told: dict[str, Any]) -> None:
    assert told["started"] == ["briefer.app.engine_entry"]
    assert not told["qt first"]


def test_what_the_first_document_does_not_need_is_loaded_later(told: dict[str, Any]) -> None:
    early = [name for name in told["modules"] if f"{name}.".startswith(tuple(f"{late}." for late in LATE))]
    assert early == []


def test_kinds_with_many_enumerations_are_not_made_before_the_document(told: dict[str, Any]) -> None:
    assert LARGE & set(told["kinds"]) == set()


def test_imports_and_the_search_for_garbage_do_not_hold_the_start_up(told: dict[str, Any]) -> None:
    assert told["import"]
    assert not told["searching for garbage"]
