"""A wheel carries all that Briefer needs, and an installation of it finds it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed here")

# Asks the installed package, from inside a Python that sees it before any other.
QUESTION = """
import sys, briefer
from briefer.app.resources import resource
from briefer.app.texts import Texts
print(briefer.__file__)
print(resource("samples", "joint-statement.ru-en.txt"))
print(Texts(resource("locale"), "ru").gettext(""))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, *offline, "--wheel-dir", str(folder), str(ROOT)], check=True, capture_output=True)
    (built,) = folder.glob("briefer-*.whl")
    return built


def test_every_source_and_resource_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "briefer").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    } | {
        f"briefer/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert wanted <= packed


def test_compiled_texts_migrations_and_licence_are_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = archive.namelist()
    for end in ("locale/ru/LC_MESSAGES/briefer.mo", "store/migrations/env.py", "licenses/LICENSE"):
        assert any(name.endswith(end) for name in packed), end
    assert any("store/migrations/versions/" in name for name in packed)


def test_tests_and_packaging_stay_out_of_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"briefer"}


def test_an_installed_wheel_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    answer = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", QUESTION],
        cwd=tmp_path,
        env={"PYTHONPATH": str(target)},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    package, sample, *header = answer.stdout.splitlines()
    assert Path(package).is_relative_to(target)
    assert Path(sample).is_relative_to(target / "briefer")
    assert "Language: ru" in header
