"""What nobody needs before the first document is there as soon as somebody does."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from briefer.app.resources import resource
from briefer.app.texts import Texts
from briefer.gui.main_window import MainWindow
from briefer.gui.menus import TOOLBAR
from briefer.gui.palette.chooser import Chooser

LONG = 20_000  # milliseconds
RUSSIAN = Texts(resource("locale"), "ru").gettext("Terms of this pair")


def complete(window: MainWindow) -> bool:
    return "after" in vars(window)


def test_it_is_made_by_itself_once_the_document_is_there(
    begun: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    assert not complete(begun)
    begun.start([sample])
    assert not complete(begun)
    qtbot.waitUntil(lambda: complete(begun), timeout=LONG)
    assert begun.workspace.document is not None
    qtbot.waitUntil(lambda: begun.parts.jobs.idle, timeout=LONG)


def test_the_first_action_that_needs_it_has_it_made_and_is_done(begun: MainWindow) -> None:
    begun.acts["palette"].trigger()
    assert complete(begun)
    (chooser,) = begun.findChildren(Chooser)
    chooser.close()


def test_an_action_that_cannot_be_done_then_is_not(begun: MainWindow, sample: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(begun.workspace.opened, timeout=LONG):
        begun.open_files([sample])
    assert begun.acts["page-instead"].isEnabled()  # nobody has looked yet whether a text file has pages
    begun.acts["page-instead"].trigger()
    assert begun.after.around.pages.panel.isHidden()
    assert not begun.acts["page-instead"].isEnabled()


def test_buttons_stay_as_they_were_painted_first(begun: MainWindow, sample: Path, qtbot: QtBot) -> None:
    def buttons() -> list[tuple[str, bool, bool]]:
        acts = ((name, begun.acts[name]) for name in TOOLBAR if name)
        return [(name, act.isEnabled(), act.isChecked()) for name, act in acts]

    with qtbot.waitSignal(begun.workspace.opened, timeout=LONG):
        begun.open_files([sample])
    painted = buttons()
    assert begun.after
    assert buttons() == painted
    qtbot.waitUntil(lambda: begun.parts.jobs.idle, timeout=LONG)


def test_what_was_typed_before_is_searched(begun: MainWindow, qtbot: QtBot) -> None:
    begun.search_field.setText("treaty")
    begun.start()
    qtbot.waitUntil(lambda: begun.frame.side.currentWidget() is begun.frame.results, timeout=LONG)
    qtbot.waitUntil(lambda: begun.parts.jobs.idle, timeout=LONG)


def test_every_action_has_its_deed_sooner_or_later(begun: MainWindow) -> None:
    deeds = begun._handlers()
    late = {name for name, deed in deeds.items() if getattr(deed, "func", None) == begun._do_afterwards}
    assert late == set(begun.after.handlers())


def test_what_comes_later_speaks_the_language_that_was_chosen_before(begun: MainWindow, qtbot: QtBot) -> None:
    begun.parts.look.speak("ru")
    assert begun.after.around.terms.panel.view.accessibleName() == RUSSIAN
    begun.parts.look.speak("en")
    view = begun.after.around.terms.panel.view
    qtbot.waitUntil(lambda: view.accessibleName() == "Terms of this pair")
