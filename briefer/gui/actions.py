"""Every action once: its id, its words, its keys. Menus and toolbar are made from this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from briefer.app.texts import Texts

Words = Callable[[Texts], str]


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. `group` names those of which one is checked; `short` is for the toolbar."""

    id: str
    words: Words
    keys: tuple[str, ...] = ()
    short: Words | None = None
    checkable: bool = False
    group: str = ""


SPECS = (
    Spec("open", lambda t: t.gettext("Open…"), ("Ctrl+O",), lambda t: t.gettext("Open")),
    Spec("save", lambda t: t.gettext("Save to library"), ("Ctrl+S",), lambda t: t.gettext("Save")),
    Spec("export", lambda t: t.gettext("Export briefing note…"), ("Ctrl+E",), lambda t: t.gettext("Brief…")),
    Spec("quit", lambda t: t.gettext("Quit"), ("Ctrl+Q",)),
    Spec("undo", lambda t: t.gettext("Undo"), ("Ctrl+Z",)),
    Spec("redo", lambda t: t.gettext("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Spec("copy", lambda t: t.gettext("Copy"), ("Ctrl+C",)),
    Spec("find", lambda t: t.gettext("Find…"), ("Ctrl+F",)),
    Spec("find-next", lambda t: t.gettext("Find next"), ("F3", "Ctrl+G")),
    Spec("find-previous", lambda t: t.gettext("Find previous"), ("Shift+F3", "Ctrl+Shift+G")),
    Spec("search", lambda t: t.gettext("Search the library"), ("Ctrl+Shift+F",)),
    Spec("highlight", lambda t: t.gettext("Highlight"), ("Ctrl+H",), lambda t: t.gettext("Highlight")),
    Spec("note", lambda t: t.gettext("Add note…"), ("Ctrl+M",), lambda t: t.gettext("Note…")),
    Spec("change-note", lambda t: t.gettext("Change the chosen annotation…"), ("F2",)),
    Spec("delete-note", lambda t: t.gettext("Delete the chosen annotation"), ("Ctrl+Backspace",)),
    Spec("reading", lambda t: t.gettext("How the languages stand…")),
    Spec("recognise", lambda t: t.gettext("Recognise the text of pictures")),
    Spec("information", lambda t: t.gettext("Information…"), ("Ctrl+I",)),
    Spec("symbol", lambda t: t.gettext("Enter the symbol…")),
    Spec("merge-next", lambda t: t.gettext("Merge with the next pair"), ("Ctrl+J",)),
    Spec("merge-previous", lambda t: t.gettext("Merge with the previous pair"), ("Ctrl+Shift+J",)),
    Spec("split", lambda t: t.gettext("Begin a new pair here"), ("Ctrl+B",)),
    Spec("move-next", lambda t: t.gettext("Move the paragraph to the next pair"), ("Alt+Shift+Down",)),
    Spec("move-previous", lambda t: t.gettext("Move the paragraph to the previous pair"), ("Alt+Shift+Up",)),
    Spec("link", lambda t: t.gettext("Put together with…"), ("Ctrl+K",)),
    Spec("unlink", lambda t: t.gettext("Take the pair apart"), ("Ctrl+U",)),
    Spec("realign", lambda t: t.gettext("Align anew between corrected pairs"), ("Ctrl+R",)),
    Spec("restore", lambda t: t.gettext("Restore the automatic alignment…")),
    Spec("alignment-undo", lambda t: t.gettext("Undo correction"), ("Ctrl+Alt+Z",)),
    Spec("alignment-redo", lambda t: t.gettext("Redo correction"), ("Ctrl+Alt+Shift+Z",)),
    Spec("next-doubt", lambda t: t.gettext("Next doubtful pair"), ("F4",)),
    Spec("previous-doubt", lambda t: t.gettext("Previous doubtful pair"), ("Shift+F4",)),
    Spec("previous-pair", lambda t: t.gettext("Previous pair"), ("Alt+Up",), lambda _t: "▲"),
    Spec("next-pair", lambda t: t.gettext("Next pair"), ("Alt+Down",), lambda _t: "▼"),
    Spec(
        "lock",
        lambda t: t.gettext("Scroll both languages together"),
        ("Ctrl+L",),
        lambda t: t.gettext("Locked"),
        checkable=True,
    ),
    Spec("sentences", lambda t: t.gettext("Light up the sentence under the pointer"), checkable=True),
    Spec("page", lambda t: t.gettext("Original page beside the text"), ("F7",), checkable=True),
    Spec("larger", lambda t: t.gettext("Larger text"), ("Ctrl++", "Ctrl+="), lambda _t: "A+"),
    Spec("smaller", lambda t: t.gettext("Smaller text"), ("Ctrl+-",), lambda _t: "A−"),
    Spec("theme-light", lambda t: t.gettext("Light"), checkable=True, group="theme"),
    Spec("theme-dark", lambda t: t.gettext("Dark"), checkable=True, group="theme"),
    Spec("theme-sepia", lambda t: t.gettext("Sepia"), checkable=True, group="theme"),
    Spec("show-library", lambda t: t.gettext("Library column"), ("F9",), checkable=True),
    Spec("terms", lambda t: t.gettext("Terms of the pair"), ("Ctrl+Shift+D",), checkable=True),
    Spec("show-notes", lambda t: t.gettext("Annotations column"), ("F8",), checkable=True),
    Spec("next-column", lambda t: t.gettext("Go to the next column"), ("F6",)),
    Spec("full-screen", lambda t: t.gettext("Full screen"), ("F11",), checkable=True),
    # A language is called by its own name whatever the interface speaks.
    Spec("language-en", lambda _t: "English", checkable=True, group="language"),
    Spec("language-ru", lambda _t: "Русский", checkable=True, group="language"),
    Spec("shortcuts", lambda t: t.gettext("Keyboard shortcuts"), ("F1",)),
    Spec("sample", lambda t: t.gettext("Open the sample document")),
    Spec("diagnostics", lambda t: t.gettext("Diagnostics…")),
    Spec("about", lambda t: t.gettext("About Briefer")),
)

LINE = "-"
MENUS: tuple[tuple[str, Words, tuple[str, ...]], ...] = (
    (
        "file",
        lambda t: t.gettext("&File"),
        ("open", "menu:recent", LINE, "save", "export", LINE, "quit"),
    ),
    (
        "edit",
        lambda t: t.gettext("&Edit"),
        ("undo", "redo", LINE, "copy", LINE, "find", "find-next", "find-previous", "search"),
    ),
    (
        "annotate",
        lambda t: t.gettext("&Annotate"),
        ("highlight", "note", LINE, "change-note", "delete-note"),
    ),
    (
        "alignment",
        lambda t: t.gettext("A&lignment"),
        (
            *("alignment-undo", "alignment-redo", LINE, "next-doubt", "previous-doubt", LINE),
            *("link", "unlink", LINE, "merge-next", "merge-previous", "split", LINE),
            *("move-next", "move-previous", LINE, "realign", "restore"),
        ),
    ),
    (
        "document",
        lambda t: t.gettext("&Document"),
        ("information", "symbol", LINE, "reading", "recognise"),
    ),
    (
        "view",
        lambda t: t.gettext("&View"),
        (
            *(
                "previous-pair",
                "next-pair",
                "lock",
                "sentences",
                "page",
                LINE,
                "larger",
                "smaller",
                "menu:theme",
                LINE,
            ),
            *("show-library", "show-notes", "terms", "next-column", LINE, "menu:language", "full-screen"),
        ),
    ),
    ("help", lambda t: t.gettext("&Help"), ("shortcuts", "sample", LINE, "diagnostics", "about")),
)
SUBMENUS: tuple[tuple[str, Words, tuple[str, ...]], ...] = (
    ("recent", lambda t: t.gettext("Open recent"), ()),
    ("theme", lambda t: t.gettext("Theme"), ("theme-light", "theme-dark", "theme-sepia")),
    ("language", lambda t: t.gettext("Language"), ("language-en", "language-ru")),
)
TOOLBAR = (
    *("open", "save", LINE, "previous-pair", "next-pair", "lock", LINE, "highlight", "note", LINE),
    *("smaller", "larger", LINE, "export"),
)
NEEDS_DOCUMENT = (
    *(
        "export",
        "reading",
        "information",
        "symbol",
        "copy",
        "find",
        "find-next",
        "find-previous",
        "highlight",
        "note",
    ),
    *("previous-pair", "next-pair", "lock"),
)


class Actions:
    """The actions of one window; `handlers` has one for every id."""

    def __init__(self, texts: Texts, handlers: Mapping[str, Callable[[], object]], owner: QObject) -> None:
        self._texts = texts
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        groups: dict[str, QActionGroup] = {}
        for spec in SPECS:
            action = QAction(owner)
            action.setObjectName(spec.id)
            action.setCheckable(spec.checkable)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.triggered.connect(_without_argument(handlers[spec.id]))
            if spec.group:
                group = groups.setdefault(spec.group, QActionGroup(owner))
                group.addAction(action)
            self._actions[spec.id] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def menu(self, name: str) -> QMenu:
        """A menu or submenu by its id, once they are built."""
        return self._menus[name]

    def fill_menus(self, bar: QMenuBar) -> None:
        for name, _words, ids in SUBMENUS:
            self._menus[name] = self._filled(QMenu(bar), ids)
        for name, _words, ids in MENUS:
            self._menus[name] = self._filled(QMenu(bar), ids)
            bar.addMenu(self._menus[name])

    def fill_toolbar(self, bar: QToolBar) -> None:
        for name in TOOLBAR:
            if name == LINE:
                bar.addSeparator()
            else:
                bar.addAction(self._actions[name])

    def shortcuts(self) -> list[tuple[str, str]]:
        """What each action with keys is called, and its first keys in portable form."""
        return [(spec.words(self._texts).rstrip("…"), spec.keys[0]) for spec in SPECS if spec.keys]

    def retranslate(self) -> None:
        for spec in SPECS:
            action, words = self._actions[spec.id], spec.words(self._texts)
            action.setText(words)
            action.setIconText(spec.short(self._texts) if spec.short else words)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words.rstrip('…')} ({keys})" if keys else words.rstrip("…"))
        for name, words_of, _ids in (*MENUS, *SUBMENUS):
            if name in self._menus:
                self._menus[name].setTitle(words_of(self._texts))

    def _filled(self, menu: QMenu, ids: tuple[str, ...]) -> QMenu:
        for name in ids:
            if name == LINE:
                menu.addSeparator()
            elif name.startswith("menu:"):
                menu.addMenu(self._menus[name.removeprefix("menu:")])
            else:
                menu.addAction(self._actions[name])
        return menu


def _without_argument(handler: Callable[[], object]) -> Callable[[bool], None]:
    """`triggered` says whether the action is checked now, which no handler wants to know."""

    def triggered(_checked: bool) -> None:
        handler()

    return triggered
