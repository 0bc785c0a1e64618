"""The dialog of settings: what is set acts at once."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefer.app.fields import Field, Group
from briefer.app.settings import FIELDS, SettingChanged, Settings
from briefer.app.texts import Texts
from briefer.core.fuzzy import likeness
from briefer.gui.preferences.controls import Control, suits

NARROW = 210  # pixels of a control


def group_words(group: Group, texts: Texts) -> str:
    """The heading above the settings of a group."""
    return {
        Group.READING: texts.gettext("The text"),
        Group.WINDOW: texts.gettext("The window"),
        Group.WRITING: texts.gettext("Notes"),
        Group.LIBRARY: texts.gettext("Library"),
    }.get(group, "")


class SettingRow(QWidget):
    """One setting: its name, its control, what it does, and the way back to how it was at first."""

    def __init__(self, field: Field[Any], settings: Settings, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._settings = settings
        self._texts = texts
        self._name = QLabel(self)
        self._help = QLabel(self)
        self._help.setObjectName("setting_help")
        self._help.setWordWrap(True)
        self.reset = QPushButton(self)
        self.reset.setObjectName("link")
        self.reset.clicked.connect(self._reset)
        self.control = Control(field, texts, self._set, self)
        self.setTabOrder(self.control.widget, self.reset)
        boxed = isinstance(field.default, bool)
        self._name.setBuddy(self.control.widget)
        self._name.setVisible(not boxed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.control.widget if boxed else self._name, 0, 0)
        if not boxed:
            self.control.widget.setMinimumWidth(NARROW)
            grid.addWidget(self.control.widget, 0, 1)
        grid.addWidget(self._help, 1, 0)
        grid.addWidget(self.reset, 1, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show the setting as it is now."""
        value = self._settings.get(self.field)
        self.control.show(value)
        self.reset.setVisible(value != self.field.default)

    def retranslate(self) -> None:
        title = self.field.title(self._texts)
        self._name.setText(title)
        at_start = " " + self._texts.gettext("Counts from the next start.") if self.field.at_start else ""
        self._help.setText(self.field.help(self._texts) + at_start)
        self.reset.setText(self._texts.gettext("Reset"))
        self.reset.setAccessibleName(self._texts.gettext("Reset: {setting}").format(setting=title))
        self.control.retranslate()

    def answers(self, asked: str) -> bool:
        """Whether the row is about what is searched for."""
        words = f"{self.field.title(self._texts)} {self.field.help(self._texts)}"
        return likeness(asked, words) >= 1

    def _set(self, value: object) -> None:
        if self.field.accepts(value):
            self._settings.set(self.field, value)

    @Slot()
    def _reset(self) -> None:
        self._settings.set(self.field, self.field.default)
        self.control.widget.setFocus()


class SettingsDialog(QDialog):
    """All settings of `fields` that have a control, by groups. Freed when it is closed."""

    def __init__(
        self,
        settings: Settings,
        texts: Texts,
        parent: QWidget | None = None,
        fields: Sequence[Field[Any]] = FIELDS,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts = texts
        self._settings = settings
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self._nothing = QLabel(self)
        self._nothing.setObjectName("hint")
        self.page = QWidget()
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows: list[SettingRow] = []
        self._headings: dict[Group, QLabel] = {}
        self._fill(fields)
        self.area.setWidget(self.page)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.reset_all = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self.reset_all.clicked.connect(self._reset_all)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.search, self._nothing, self.area, self.buttons):
            column.addWidget(widget)
        self.search.textChanged.connect(self._filter)
        self._filter("")
        _follow(settings, self)
        self.retranslate()
        self.resize(600, 560)

    def retranslate(self) -> None:
        texts = self._texts
        self.setWindowTitle(texts.gettext("Settings"))
        self.search.setPlaceholderText(texts.gettext("Find a setting…"))
        self.search.setAccessibleName(texts.gettext("Find a setting"))
        self._nothing.setText(texts.gettext("No setting is about that."))
        self.reset_all.setText(texts.gettext("Reset all"))
        for group, heading in self._headings.items():
            heading.setText(group_words(group, texts))
        for row in self.rows:
            row.retranslate()  # what was searched for in the other language stays in sight

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self, fields: Sequence[Field[Any]]) -> None:
        column = QVBoxLayout(self.page)
        column.setContentsMargins(4, 0, 12, 8)
        column.setSpacing(0)
        for group in Group:
            own = [field for field in fields if field.group is group and suits(field)]
            if group is Group.KEPT or not own:
                continue
            heading = QLabel(self.page)
            heading.setObjectName("settings_heading")
            self._headings[group] = heading
            column.addWidget(heading)
            for field in own:
                row = SettingRow(field, self._settings, self._texts, self.page)
                row.control.widget.installEventFilter(self)
                self.rows.append(row)
                column.addWidget(row)
        column.addStretch(1)

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """What the keyboard comes to is scrolled into view."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QWidget):
            self.area.ensureWidgetVisible(watched.parentWidget() or watched)
        return False

    @Slot(str)
    def _filter(self, asked: str) -> None:
        for row in self.rows:
            row.setVisible(row.answers(asked))
        for group, heading in self._headings.items():
            heading.setVisible(any(not row.isHidden() for row in self.rows if row.field.group is group))
        self._nothing.setVisible(all(row.isHidden() for row in self.rows))

    def show_changed(self, changed: SettingChanged) -> None:
        """A setting has another value now."""
        for row in self.rows:
            if row.field.key == changed.key:
                row.refresh()

    @Slot()
    def _reset_all(self) -> None:
        for row in self.rows:
            self._settings.set(row.field, row.field.default)


def _follow(settings: Settings, dialog: SettingsDialog) -> None:
    """Tell the dialog of changes as long as it is there, without keeping it.

    Settings are set in the window's thread alone, so it is told there.
    """
    known = weakref.ref(dialog)

    def tell(changed: SettingChanged) -> None:
        there = known()
        if there is None or not shiboken6.isValid(there):
            unsubscribe()
        else:
            there.show_changed(changed)

    unsubscribe = settings.changed.subscribe(tell)
