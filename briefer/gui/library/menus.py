"""The menus of the library's column: of what is chosen, and of the column itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.core.folders import Folder, path_names
from briefer.core.values import dataclass
from briefer.gui.library.order import Order

Deed = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a context menu is for: documents, or a folder; `within` is the folder they stand in."""

    documents: Sequence[DocumentSummary] = ()
    folder: Folder | None = None
    within: Folder | None = None


class MenuMaker:
    """Makes menus whose entries do what `deeds` say, by name; a name that is not there leaves no entry."""

    def __init__(self, texts: Texts, owner: QWidget) -> None:
        self._texts = texts
        self._owner = owner

    def of_documents(
        self,
        chosen: Chosen,
        deeds: dict[str, Deed],
        folders: Sequence[Folder],
        file: Callable[[str], object],
    ) -> QMenu:
        """What can be done with documents; `file` puts them into a folder by its id."""
        gettext, menu = self._texts.gettext, QMenu(self._owner)
        one = len(chosen.documents) == 1
        _add(menu, gettext("Open"), deeds["open"])
        _add(menu, gettext("Show the file in its folder"), deeds["show"], enabled=one)
        _add(menu, gettext("Export briefing note…"), deeds["export"], enabled=one)
        menu.addSeparator()
        _add(menu, gettext("Edit details…"), deeds["details"], enabled=one)
        inner = menu.addMenu(gettext("Put into folder"))
        known = {folder.id: folder for folder in folders}
        for folder in sorted(folders, key=lambda each: path_names(known, each.id)):
            self._add_folder(inner, known, folder, file)
        if folders:
            inner.addSeparator()
        _add(inner, gettext("New folder…"), deeds["file-new"])
        if chosen.within is not None:
            name = gettext("Take out of “{folder}”").format(folder=chosen.within.name)
            _add(menu, name, deeds["unfile"])
        menu.addSeparator()
        _add(menu, gettext("Put into the trash"), deeds["remove"])
        return menu

    def of_folder(self, deeds: dict[str, Deed]) -> QMenu:
        """What can be done with a folder."""
        gettext, menu = self._texts.gettext, QMenu(self._owner)
        _add(menu, gettext("New folder inside…"), deeds["inside"])
        _add(menu, gettext("Rename…"), deeds["rename"])
        _add(menu, gettext("Delete the folder"), deeds["delete"])
        return menu

    def of_column(self, order: Order, sort: Callable[[Order], object], actions: Sequence[QAction]) -> QMenu:
        """How the column is sorted, and what else there is about the library."""
        menu = QMenu(self._owner)
        inner = menu.addMenu(self._texts.gettext("Sort by"))
        group = QActionGroup(inner)
        for each, words in self._orders().items():
            action = _add(inner, words, partial(sort, each))
            action.setCheckable(True)
            action.setChecked(each is order)
            group.addAction(action)
        menu.addSeparator()
        menu.addActions(list(actions))
        return menu

    def _add_folder(
        self, menu: QMenu, known: dict[str, Folder], folder: Folder, file: Callable[[str], object]
    ) -> None:
        _add(menu, " ▸ ".join(path_names(known, folder.id)), lambda: file(folder.id))

    def _orders(self) -> dict[Order, str]:
        gettext = self._texts.gettext
        return {
            Order.ITEM: gettext("Agenda item"),
            Order.SYMBOL: gettext("Symbol"),
            Order.TITLE: gettext("Title"),
            Order.DATE: gettext("Date, newest first"),
            Order.ADDED: gettext("Added, newest first"),
        }


def _add(menu: QMenu, words: str, deed: Deed, *, enabled: bool = True) -> QAction:
    # In a menu "&" marks a key; names may hold one of their own.
    action = menu.addAction(words.replace("&", "&&"))
    action.setEnabled(enabled)
    action.triggered.connect(lambda _checked: deed())
    return action
