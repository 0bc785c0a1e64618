"""The results of a search: by document, both languages of a pair, the hits marked, and ways to go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.app.texts import Texts
from briefer.core.hits import SearchResults
from briefer.gui.keys import Keys
from briefer.gui.search.chips import Chips
from briefer.gui.search.delegate import ResultDelegate
from briefer.gui.search.facets import facet_chips
from briefer.gui.search.list import Hits
from briefer.gui.search.model import ROW, ResultsModel
from briefer.gui.search.rows import HitRow, MoreRow, NoteRow, Passage
from briefer.gui.search.words import index_words, nothing_words, summary_words
from briefer.gui.theme import Palette
from briefer.gui.voice import Voice

__all__ = ["Passage", "ResultsPanel"]

Sentence = Callable[[Texts], str]
EDGE = 17  # pixels to the left of the words, as in the style of labels
AFTER = 8  # pixels to the right of what is said


class ResultsPanel(QWidget):
    """Shows results; `closed` ends the search.

    `passage_wanted` carries a `Passage`, `more_wanted` the id of the document of which all hits are to be
    shown, `note_wanted` the `NoteHit` of a briefing note, `query_wanted` another query, `here_toggled`
    whether only the document at hand is to be searched.
    """

    passage_wanted = Signal(object)
    more_wanted = Signal(str)
    note_wanted = Signal(object)
    query_wanted = Signal(str)
    chip_toggled = Signal(str)
    here_toggled = Signal(bool)
    save_wanted = Signal()
    help_wanted = Signal()
    closed = Signal()

    def __init__(
        self, texts: Texts, keys: Keys, colors: Palette, serif: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._keys = keys
        self.voice = Voice(self)
        self._query = ""
        self._fresh, self._bare = True, False
        self._progress: int | None = None  # per cent of the index
        self._results: SearchResults | None = None
        self._state: Sentence = lambda _texts: ""
        self.model = ResultsModel(texts, self)
        self.view = Hits(self)
        self._delegate = ResultDelegate(texts, colors, serif, self.view)
        self._heading, self._said, self._hint = QLabel(self), QLabel(self), QLabel(self)
        self.save, self.help, self._close = (QToolButton(self) for _ in range(3))
        self.here = QPushButton(self)
        self.suggestion = QPushButton(self)
        self.chips = Chips(self)
        self._dress()
        self._lay_out()
        self._connect()
        keys.changed.connect(self.retranslate)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(210, 150)

    @property
    def text(self) -> str:
        """Everything that the panel says now."""
        rows = [str(self.model.index(row).data()) for row in range(self.model.rowCount())]
        return "\n".join((self._said.text(), self.suggestion.text(), self._hint.text(), *rows))

    def show_results(self, results: SearchResults, query: str, *, bare: bool = False) -> None:
        """Show what a query has found; `bare` says that the library holds nothing at all."""
        self._results, self._query, self._fresh, self._bare = results, query, True, bare
        if not results.behind:
            self._progress = None
        self._state = lambda texts: summary_words(results, texts) if self.model.rowCount() else ""
        self.model.show(results)
        self._delegate.forget()
        self.view.scrollToTop()
        self._tell()

    @property
    def behind(self) -> bool:
        """Whether what is shown may not be all, because the index is behind."""
        return self._results is not None and self._results.behind

    @Slot(float)
    def set_progress(self, fraction: float) -> None:
        """How far the index is that is being brought up to date, from 0 to 1."""
        percent = int(fraction * 100)
        if percent != self._progress:
            self._progress = percent
            if self.behind:
                self._say_how_much()

    def say(self, sentence: Sentence) -> None:
        """Show a sentence instead of results."""
        self._results, self._state = None, sentence
        self.model.show(SearchResults())
        self._tell()

    def step(self, by: int) -> bool:
        """Go to the next or previous hit, across documents; whether there is one."""
        start = self.view.currentIndex().row()
        if self._fresh and start == self.model.step(-1, 1):
            start = -1  # the list has put the keyboard on the first hit, but nobody has gone there
        row = self.model.step(start, by)
        if row is None:
            return False
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        self._choose(index)
        return True

    @Slot()
    def enter(self) -> None:
        """Take the keyboard, if anything was found."""
        if self.view.isVisible():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def wait(self) -> None:
        """A search is under way: what was found before stays until it is through."""
        if self._results is None:
            self.say(lambda texts: texts.gettext("Searching the library…"))

    def give_up(self) -> None:
        """The search was stopped: what was found before stays."""
        if self._results is None:
            self.say(lambda texts: texts.gettext("The search was stopped. Press Enter to search again."))

    def set_here(self, possible: bool, on: bool) -> None:
        """Whether the document at hand can be searched alone, and is."""
        self.here.setEnabled(possible)
        self.here.setChecked(on)

    def set_colors(self, colors: Palette) -> None:
        self._delegate.set_colors(colors)
        self.view.viewport().update()

    @Slot()
    def retranslate(self) -> None:
        gettext = self._texts.gettext
        self._heading.setText(gettext("Results"))
        self.view.setAccessibleName(gettext("Search results"))
        self.here.setText(gettext("This document only"))
        for button, words in (
            (self._close, gettext("Close the search")),
            (self.here, gettext("Search the document at hand only; it must be saved")),
            (self.save, gettext("Keep this search in the library column")),
            (self.help, gettext("How to write queries")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._delegate.forget()
        self.model.retranslate()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _tell(self) -> None:
        results = self._results
        empty = results is not None and not self.behind and not self.model.rowCount()
        here = self.here.isChecked()
        saving = self._keys.aside("save")
        nothing, advice = nothing_words(self._texts, saving, results, bare=self._bare, here=here)
        if empty:
            self._said.setText(nothing)
        else:
            self._say_how_much()
        suggestion = results.suggestion if results is not None else None
        self._suggest(suggestion or "")
        self.suggestion.setVisible(suggestion is not None)
        self._hint.setText(advice if empty else "")
        self._hint.setVisible(empty)
        self.chips.show_chips(facet_chips(results, self._query, self._texts) if results is not None else ())
        self.save.setEnabled(results is not None)
        self.view.setVisible(self.model.rowCount() > 0)
        if self.isVisible():
            self.voice.tell(self._said.text())

    def _say_how_much(self) -> None:
        words = [self._state(self._texts)]
        if self.behind:
            words.append(index_words(self._progress, self._texts, shown=self.model.rowCount() > 0))
        self._said.setText("\n".join(word for word in words if word))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self._fresh = False
        match index.data(ROW):
            case HitRow() as row:
                self.passage_wanted.emit(row.passage)
            case MoreRow(found, _):
                self.more_wanted.emit(found.id)
            case NoteRow(note):
                self.note_wanted.emit(note)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self._results is not None and self._results.suggestion:
            self._suggest(self._results.suggestion)

    def _suggest(self, query: str) -> None:
        """Words of the suggestion: in two lines, because a button does not break its text."""
        room = max(1, self.width() - EDGE - AFTER)
        short = self.suggestion.fontMetrics().elidedText(query, Qt.TextElideMode.ElideRight, room)
        told = self._texts.gettext("Did you mean:\n{query}").format(query=short)
        self.suggestion.setText(told.replace("&", "&&"))
        self.suggestion.setAccessibleName(self._texts.gettext("Did you mean:\n{query}").format(query=query))
        self.suggestion.setToolTip(query)

    def _suggested(self) -> None:
        if self._results is not None and self._results.suggestion:
            self.query_wanted.emit(self._results.suggestion)

    def _dress(self) -> None:
        self._heading.setObjectName("panel_heading")
        for label in (self._said, self._hint):
            label.setObjectName("hint")
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for button, sign in ((self._close, "✕"), (self.save, "☆"), (self.help, "?")):
            button.setText(sign)
        for button in (self._close, self.save, self.help):
            button.setAutoRaise(True)
        self.here.setObjectName("chip")
        self.here.setCheckable(True)
        self.here.setEnabled(False)
        self.suggestion.setObjectName("suggestion")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.suggestion.setSizePolicy(policy)  # what is too long is cut with dots
        self.suggestion.setCursor(Qt.CursorShape.PointingHandCursor)
        self.view.setObjectName("cards")
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.setSpacing(0)
        head.addWidget(self._heading, 1)
        for button in (self.save, self.help, self._close):
            head.addWidget(button)
        narrow = QHBoxLayout()
        narrow.setContentsMargins(EDGE, 0, 8, 6)
        narrow.addWidget(self.here)
        narrow.addStretch(1)
        meant = QHBoxLayout()
        meant.setContentsMargins(EDGE, 2, AFTER, 2)
        meant.addWidget(self.suggestion)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(narrow)
        column.addWidget(self._said)
        column.addLayout(meant)
        column.addWidget(self._hint)
        column.addWidget(self.chips)
        column.addWidget(self.view, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        self._close.clicked.connect(self.closed)
        self.save.clicked.connect(self.save_wanted)
        self.help.clicked.connect(self.help_wanted)
        self.here.clicked.connect(self.here_toggled)
        self.suggestion.clicked.connect(self._suggested)
        self.chips.toggled.connect(self.chip_toggled)
        self.view.chosen.connect(self._choose)
