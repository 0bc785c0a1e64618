"""Explains how queries are written, by examples that can be tried."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.app.query_guide import Example, russian_fields
from briefer.app.texts import Texts


class QueryGuide(QDialog):
    """A table of examples; `tried` carries the one that was chosen."""

    tried = Signal(str)

    def __init__(self, examples: Sequence[Example], texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._examples = tuple(examples)
        self.setWindowTitle(texts.gettext("How to write queries"))
        told = QLabel(
            texts.gettext(
                "Words are found in any of their forms, in Russian and in English, and their translations "
                "as well. Choose an example with Enter or a double click to try it."
            ),
            self,
        )
        told.setWordWrap(True)
        self.table = QTableWidget(len(examples), 2, self)
        self.table.setHorizontalHeaderLabels([texts.gettext("Query"), texts.gettext("What it finds")])
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(self.windowTitle())
        bold = QFont(self.table.font())
        bold.setBold(True)
        for row, example in enumerate(examples):
            query, meaning = QTableWidgetItem(example.query), QTableWidgetItem(example.meaning)
            query.setFont(bold)
            for number, item in enumerate((query, meaning)):
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{example.query}: {example.meaning}")
                self.table.setItem(row, number, item)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.cellActivated.connect(lambda row, _column: self._try(row))
        names = ", ".join(f"{english} = {russian}" for english, russian in russian_fields().items())
        also = QLabel(texts.gettext("Fields may be written in Russian: {names}.").format(names=names), self)
        also.setWordWrap(True)
        also.setProperty("role", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.table, 1)
        column.addWidget(also)
        column.addWidget(buttons)
        self.resize(680, 600)

    def _try(self, row: int) -> None:
        self.tried.emit(self._examples[row].query)
        self.accept()
