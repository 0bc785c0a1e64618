"""What all tests share: the golden files' flag and the catalogues as they stand in git."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from briefer.app.resources import resource
from briefer.app.texts import DOMAIN, LANGUAGES, Texts


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--regenerate`: look at what changed before committing it. `--steps`, `--seed`: of the random walk."""
    parser.addoption("--regenerate", action="store_true", help="write the golden files anew")
    parser.addoption("--steps", type=int, default=120, help="how long the random walk in the window is")
    parser.addoption("--seed", type=int, default=1, help="which random walk it is")


@pytest.fixture(scope="session")
def speak(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Texts]:
    """The texts of a language, compiled for this run: a .mo in the checkout may be out of date."""
    folder = tmp_path_factory.mktemp("locale")
    for language in LANGUAGES:
        source = resource("locale") / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        if source.exists():
            target = folder / language / "LC_MESSAGES"
            target.mkdir(parents=True)
            with source.open("rb") as catalogue, (target / f"{DOMAIN}.mo").open("wb") as compiled:
                write_mo(compiled, read_po(catalogue, locale=language))
    return lambda language: Texts(folder, language)


@pytest.fixture
def texts(speak: Callable[[str], Texts]) -> Texts:
    """English."""
    return speak("en")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of that name, or writes it when asked to."""
    folder = Path(__file__).parent / "golden"
    regenerate = bool(request.config.getoption("--regenerate"))

    def compare(name: str, text: str) -> None:
        path = folder / name
        if regenerate:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8"), f"{name} differs; look, then pytest --regenerate"

    return compare
