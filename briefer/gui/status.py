"""The line below the text: where one stands, how the versions match, whether it is saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.core.bitext import Bead, Bitext, Origin
from briefer.gui.library.header import LineLabel
from briefer.gui.reader.view import Place


class StatusLine(QStatusBar):
    """Speaks of the document and the place it was last shown."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._texts = texts
        self._opened: OpenDocument | None = None
        self._place: Place | None = None
        self._where, self._matched = LineLabel("status_place", self), LineLabel("status_counts", self)
        self._saved = QLabel(self)
        for label in (self._where, self._matched):
            label.setContentsMargins(10, 2, 10, 2)
        self.addWidget(self._where)
        self.addWidget(self._matched, 1)
        self.addPermanentWidget(self._saved)

    @property
    def text(self) -> str:
        """Everything that the line says."""
        return " | ".join(label.text() for label in (self._where, self._matched, self._saved) if label.text())

    def show_document(self, opened: OpenDocument | None) -> None:
        self._opened = opened
        self.retranslate()

    def show_place(self, place: Place | None) -> None:
        self._place = place
        self.retranslate()

    def retranslate(self) -> None:
        opened = self._opened
        self._where.say(place_words(opened, self._place, self._texts) if opened else "")
        bitext = opened.document.bitext if opened else None
        self._matched.say(count_words(bitext, self._texts) if bitext else "")
        if opened is None:
            self._saved.setText("")
        else:
            saved = opened.id is not None
            self._saved.setText(self._texts.gettext("Saved") if saved else self._texts.gettext("Not saved"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def place_words(opened: OpenDocument, place: Place | None, texts: Texts) -> str:
    """PP7 · bead 1–1 · automatic, 94 %."""
    version = opened.document.version(place.language) if place else None
    if place is None or version is None or place.index >= len(version.paragraphs):
        return ""
    parts = []
    if label := version.paragraphs[place.index].label:
        parts.append(label)
    else:
        parts.append(
            texts.gettext("paragraph {number} of {count}").format(
                number=place.index + 1, count=len(version.paragraphs)
            )
        )
    bitext = opened.document.bitext
    if bitext is not None and place.bead is not None:
        bead = bitext.beads[min(place.bead, len(bitext.beads) - 1)]
        if bead.matched:
            parts.append(
                texts.gettext("bead {left}–{right}").format(left=len(bead.left), right=len(bead.right))
            )
        else:
            parts.append(texts.gettext("nothing opposite"))
        parts.append(origin_words(bead, texts))
    return " · ".join(parts)


def origin_words(bead: Bead, texts: Texts) -> str:
    """Who made a bead, and how sure that is."""
    if bead.origin is Origin.HAND:
        return texts.gettext("by hand")
    # Rounded down: what is not certain is never called so.
    return texts.gettext("automatic, {percent} %").format(percent=int(100 * bead.confidence + 1e-6))


def count_words(bitext: Bitext, texts: Texts) -> str:
    """18 aligned · 17 only Russian · 1 only English, leaving out what there is none of."""
    aligned = sum(1 for bead in bitext.beads if bead.matched)
    parts = [texts.ngettext("{count} aligned", "{count} aligned", aligned).format(count=aligned)]
    for language in (bitext.left, bitext.right):
        lonely = sum(len(bitext.side(bead, language)) for bead in bitext.beads if not bead.matched)
        if lonely:
            parts.append(_only(language, lonely, texts))
    return " · ".join(parts)


def _only(language: str, count: int, texts: Texts) -> str:
    if language == "ru":
        return texts.ngettext("{count} only in Russian", "{count} only in Russian", count).format(count=count)
    if language == "en":
        return texts.ngettext("{count} only in English", "{count} only in English", count).format(count=count)
    return texts.gettext("{language}: {count} unmatched").format(
        language=texts.language_name(language), count=count
    )
