"""The actions of a window, made from their declarations in `briefer.gui.menus`.

An action is declared once, as a `Spec` in the menu it stands in; what it does is said by the
desk that owns it, in its `handlers()`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton, QWidget

from briefer.app.texts import Texts
from briefer.core.values import dataclass
from briefer.gui.action_button import ActionButton
from briefer.gui.mnemonics import with_mnemonics

Words = Callable[[Texts], str]
Handlers = Mapping[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Spec:
    """One action.

    `keys` are its shortcuts in Qt's portable form, the first of them shown; `standard` is the
    system's own convention, which counts before them where it has one; `mac` are the keys
    instead of `keys` on macOS. `short` is for the toolbar. `group` names those of which one is
    checked. An action that `needs_document` is enabled only while one is open.
    """

    id: str
    words: Words
    keys: tuple[str, ...] = ()
    short: Words | None = None
    checkable: bool = False
    group: str = ""
    needs_document: bool = False
    standard: QKeySequence.StandardKey | None = None
    mac: tuple[str, ...] | None = None
    role: QAction.MenuRole = QAction.MenuRole.NoRole


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu, or a submenu in another one's entries; None among the entries draws a line."""

    id: str
    words: Words
    entries: tuple[Spec | Menu | None, ...] = ()

    def specs(self) -> Iterator[Spec]:
        """The actions declared in the menu and the menus below it, in their order."""
        for entry in self.entries:
            if isinstance(entry, Menu):
                yield from entry.specs()
            elif entry is not None:
                yield entry


class Deeds(Protocol):
    """Says what actions do, by their ids."""

    def handlers(self) -> Handlers: ...


class Attentive(Protocol):
    """Keeps actions enabled and checked as things are."""

    def attend(self, acts: Actions) -> None: ...


class Actions:
    """The actions of one window; `handlers` has one for every id, `keys` says their shortcuts."""

    def __init__(
        self,
        menus: Sequence[Menu],
        texts: Texts,
        handlers: Handlers,
        keys: Callable[[str], Sequence[QKeySequence]],
        owner: QWidget,
    ) -> None:
        self.declared = tuple(menus)
        self._specs = {spec.id: spec for menu in menus for spec in menu.specs()}
        self._texts = texts
        self._keys = keys
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, tuple[Menu, QMenu]] = {}
        self._buttons: dict[str, QToolButton] = {}
        groups: dict[str, QActionGroup] = {}
        for spec in self._specs.values():
            action = QAction(owner)
            action.setObjectName(spec.id)
            action.setCheckable(spec.checkable)
            action.setMenuRole(spec.role)
            if spec.role is QAction.MenuRole.QuitRole:  # from every window of the program
                action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
            action.triggered.connect(_without_argument(handlers[spec.id]))
            owner.addAction(action)  # so that its keys work while the menus are hidden
            if spec.group:
                group = groups.setdefault(spec.group, QActionGroup(owner))
                group.addAction(action)
            self._actions[spec.id] = action
        self.set_keys()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def menu(self, name: str) -> QMenu:
        """A menu or submenu by its id, once they are built."""
        return self._menus[name][1]

    def fill_menus(self, bar: QMenuBar) -> None:
        for menu in self.declared:
            bar.addMenu(self._filled(menu, bar))

    def button(self, name: str, owner: QWidget) -> QToolButton:
        """A button of a toolbar for an action."""
        button = ActionButton(self._actions[name], owner)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the menus are for the keyboard
        self._buttons[name] = button
        return button

    def words(self, name: str, texts: Texts | None = None) -> str:
        """What an action is called, without the dots of a question to come."""
        return self._specs[name].words(texts or self._texts).rstrip("…")

    def keys(self, name: str) -> str:
        """The first shortcut of an action, as the system writes it; empty when it has none."""
        return self._actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def enable_for(self, *, document: bool) -> None:
        """Enable what needs a document only while there is one."""
        for spec in self._specs.values():
            if spec.needs_document:
                self._actions[spec.id].setEnabled(document)

    def set_keys(self) -> None:
        """Take the shortcuts as they are set now."""
        for name, action in self._actions.items():
            action.setShortcuts(list(self._keys(name)))

    def retranslate(self) -> None:
        for spec in self._specs.values():
            action, words = self._actions[spec.id], spec.words(self._texts)
            action.setIconText(spec.short(self._texts) if spec.short else words)
            keys = self.keys(spec.id)
            action.setToolTip(f"{words.rstrip('…')} ({keys})" if keys else words.rstrip("…"))
            if spec.id in self._buttons:
                self._buttons[spec.id].setAccessibleName(words.rstrip("…"))  # it may show an arrow only
        self._mark_letters()

    def _mark_letters(self) -> None:
        """Give every menu its title, and every entry in it a letter of its own."""
        marked = dict(
            zip(self.declared, with_mnemonics([m.words(self._texts) for m in self.declared]), strict=True)
        )
        for menu, shown in self._menus.values():
            if menu in marked:
                shown.setTitle(marked[menu])
            entries = [entry for entry in menu.entries if entry is not None]
            words = with_mnemonics([entry.words(self._texts) for entry in entries])
            for entry, marked_words in zip(entries, words, strict=True):
                if isinstance(entry, Menu):
                    self._menus[entry.id][1].setTitle(marked_words)
                else:
                    self._actions[entry.id].setText(marked_words)

    def _filled(self, menu: Menu, bar: QMenuBar) -> QMenu:
        made = QMenu(bar)
        for entry in menu.entries:
            if entry is None:
                made.addSeparator()
            elif isinstance(entry, Menu):
                made.addMenu(self._filled(entry, bar))
            else:
                made.addAction(self._actions[entry.id])
        self._menus[menu.id] = (menu, made)
        return made


def _without_argument(handler: Callable[[], object]) -> Callable[[bool], None]:
    """`triggered` says whether the action is checked now, which no handler wants to know."""

    def triggered(_checked: bool) -> None:
        handler()

    return triggered
