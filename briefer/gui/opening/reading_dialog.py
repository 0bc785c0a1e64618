"""Lets the reader say how a file is to be read: where its languages stand, how it is encoded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from briefer.app.encodings import Preview
from briefer.app.model import Choices
from briefer.app.texts import Texts
from briefer.app.wishes import Wish, Wishes
from briefer.core.document import Source
from briefer.core.layout import Layout, Reading
from briefer.gui.fitting import Scrolled
from briefer.gui.opening.encoding_list import EncodingList

Words = Callable[[Texts], str]

LAYOUTS: Mapping[Layout, Words] = {
    Layout.AUTO: lambda t: t.gettext("Let Briefer see"),
    Layout.SEQUENTIAL: lambda t: t.gettext("One after the other: all of one language, then all of the other"),
    Layout.ALTERNATING: lambda t: t.gettext("In turns: a paragraph, then its translation"),
    Layout.TABLE: lambda t: t.gettext("In a table: a column for each language"),
    Layout.COLUMNS: lambda t: t.gettext("In two columns of text on each page"),
    Layout.INLINE: lambda t: t.gettext("Within each paragraph, parted by a slash or a line break"),
    Layout.SINGLE: lambda t: t.gettext("The file is in one language only"),
}
ORDERS: Sequence[tuple[str, ...]] = ((), ("ru", "en"), ("en", "ru"))


class ReadingDialog(QDialog):
    """Shows how each file was read, as far as it was chosen.

    `wanted` carries the new `Wishes`, `file_shown` the number of the file that is shown now.
    """

    wanted = Signal(object)
    file_shown = Signal(int)

    def __init__(
        self,
        sources: Sequence[Source],
        chosen: Sequence[Choices],
        annotations: int | None,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        """`chosen` is what was chosen for each source; `annotations` counts them, None: not saved."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sources = list(sources)
        self._chosen = list(chosen)
        self._annotations = annotations
        self._texts = texts
        self._shown = 0
        self.file = QComboBox(self)
        self.layouts = QButtonGroup(self)
        self._languages = QGroupBox(self)
        for layout in LAYOUTS:
            self.layouts.addButton(QRadioButton(self._languages), _number(layout))
        self._first_label = QLabel(self._languages)
        self.first = QComboBox(self._languages)
        self._encodings = QGroupBox(self)
        self.encodings = EncodingList(texts, self._encodings)
        self._saved = QLabel(self)
        self._saved.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.again = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.again.setDefault(True)
        self._build()
        self.retranslate()
        self._show(0)

    def show_previews(self, number: int, previews: Sequence[Preview]) -> None:
        """Show how file `number` begins in each encoding."""
        if number == self._shown:
            chosen = self._chosen[number].encoding or self._sources[number].encoding
            self.encodings.show_previews(previews, self._sources[number].encoding, chosen)

    @Slot()
    def accept(self) -> None:
        self._keep()
        wishes: Wishes = tuple(
            Wish(Path(source.path), choices)
            for source, choices in zip(self._sources, self._chosen, strict=True)
        )
        super().accept()
        self.wanted.emit(wishes)

    def retranslate(self) -> None:
        texts = self._texts
        self.setWindowTitle(texts.gettext("How the languages stand"))
        self.file.setAccessibleName(texts.gettext("File"))
        self._languages.setTitle(texts.gettext("How the languages stand in the file"))
        self._encodings.setTitle(texts.gettext("Text encoding"))
        for layout, words in LAYOUTS.items():
            self.layouts.button(_number(layout)).setText(words(texts))
        self._first_label.setText(texts.gettext("The first part is in"))
        self.first.setAccessibleName(texts.gettext("The first part is in"))
        names = [texts.gettext("Let Briefer see"), *(texts.language_name(order[0]) for order in ORDERS[1:])]
        for index, name in enumerate(names):
            self.first.setItemText(index, name)
        self.again.setText(texts.gettext("Read again"))
        self._saved.setText(self.saved_words)
        self._saved.setVisible(self._annotations is not None)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.file.addItems([Path(source.path).name for source in self._sources])
        self.file.setVisible(len(self._sources) > 1)
        self.file.currentIndexChanged.connect(self._turn_to)
        stand = QVBoxLayout(self._languages)
        for button in self.layouts.buttons():
            stand.addWidget(button)
        self.first.addItems([""] * len(ORDERS))
        form = QFormLayout()
        form.setContentsMargins(0, 8, 0, 0)
        form.addRow(self._first_label, self.first)
        stand.addLayout(form)
        QVBoxLayout(self._encodings).addWidget(self.encodings)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        body = QWidget(self)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        for widget in (self.file, self._languages, self._encodings, self._saved):
            rows.addWidget(widget)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(Scrolled(body, self))
        column.addWidget(self.buttons)
        self.setMinimumWidth(520)

    @Slot(int)
    def _turn_to(self, number: int) -> None:
        self._keep()
        self._show(number)

    def _show(self, number: int) -> None:
        self._shown = number
        choices, source = self._chosen[number], self._sources[number]
        self.layouts.button(_number(choices.reading.layout)).setChecked(True)
        order = tuple(choices.reading.languages)
        begins = [each[:1] == order[:1] for each in ORDERS]
        self.first.setCurrentIndex(begins.index(True) if True in begins else 0)
        self._encodings.setVisible(source.encoding is not None)
        self.encodings.clear()
        self.file_shown.emit(number)

    def _keep(self) -> None:
        """Take what is chosen for the file that is shown."""
        layout = list(LAYOUTS)[self.layouts.checkedId()]
        order = ORDERS[self.first.currentIndex()]
        if layout is Layout.SINGLE:
            order = order[:1]
        self._chosen[self._shown] = replace(
            self._chosen[self._shown],
            reading=Reading(layout, order),
            encoding=self.encodings.chosen or self._chosen[self._shown].encoding,
        )

    @property
    def saved_words(self) -> str:
        """What becomes of a saved document, "" of one that is not saved."""
        if self._annotations is None:
            return ""
        count = self._annotations
        if not count:
            return self._texts.gettext("The document is saved: its text in the library is replaced.")
        return self._texts.ngettext(
            "The document is saved: its text in the library is replaced, "
            "and its {count} annotation is looked for in the new text.",
            "The document is saved: its text in the library is replaced, "
            "and its {count} annotations are looked for in the new text.",
            count,
        ).format(count=count)


def _number(layout: Layout) -> int:
    return list(LAYOUTS).index(layout)
