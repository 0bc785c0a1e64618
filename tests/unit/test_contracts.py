"""The import contracts of pyproject.toml: they hold, and they bite."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("importlinter", reason="import-linter is not installed here")

ROOT = Path(__file__).parents[2]
ONE_WAY = "Imports run one way"
QT_IN_GUI = "Qt stays in the window"
PURE_CORE = "Core does no input or output"
NO_CYCLES = "No cycles"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package and its contracts, to be spoilt."""
    shutil.copytree(ROOT / "briefer", tmp_path / "briefer", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = "import sys; sys.path.insert(0, ''); from importlinter.cli import lint_imports_command; "
    return subprocess.run(
        [sys.executable, "-c", f"{program} lint_imports_command()", "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def broken(run: subprocess.CompletedProcess[str]) -> set[str]:
    assert run.returncode != 0, run.stdout
    return {name for name in (ONE_WAY, QT_IN_GUI, PURE_CORE, NO_CYCLES) if f"{name} BROKEN" in run.stdout}


def add(folder: Path, module: str, statement: str) -> None:
    path = folder.joinpath("briefer", *module.split(".")).with_suffix(".py")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{statement}\n", encoding="utf-8")


def test_the_package_keeps_its_contracts(copy: Path) -> None:
    run = lint(copy)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("module", "statement", "contract"),
    [
        ("cli.intruder", "import briefer.gui", ONE_WAY),
        ("gui.intruder", "import briefer.cli", ONE_WAY),
        ("app.intruder", "import briefer.cli", ONE_WAY),
        ("formats.intruder", "import briefer.store", ONE_WAY),
        ("store.intruder", "from briefer import formats", ONE_WAY),
        ("core.intruder", "from briefer.app.texts import Texts", ONE_WAY),
        ("app.intruder", "from PySide6 import QtCore", QT_IN_GUI),
        ("core.intruder", "def late():\n    import shiboken6", QT_IN_GUI),
        ("core.intruder", "import pathlib", PURE_CORE),
        ("core.intruder", "from sqlite3 import connect", PURE_CORE),
    ],
)
def test_one_forbidden_import_breaks_its_contract(
    copy: Path, module: str, statement: str, contract: str
) -> None:
    add(copy, module, statement)
    assert contract in broken(lint(copy))


def test_qt_is_found_behind_a_package_that_passes_it_on(copy: Path) -> None:
    add(copy, "__init__", "from PySide6 import QtCore as Core")
    add(copy, "app.intruder", "from briefer import Core")
    assert QT_IN_GUI in broken(lint(copy))


def test_a_package_outside_the_plan_is_refused(copy: Path) -> None:
    add(copy, "helpers", '"""Everything that found no place."""')
    assert lint(copy).returncode != 0


def test_a_cycle_of_siblings_is_refused(copy: Path) -> None:
    add(copy, "core.first_intruder", "import briefer.core.second_intruder")
    add(copy, "core.second_intruder", "import briefer.core.first_intruder")
    assert NO_CYCLES in broken(lint(copy))
