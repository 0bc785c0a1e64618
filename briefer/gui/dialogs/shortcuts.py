"""The cheat sheet: every action with its keys, by menus; and changing them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.app.texts import Texts
from briefer.core.fuzzy import likeness
from briefer.gui.actions import Actions
from briefer.gui.keys import Keys, Trouble

NAME = Qt.ItemDataRole.UserRole
NATIVE = QKeySequence.SequenceFormat.NativeText


class ShortcutsDialog(QDialog):
    """Freed when it is closed. What is changed acts at once."""

    def __init__(self, acts: Actions, keys: Keys, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._acts = acts
        self._keys = keys
        self._texts = texts
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget(self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setObjectName("hint")
        self._words = QLabel(self)
        self.edit = QKeySequenceEdit(self)
        self.edit.setMaximumSequenceLength(1)
        self._words.setBuddy(self.edit)
        self.remove, self.reset = QPushButton(self), QPushButton(self)
        for button in (self.remove, self.reset):
            button.setAutoDefault(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.reset_all = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self.reset_all.setAutoDefault(False)  # Enter in the line above must not undo everything
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(self._choose)
        self.edit.keySequenceChanged.connect(self._set)
        self.remove.clicked.connect(lambda: self._try(self._keys.change(self.chosen, "")))
        self.reset.clicked.connect(lambda: self._try(self._keys.reset(self.chosen)))
        self.reset_all.clicked.connect(self._keys.reset_all)
        self.buttons.rejected.connect(self.reject)
        keys.changed.connect(self._refresh)
        self.retranslate()
        self.search.setFocus()

    @property
    def chosen(self) -> str:
        """The id of the action that is marked; empty where a menu is."""
        item = self.tree.currentItem()
        return str(item.data(0, NAME) or "") if item is not None else ""

    def choose(self, name: str) -> None:
        """Mark an action."""
        for item in self._items():
            if item.data(0, NAME) == name:
                self.tree.setCurrentItem(item)

    def rows(self) -> list[tuple[str, str]]:
        """What is shown: the words of each action and its keys."""
        return [(item.text(0), item.text(1)) for item in self._items() if not item.isHidden()]

    def retranslate(self) -> None:
        texts = self._texts
        self.setWindowTitle(texts.gettext("Keyboard shortcuts"))
        self.search.setPlaceholderText(texts.gettext("Find an action or its keys…"))
        self.search.setAccessibleName(texts.gettext("Find an action or its keys"))
        self.tree.setHeaderLabels([texts.gettext("Action"), texts.gettext("Keys")])
        self.tree.setAccessibleName(texts.gettext("Keyboard shortcuts"))
        self._words.setText(texts.gettext("New keys:"))
        self.edit.setAccessibleName(texts.gettext("New keys"))
        for line in self.edit.findChildren(QLineEdit):
            line.setAccessibleName(texts.gettext("New keys"))
            line.setPlaceholderText(texts.gettext("Press the keys"))
        self.remove.setText(texts.gettext("Remove"))
        self.reset.setText(texts.gettext("Reset"))
        self.reset_all.setText(texts.gettext("Reset all"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        chosen = self.chosen
        self.tree.clear()
        for menu in self._acts.declared:
            head = QTreeWidgetItem([menu.words(self._texts).replace("&", "")])
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            for spec in menu.specs():
                item = QTreeWidgetItem([self._acts.words(spec.id)])
                item.setData(0, NAME, spec.id)
                head.addChild(item)
            self.tree.addTopLevelItem(head)
        self.tree.expandAll()
        self._refresh()
        self.choose(chosen)
        self._filter(self.search.text())

    @Slot()
    def _refresh(self) -> None:
        for item in self._items():
            name = str(item.data(0, NAME))
            item.setText(1, ", ".join(keys.toString(NATIVE) for keys in self._keys.of(name)))
            font = item.font(1)
            font.setBold(self._keys.is_changed(name))
            item.setFont(1, font)
        self._choose()

    def _heads(self) -> list[QTreeWidgetItem]:
        heads = (self.tree.topLevelItem(number) for number in range(self.tree.topLevelItemCount()))
        return [head for head in heads if head is not None]

    def _items(self, heads: Sequence[QTreeWidgetItem] = ()) -> list[QTreeWidgetItem]:
        """The actions below these heads, or below all."""
        found = (head.child(n) for head in heads or self._heads() for n in range(head.childCount()))
        return [item for item in found if item is not None]

    @Slot(str)
    def _filter(self, asked: str) -> None:
        compact = asked.replace(" ", "").lower()
        for item in self._items():
            found = likeness(asked, item.text(0)) >= 1 or compact in item.text(1).replace(" ", "").lower()
            item.setHidden(not found)
        for head in self._heads():
            head.setHidden(all(item.isHidden() for item in self._items([head])))

    @Slot()
    def _choose(self) -> None:
        name = self.chosen
        self.edit.setEnabled(bool(name))
        self.edit.clear()
        self.remove.setEnabled(bool(name) and bool(self._keys.of(name)))
        self.reset.setEnabled(bool(name) and self._keys.is_changed(name))
        self.said.setText(
            self._texts.gettext("Choose an action to give it other keys.")
            if not name
            else self._texts.gettext("Press new keys for “{action}”.").format(action=self._acts.words(name))
        )

    @Slot(QKeySequence)
    def _set(self, sequence: QKeySequence) -> None:
        if not sequence.isEmpty() and self.chosen:
            self._try(self._keys.change(self.chosen, sequence.toString()))

    def _try(self, trouble: Trouble | None) -> None:
        """Say what came in the way, if anything did."""
        if trouble is not None:
            self.edit.clear()
            self.said.setText(trouble_words(trouble, self._acts, self._texts))

    def _lay_out(self) -> None:
        self.tree.setColumnCount(2)
        self.tree.setRootIsDecorated(False)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        row = QHBoxLayout()
        for widget, stretch in ((self._words, 0), (self.edit, 1), (self.remove, 0), (self.reset, 0)):
            row.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        column.addWidget(self.said)
        column.addLayout(row)
        column.addWidget(self.buttons)
        self.resize(560, 600)


def trouble_words(trouble: Trouble, acts: Actions, texts: Texts) -> str:
    """Why keys cannot be taken."""
    keys = QKeySequence(trouble.keys).toString(NATIVE)
    if trouble.other is None:
        return texts.gettext("{keys} is needed for typing. Take keys with Ctrl or Alt, or an F key.").format(
            keys=keys
        )
    return texts.gettext("{keys} already means “{action}”. Take other keys, or change that first.").format(
        keys=keys, action=acts.words(trouble.other)
    )
