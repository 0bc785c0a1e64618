"""The command palette: every action that can be done now, every tab, recent file and heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.settings import RECENT, Settings
from briefer.app.texts import LANGUAGES, Texts
from briefer.core.fuzzy import likeness, other_layout, romanised
from briefer.core.values import dataclass
from briefer.gui.actions import Actions, Handlers, Menu
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from briefer.gui.palette.chooser import Chooser
    from briefer.gui.palette.rows import Row

MOST = 60
LANGUAGE = "language-"  # how the names of actions begin that choose one, called by its own name
Files = Callable[[Sequence[Path]], None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row, and all names by which it may be asked for; `weight` favours some kinds."""

    row: Row
    names: tuple[str, ...]
    weight: float = 1.0


class PaletteDesk(QObject):
    """Opens the palette. Others add what they know of by `offer`."""

    def __init__(
        self, workspace: Workspace, settings: Settings, open_files: Files, texts: Texts, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._settings = settings
        self._open_files = open_files
        self._texts = texts
        self._window = window
        self._acts: Actions | None = None
        self._offers: list[Callable[[], Iterable[Candidate]]] = []

    def handlers(self) -> Handlers:
        return {"palette": self.open}

    def attend(self, acts: Actions) -> None:
        self._acts = acts

    def offer(self, candidates: Callable[[], Iterable[Candidate]]) -> None:
        """Ask `candidates` for more, each time the palette opens."""
        self._offers.append(candidates)

    @Slot()
    def open(self) -> Chooser:
        """Let the reader choose what to do."""
        from briefer.gui.palette.chooser import Chooser, Question

        known = tuple(self._candidates())
        question = Question(
            lambda texts: texts.gettext("Command palette"),
            lambda texts: texts.gettext("Type a command, a file or a heading…"),
            lambda asked: ranked(known, asked),
            lambda texts, _asked: texts.gettext("Nothing is called that. Try fewer letters."),
        )
        chooser = Chooser(question, self._texts, self._window)
        chooser.appear()
        return chooser

    def _candidates(self) -> Iterator[Candidate]:
        yield from self._actions()
        for offer in self._offers:
            yield from offer()
        yield from self._tabs()
        yield from self._recent()

    def _actions(self) -> Iterator[Candidate]:
        from briefer.gui.palette.rows import Row

        if (acts := self._acts) is None:
            return
        others = [self._texts.speaking(each) for each in LANGUAGES if each != self._texts.language]
        for menu, name in listed(acts.declared):
            action = acts[name]
            if not action.isEnabled() or name == "palette":
                continue
            where = menu.words(self._texts).replace("&", "")
            words = acts.words(name)
            names = [words, f"{where} {words}"]
            names += [acts.words(name, each) for each in others]
            if name.startswith(LANGUAGE):
                code = name.removeprefix(LANGUAGE)
                names += [each.language_name(code) for each in (self._texts, *others)]
            state = ("✓ " if action.isChecked() else "") if action.isCheckable() else ""
            row = Row(words, action.trigger, state + where, acts.keys(name))
            yield Candidate(row, tuple(names))

    def _tabs(self) -> Iterator[Candidate]:
        from briefer.gui.palette.rows import Row

        for number, tab in enumerate(self._workspace.shelf.tabs):
            if number != self._workspace.shelf.number and tab.kept.title:
                detail = self._texts.gettext("open document")
                row = Row(tab.kept.title, partial(self._workspace.turn, number), detail)
                yield Candidate(row, (tab.kept.title, *tab.kept.files), 0.9)

    def _recent(self) -> Iterator[Candidate]:
        from briefer.gui.palette.rows import Row

        for entry in self._settings.get(RECENT):
            paths = [Path(name) for name in entry]
            words = " + ".join(path.name for path in paths)
            detail = self._texts.gettext("recent file")
            yield Candidate(Row(words, partial(self._open_files, paths), detail), (words,), 0.8)


def ranked(candidates: Sequence[Candidate], asked: str) -> list[Row]:
    """What answers to `asked`, the likeliest first.

    It may be typed on the other keyboard, or a Russian name in Latin letters.
    """
    if not asked.strip():
        return [candidate.row for candidate in candidates][:MOST]
    swapped = other_layout(asked)
    scored = []
    for place, candidate in enumerate(candidates):
        direct = max(likeness(asked, name) for name in candidate.names)
        other = max(likeness(swapped, name) for name in candidate.names) * 0.8
        roman = max(likeness(asked, romanised(name)) for name in candidate.names) * 0.7
        if (score := max(direct, other, roman)) > 0:
            scored.append((-score * candidate.weight, place, candidate.row))
    return [row for _score, _place, row in sorted(scored, key=lambda each: each[:2])][:MOST]


def listed(menus: Iterable[Menu]) -> Iterator[tuple[Menu, str]]:
    """Each action by its name, with the menu that it stands in."""
    for menu in menus:
        for entry in menu.entries:
            if isinstance(entry, Menu):
                yield from listed([entry])
            elif entry is not None:
                yield menu, entry.id
