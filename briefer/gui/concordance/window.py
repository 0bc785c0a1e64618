"""The window of a concordance: what is looked for, the counterpart terms, the lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefer.app.concordance_words import SUFFIXES, summary_words
from briefer.app.concording import TermWish
from briefer.app.texts import Texts
from briefer.core.concordance.lines import Concordance, KwicLine
from briefer.gui.concordance.bars import SortBar, TermBar
from briefer.gui.concordance.delegate import LineDelegate, TermDelegate
from briefer.gui.concordance.models import LINE, LinesModel, TermsModel
from briefer.gui.dialogs.file_labels import say_labels
from briefer.gui.theme import Palette

Sentence = Callable[[Texts], str]

SIZE = (1120, 660)
WIDTHS = (230, 890)


class Lines(QListView):
    """The list of lines; Enter is the same as a double click."""

    chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.doubleClicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class ConcordanceWindow(QDialog):
    """Shows a concordance; it looks for nothing itself.

    `wanted` carries a `TermWish`, `passage_wanted` a `KwicLine`, `export_wanted` a `Path`.
    """

    wanted = Signal(object)
    passage_wanted = Signal(object)
    export_wanted = Signal(object)

    def __init__(
        self, texts: Texts, colors: Palette, serif: str, within: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts = texts
        self._state: Sentence = _invitation
        self.concordance: Concordance | None = None
        self._whole = False
        self.asking = TermBar(texts, within, self)
        self.sorting = SortBar(texts, self)
        self.lines = LinesModel(self)
        self.terms = TermsModel(texts, self)
        self.lines_view = Lines(self)
        self.terms_view = QListView(self)
        self._line_delegate = LineDelegate(colors, serif, self.lines_view)
        self._term_delegate = TermDelegate(colors, self.terms_view)
        self._lay_out()
        self._connect()
        self.resize(*SIZE)
        self.retranslate()

    def look_for(self, term: str) -> None:
        """Ask for `term`, or wait for one to be typed if it is empty."""
        self.asking.enter(term)
        self.ask()

    @Slot()
    def ask(self) -> None:
        """Ask for what stands in the field now."""
        term = self.asking.term.text().strip()
        if term:
            self.say(lambda texts: texts.gettext("Looking for every place…"))
            self.wanted.emit(TermWish(term, self.asking.document_id))

    def show_concordance(self, concordance: Concordance, *, whole: bool = True) -> None:
        """Show one from its first line on; what is not `whole` is completed later and not exported."""
        self._show(concordance)
        if concordance.lines:
            self.terms_view.setCurrentIndex(self.terms.index(0))
            self.lines_view.setCurrentIndex(self.lines.index(0))
            self.lines_view.setFocus()
        self._whole = whole or not concordance.lines
        self.say(_told(concordance) if self._whole else _on_the_way(concordance))

    def complete(self, concordance: Concordance) -> None:
        """Show what became of the one that is shown, which stays where it is."""
        bar = self.lines_view.verticalScrollBar()
        place = bar.value()
        self._show(concordance)
        if concordance.lines:
            self.terms_view.setCurrentIndex(self.terms.index(0))
        bar.setValue(place)
        self._whole = True
        self.say(_told(concordance))

    def _show(self, concordance: Concordance) -> None:
        self.concordance = concordance
        self.terms.show(concordance)
        self._show_lines()

    def say(self, sentence: Sentence) -> None:
        """Show a sentence in place of the summary."""
        self._state = sentence
        exportable = self._whole and self.concordance is not None and bool(self.concordance.lines)
        self.sorting.tell(sentence(self._texts), exportable=exportable)

    def set_colors(self, colors: Palette) -> None:
        self._line_delegate.colors = self._term_delegate.colors = colors
        for view in (self.lines_view, self.terms_view):
            view.viewport().update()

    def retranslate(self) -> None:
        self.setWindowTitle(self._texts.gettext("Concordance"))
        self.terms_view.setAccessibleName(self._texts.gettext("Counterpart terms"))
        self.lines_view.setAccessibleName(self._texts.gettext("Places of the term"))
        self.asking.retranslate()
        self.sorting.retranslate()
        self.terms.retranslate()
        self.say(self._state)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.terms_view.setModel(self.terms)
        self.terms_view.setItemDelegate(self._term_delegate)
        self.terms_view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.lines_view.setModel(self.lines)
        self.lines_view.setItemDelegate(self._line_delegate)
        for view in (self.terms_view, self.lines_view):
            view.setObjectName("cards")
            view.setUniformItemSizes(True)
            view.setMouseTracking(True)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            splitter.addWidget(view)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes(WIDTHS)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.asking)
        column.addWidget(self.sorting)
        column.addWidget(splitter, 1)

    def _connect(self) -> None:
        self.asking.asked.connect(self.ask)
        self.sorting.order_chosen.connect(self._show_lines)
        self.sorting.export_wanted.connect(self._choose_file)
        self.terms_view.selectionModel().selectionChanged.connect(self._show_lines)
        self.lines_view.chosen.connect(self._go)

    @Slot()
    def _show_lines(self) -> None:
        """Show the lines of the chosen terms in the chosen order; the current one stays current."""
        if self.concordance is None:
            return
        current: KwicLine | None = self.lines_view.currentIndex().data(LINE)
        rows = [index.row() for index in self.terms_view.selectionModel().selectedIndexes()]
        terms = self.terms.chosen(rows)
        ordered = self.concordance.ordered(self.sorting.order)
        lines = ordered.lines if terms is None else ordered.only(terms)
        self.lines.show(lines)
        row = _row(lines, current)
        if row is not None:
            index = self.lines.index(row)
            self.lines_view.setCurrentIndex(index)
            self.lines_view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if line is not None:
            self.passage_wanted.emit(line)

    @Slot()
    def _choose_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        names = {".html": "HTML", ".csv": "CSV", ".json": "JSON"}
        filters = ";;".join(f"{names[suffix]} (*{suffix})" for suffix in SUFFIXES)
        dialog = QFileDialog(self, self._texts.gettext("Export the concordance"), folder, filters)
        say_labels(dialog, self._texts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(self._texts.gettext("concordance") + SUFFIXES[0])
        dialog.setDefaultSuffix(SUFFIXES[0])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix(chosen)))
        dialog.fileSelected.connect(lambda path: self.export_wanted.emit(Path(path)))
        dialog.open()


def _suffix(chosen: str) -> str:
    """The ending in a filter of the file dialog: "CSV (*.csv)"."""
    return next(suffix for suffix in SUFFIXES if f"*{suffix})" in chosen)


def _invitation(texts: Texts) -> str:
    return texts.gettext("Every place of a term is shown in context, with what it is rendered with.")


def _row(lines: Sequence[KwicLine], wanted: KwicLine | None) -> int | None:
    """The row of the place of a line, whatever faces it by now."""
    if wanted is None:
        return None

    def place(line: KwicLine) -> tuple[object, ...]:
        return line.document_id, line.language, line.index, line.node

    return next((row for row, line in enumerate(lines) if place(line) == place(wanted)), None)


def _on_the_way(concordance: Concordance) -> Sentence:
    def sentence(texts: Texts) -> str:
        looking = texts.gettext("looking for what it is rendered with…")
        return f"{summary_words(concordance, texts)} · {looking}"

    return sentence


def _told(concordance: Concordance) -> Sentence:
    if concordance.lines:
        return lambda texts: summary_words(concordance, texts)
    return lambda texts: texts.gettext(
        "“{term}” stands nowhere in the saved documents. Try a single word of it, or another spelling."
    ).format(term=concordance.term)
