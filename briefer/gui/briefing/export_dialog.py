"""Asks what a briefing note should say in its header, in which languages, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.app.briefing import BOTH, SUFFIXES, BriefingNotes
from briefer.app.messages import describe
from briefer.app.model import OpenDocument
from briefer.app.texts import LANGUAGES, Texts
from briefer.core.briefing import NoteHeader
from briefer.core.errors import BrieferError
from briefer.gui.dialogs.file_labels import say_labels
from briefer.gui.fitting import Scrolled


@dataclass(frozen=True, slots=True)
class NoteWish:
    """A note to be written: its header, the languages it quotes, its file."""

    header: NoteHeader
    quoted: str
    path: Path


class ExportDialog(QDialog):
    """A form filled in from the document. `wanted` carries a `NoteWish`; the dialog is closed then."""

    wanted = Signal(object)

    def __init__(
        self,
        opened: OpenDocument,
        notes: BriefingNotes,
        author: str,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._opened = opened
        self._notes = notes
        self._texts = texts
        self._replaceable: Path | None = None
        self._header = notes.header(opened, texts.language, author=author)
        self._build()
        self._fill(self._header)
        self.language.currentIndexChanged.connect(self._reword)
        self.setMinimumWidth(560)

    @Slot()
    def accept(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        try:
            self._notes.check(path)
        except BrieferError as error:
            self._complain(describe(error, self._texts))
            return
        if not path.is_absolute() or not path.parent.is_dir():
            self._complain(self._texts.gettext("That folder does not exist. Choose another one."))
            return
        if path.exists() and path != self._replaceable:
            self._replaceable = path
            self._complain(self._texts.gettext("That file exists. Press Export again to replace it."))
            return
        self.wanted.emit(NoteWish(self._entered(), str(self.quoted.currentData()), path))
        super().accept()

    def _entered(self) -> NoteHeader:
        symbols = (part.strip() for part in self.symbols.text().split(","))
        return NoteHeader(
            mark=self.mark.text().strip(),
            subject=self.subject.text().strip(),
            session=self.session.text().strip(),
            agenda_item=self.agenda_item.text().strip(),
            symbols=tuple(symbol for symbol in symbols if symbol),
            author=self.author.text().strip(),
            date=self._header.date,
            language=str(self.language.currentData()),
        )

    def _build(self) -> None:
        texts = self._texts
        self.setWindowTitle(texts.gettext("Export a briefing note"))
        body = QWidget(self)
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.mark = self._line(form, texts.gettext("Handling mark"))
        self.mark.setPlaceholderText(texts.gettext("Confidential"))
        self.subject = self._line(form, texts.gettext("Subject"))
        self.session = self._line(form, texts.gettext("Session"))
        self.agenda_item = self._line(form, texts.gettext("Agenda item"))
        self.symbols = self._line(form, texts.gettext("Symbols"))
        self.author = self._line(form, texts.gettext("Author"))
        self.language = self._box(form, texts.gettext("Language of the note"))
        for language in LANGUAGES:
            self.language.addItem(texts.language_name(language), language)
        self.quoted = self._box(form, texts.gettext("Quotations"))
        languages = self._opened.document.languages
        if len(languages) > 1:
            self.quoted.addItem(texts.gettext("Both languages"), BOTH)
        for language in languages:
            self.quoted.addItem(texts.language_name(language), language)
        self.path = QLineEdit(self)
        self.browse = QPushButton(texts.gettext("Browse…"), self)
        self.browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        label = QLabel(texts.gettext("File"), self)
        label.setBuddy(self.path)
        form.addRow(label, row)
        self.path.setAccessibleName(texts.gettext("File"))
        self.trouble = QLabel(self)
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        export = self.buttons.addButton(texts.gettext("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Scrolled(body, self))
        column.addWidget(self.trouble)
        column.addWidget(self.buttons)

    def _line(self, form: QFormLayout, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        form.addRow(name, line)
        return line

    def _box(self, form: QFormLayout, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        form.addRow(name, box)
        return box

    def _fill(self, header: NoteHeader) -> None:
        self.subject.setText(header.subject)
        self.session.setText(header.session)
        self.agenda_item.setText(header.agenda_item)
        self.symbols.setText(", ".join(header.symbols))
        self.author.setText(header.author)
        for line in (self.subject, self.session):
            line.setCursorPosition(0)
        self.language.setCurrentIndex(self.language.findData(header.language))
        self.path.setText(str(_suggested(self._opened, self._texts.gettext("briefing-note"))))

    @Slot()
    def _reword(self) -> None:
        """Say in the other language what still stands as it was filled in."""
        new = self._notes.header(self._opened, str(self.language.currentData()))
        for line, before, after in (
            (self.subject, self._header.subject, new.subject),
            (self.session, self._header.session, new.session),
        ):
            if line.text() == before:
                line.setText(after)
                line.setCursorPosition(0)
        self._header = new

    @Slot()
    def _browse(self) -> None:
        names = {".docx": "Word", ".html": "HTML", ".md": "Markdown"}
        filters = ";;".join(f"{names.get(suffix, suffix)} (*{suffix})" for suffix in SUFFIXES)
        dialog = QFileDialog(self, self._texts.gettext("Export a briefing note"), self.path.text(), filters)
        say_labels(dialog, self._texts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIXES[0])
        dialog.fileSelected.connect(self._choose)
        dialog.open()

    @Slot(str)
    def _choose(self, name: str) -> None:
        """Take a file that the system's dialog has asked about already."""
        self.path.setText(name)
        self._replaceable = Path(name)

    def _complain(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.show()


def _suggested(opened: OpenDocument, name: str) -> Path:
    """A file that is not there yet, in the folder where the system keeps documents."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    folder = documents if documents.is_dir() else Path.home()
    symbol = (opened.document.masthead.symbol or "").replace("/", "_")
    stem = f"{symbol}-{name}" if symbol else name
    numbered = (folder / f"{stem}{tail}{SUFFIXES[0]}" for tail in ("", *(f"-{n}" for n in range(2, 1000))))
    return next((path for path in numbered if not path.exists()), folder / (stem + SUFFIXES[0]))
