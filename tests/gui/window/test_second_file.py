"""A second file dropped on an open one joins it when it fits; else the reader is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefer.app.annotating import Draft
from briefer.app.settings import RECENT, Settings
from briefer.core.anchoring import paragraph_target
from briefer.core.annotation import Scope
from briefer.gui.main_window import MainWindow
from briefer.gui.opening.beside import BesideDialog
from briefer.gui.opening.password import PasswordDialog
from tests.gui.window.conftest import LONG
from tests.pdf_pages import protected_with, typeset
from tests.specimens import PAIRS, english_text, russian_text

OTHER = "\n\n".join(
    f"The weather in the mountains was fair on day {day}, and the herds went to the river."
    for day in range(30)
)


@pytest.fixture
def russian(tmp_path: Path) -> Path:
    path = tmp_path / "statement-ru.txt"
    path.write_text(russian_text(), encoding="utf-8")
    return path


@pytest.fixture
def english(tmp_path: Path) -> Path:
    path = tmp_path / "statement-en.txt"
    path.write_text(english_text(), encoding="utf-8")
    return path


@pytest.fixture
def alone(window: MainWindow, russian: Path, qtbot: QtBot) -> MainWindow:
    """The window with the Russian half of the session document in it."""
    with qtbot.waitSignal(window.workspace.opened, timeout=LONG):
        window.open_files([russian])
    return window


def test_the_translation_joins_by_itself_and_says_so(
    alone: MainWindow, russian: Path, english: Path, settings: Settings, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(alone.workspace.opened, timeout=LONG):
        alone.opening.take([english])
    assert _languages(alone) == ("ru", "en")
    assert f"{len(PAIRS)} aligned" in alone.status.text
    assert "statement-en.txt" in alone.frame.notices.text
    assert "one language only" not in alone.frame.notices.text
    assert settings.get(RECENT)[0] == [str(russian), str(english)]
    assert alone.parts.library.summaries() == []


def test_a_joined_file_can_be_opened_alone_after_all(alone: MainWindow, english: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(alone.workspace.opened, timeout=LONG):
        alone.opening.take([english])
    (button,) = alone.frame.notices.offers
    with qtbot.waitSignal(alone.workspace.opened, timeout=LONG):
        button.click()
    assert _languages(alone) == ("en",)


def test_a_saved_document_keeps_id_and_annotations_when_a_file_joins_it(
    alone: MainWindow, english: Path, qtbot: QtBot
) -> None:
    document = alone.workspace.document
    assert document is not None
    target = paragraph_target(document.document, "ru", 5)
    saved, annotation = alone.parts.annotator.create(document, Scope.PARAGRAPH, [target], Draft("ours"))
    alone.workspace.adopt(saved)
    with qtbot.waitSignal(alone.workspace.opened, timeout=LONG):
        alone.opening.take([english])
    joined = alone.workspace.document
    assert joined is not None
    assert joined.id == saved.id
    assert _languages(alone) == ("ru", "en")
    assert alone.parts.library.load(saved.id or "").document == joined.document
    assert alone.parts.annotator.annotations(saved.id) == (annotation,)


def test_an_unlike_text_is_asked_about_and_can_be_opened_instead(
    alone: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = _asked(alone, _file(tmp_path / "weather.txt", OTHER), qtbot)
    assert "does not look like a translation" in dialog.reason.text()
    assert _languages(alone) == ("ru",)
    with qtbot.waitSignal(alone.workspace.opened, timeout=LONG):
        dialog.instead.click()
    assert _languages(alone) == ("en",)


def test_an_unlike_text_can_be_set_beside_all_the_same(
    alone: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = _asked(alone, _file(tmp_path / "weather.txt", OTHER), qtbot)
    with qtbot.waitSignal(alone.workspace.opened, timeout=LONG):
        dialog.beside.click()
    assert _languages(alone) == ("ru", "en")


def test_a_text_in_the_same_language_is_asked_about(alone: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    again = _file(tmp_path / "again.txt", russian_text().replace("Москва", "Минск"))
    dialog = _asked(alone, again, qtbot)
    assert "same language" in dialog.reason.text()
    with qtbot.waitSignal(alone.workspace.opened, timeout=LONG):
        dialog.beside.click()
    assert _languages(alone) == ("ru", "en")


def test_cancelling_leaves_the_open_document(alone: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    before = alone.workspace.document
    dialog = _asked(alone, _file(tmp_path / "weather.txt", OTHER), qtbot)
    dialog.reject()
    assert alone.workspace.document is before
    assert alone.parts.jobs.idle


def test_the_same_file_again_is_only_told(alone: MainWindow, russian: Path, qtbot: QtBot) -> None:
    before = alone.workspace.document
    alone.opening.take([russian])
    qtbot.waitUntil(lambda: "open already" in alone.frame.notices.text, timeout=LONG)
    assert alone.workspace.document is before


def test_a_file_of_both_languages_opens_instead(alone: MainWindow, sample: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(alone.workspace.opened, timeout=LONG):
        alone.opening.take([sample])
    assert _languages(alone) == ("ru", "en")
    assert alone.frame.notices.text == ""


def test_a_file_dropped_on_both_languages_opens_instead(
    opened: MainWindow, english: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opened.workspace.opened, timeout=LONG):
        opened.opening.take([english])
    assert _languages(opened) == ("en",)


def test_a_protected_second_file_asks_for_its_password_and_joins(
    alone: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "statement.pdf"
    typeset(english_text(), path)
    path.write_bytes(protected_with(path.read_bytes(), "secret"))
    alone.opening.take([path])
    qtbot.waitUntil(lambda: bool(alone.findChildren(PasswordDialog)), timeout=LONG)
    dialog = alone.findChild(PasswordDialog)
    assert isinstance(dialog, PasswordDialog)
    dialog.line.setText("secret")
    with qtbot.waitSignal(alone.workspace.opened, timeout=LONG):
        dialog.open_button.click()
    assert _languages(alone) == ("ru", "en")


def _file(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _languages(window: MainWindow) -> tuple[str, ...]:
    assert window.workspace.document is not None
    return window.workspace.document.document.languages


def _asked(window: MainWindow, path: Path, qtbot: QtBot) -> BesideDialog:
    """The dialog that asks about the file at `path`."""
    window.opening.take([path])
    qtbot.waitUntil(lambda: bool(window.findChildren(BesideDialog)), timeout=LONG)
    dialog = window.findChild(BesideDialog)
    assert isinstance(dialog, BesideDialog)
    return dialog
