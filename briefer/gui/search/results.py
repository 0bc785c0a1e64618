"""The results of a search: by document, both languages of a pair, the hits marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QSize, QUrl, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from briefer.app.texts import Texts
from briefer.core.document import Span
from briefer.core.hits import DocumentHits, Hit
from briefer.gui.search.excerpt import excerpt_html
from briefer.gui.theme import Palette

Sentence = Callable[[Texts], str]


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a result leads."""

    document_id: str
    language: str
    index: int
    marks: tuple[Span, ...]


class ResultsPanel(QWidget):
    """Shows results; `passage_wanted` carries a `Passage`, `closed` ends the search."""

    passage_wanted = Signal(object)
    closed = Signal()

    def __init__(self, texts: Texts, colors: Palette, serif: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._colors = colors
        self._serif = serif
        self._results: tuple[DocumentHits, ...] = ()
        self._state: Sentence = lambda _texts: ""
        self._heading = QLabel(self)
        self._heading.setObjectName("panel_heading")
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.closed)
        self._said = QLabel(self)
        self._said.setObjectName("hint")
        self._said.setWordWrap(True)
        self.view = QTextBrowser(self)
        self.view.setObjectName("results")
        self.view.setOpenLinks(False)
        self.view.document().setDocumentMargin(12)
        self.view.anchorClicked.connect(self._follow)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.addWidget(self._heading, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._said)
        column.addWidget(self.view, 1)
        self.retranslate()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(210, 200)

    @property
    def text(self) -> str:
        """Everything that the panel says now."""
        return f"{self._said.text()}\n{self.view.toPlainText()}"

    def show_results(self, results: tuple[DocumentHits, ...]) -> None:
        self._results = results
        self._state = self._count
        self.retranslate()

    def say(self, sentence: Sentence) -> None:
        """Show a sentence instead of results."""
        self._results = ()
        self._state = sentence
        self.retranslate()

    def set_colors(self, colors: Palette) -> None:
        self._colors = colors
        self.retranslate()

    def retranslate(self) -> None:
        self._heading.setText(self._texts.gettext("Search results"))
        self._close.setToolTip(self._texts.gettext("Close the search"))
        self._close.setAccessibleName(self._texts.gettext("Close the search"))
        self.view.setAccessibleName(self._texts.gettext("Search results"))
        self._said.setText(self._state(self._texts))
        self.view.setVisible(bool(self._results))
        self.view.setHtml("".join(self._document(n, found) for n, found in enumerate(self._results)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _count(self, texts: Texts) -> str:
        passages = sum(len(found.hits) for found in self._results)
        if not passages:
            return texts.gettext("Nothing found in the library.")
        return texts.ngettext("{count} passage", "{count} passages", passages).format(count=passages)

    def _document(self, number: int, found: DocumentHits) -> str:
        name = f"{found.symbol} · {found.title}" if found.symbol else found.title
        hits = "".join(self._hit(f"{number}/{n}", hit) for n, hit in enumerate(found.hits))
        return f'<p style="margin:14px 0 2px 0; color:{self._colors.text}"><b>{escape(name)}</b></p>{hits}'

    def _hit(self, place: str, hit: Hit) -> str:
        colors = self._colors
        label = hit.label or self._texts.language_name(hit.language)
        text = excerpt_html(hit.text, hit.marks, colors.hit)
        serif = f"font-family:'{escape(self._serif)}'"
        link = f'<a href="hit:{place}" style="text-decoration:none; color:'
        rows = [
            f'<p style="margin:8px 0 0 0">{link}{colors.accent}">{escape(label)}</a></p>',
            f'<p style="margin:1px 0 0 0; {serif}">{link}{colors.text}">{text}</a></p>',
        ]
        if hit.counterpart:
            opposite = excerpt_html(hit.counterpart, hit.counterpart_marks, colors.hit)
            rows.append(f'<p style="margin:3px 0 0 0; {serif}; color:{colors.muted}">{opposite}</p>')
        return "".join(rows)

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        number, place = (int(part) for part in link.path().split("/"))
        found = self._results[number]
        hit = found.hits[place]
        self.passage_wanted.emit(Passage(found.id, hit.language, hit.index, hit.marks))
