"""Tells what became of each file of an import, and lets the person decide where that is wanted."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.app.messages import describe, describe_notice
from briefer.app.model import Imported, ImportStatus, SameSymbol
from briefer.app.texts import Texts
from briefer.core.errors import SymbolTaken
from briefer.formats.writers.private_file import write_private
from briefer.gui.dialogs.file_labels import say_labels


class ImportReport(QDialog):
    """A row a file. `decided` carries what to do (SameSymbol) and the Paths it is to be done with."""

    decided = Signal(object, object)

    def __init__(self, imported: Sequence[Imported], texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._imported = tuple(imported)
        self._texts = texts
        self._taken = [each.path for each in imported if isinstance(each.error, SymbolTaken)]
        self._summary = QLabel(self)
        self._question = QLabel(self)
        self._question.setWordWrap(True)
        self.table = QTableWidget(len(self._imported), 3, self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self.table.resizeRowsToContents)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy, self.save, self.keep, self.replace = (self._button(role) for role in "ccdd")
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask_where)
        self.keep.clicked.connect(lambda: self._decide(SameSymbol.KEEP))
        self.replace.clicked.connect(lambda: self._decide(SameSymbol.REPLACE))
        for widget in (self.keep, self.replace, self._question):
            widget.setVisible(bool(self._taken))
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for each in (self._summary, self.table, self._question, self.buttons):
            column.addWidget(each, 1 if each is self.table else 0)
        self.resize(760, 440)
        self.retranslate()

    def text(self) -> str:
        """The report as a table of tabs and lines."""
        return "".join("\t".join(row) + "\n" for row in self._rows())

    def save_to(self, path: Path) -> None:
        """Write the report as CSV, private to its owner. Raises OSError."""
        stream = io.StringIO()
        csv.writer(stream).writerows(self._rows())
        write_private(path, stream.getvalue().encode("utf-8-sig"))

    def retranslate(self) -> None:
        gettext = self._texts.gettext
        self.setWindowTitle(gettext("Import report"))
        self._summary.setText(summary_words(self._imported, self._texts))
        self._question.setText(
            gettext(
                "For some files the library has another text of the same symbol. What is to become of them?"
            )
        )
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels(
            [gettext("File"), gettext("What became of it"), gettext("Remarks")]
        )
        for number, (imported, row) in enumerate(zip(self._imported, self._rows(), strict=True)):
            for column, words in enumerate(row):
                item = QTableWidgetItem(imported.path.name if column == 0 else words)
                item.setToolTip(words)
                self.table.setItem(number, column, item)
        self.copy.setText(gettext("Copy"))
        self.save.setText(gettext("Save…"))
        self.keep.setText(gettext("Keep both"))
        self.replace.setText(gettext("Put them in place of the others"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.table.resizeRowsToContents()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _rows(self) -> list[tuple[str, str, str]]:
        return [
            (str(each.path), status_word(each.status, self._texts), remark(each, self._texts))
            for each in self._imported
        ]

    def _button(self, role: str) -> QPushButton:
        roles = {"c": QDialogButtonBox.ButtonRole.ActionRole, "d": QDialogButtonBox.ButtonRole.ApplyRole}
        return self.buttons.addButton("", roles[role])

    def _decide(self, what: SameSymbol) -> None:
        self.decided.emit(what, list(self._taken))
        self.accept()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    @Slot()
    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self._texts.gettext("Save the report"))
        say_labels(dialog, self._texts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda name: self._save(Path(name)))
        dialog.open()

    def _save(self, path: Path) -> None:
        try:
            self.save_to(path)
        except OSError as error:
            self._summary.setText(describe(error, self._texts))


def summary_words(imported: Sequence[Imported], texts: Texts) -> str:
    """How many files were what."""
    counts = [(status, sum(each.status is status for each in imported)) for status in ImportStatus]
    return ", ".join(f"{status_word(status, texts)}: {count}" for status, count in counts if count)


def status_word(status: ImportStatus, texts: Texts) -> str:
    """What became of a file."""
    return {
        ImportStatus.NEW: texts.pgettext("import", "new"),
        ImportStatus.KNOWN: texts.pgettext("import", "known already"),
        ImportStatus.VERSION: texts.pgettext("import", "added as a version"),
        ImportStatus.REFUSED: texts.pgettext("import", "refused"),
    }[status]


def remark(imported: Imported, texts: Texts) -> str:
    """Why a file was refused, or what is worth telling of it."""
    if isinstance(imported.error, SymbolTaken):
        told = texts.gettext("The library has {symbol} already, from another file.")
        return told.format(symbol=imported.error.params["symbol"])
    if imported.error is not None:
        return describe(imported.error, texts)
    return describe_notice(imported.notice, texts) if imported.notice else ""
