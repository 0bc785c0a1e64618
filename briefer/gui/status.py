"""The line below the text: where one stands, how the versions match, whether it is saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.core.bitext import Bead, Origin
from briefer.core.document import Document, Kind
from briefer.gui.library.header import LineLabel
from briefer.gui.reader.view import Place
from briefer.gui.voice import Voice

GAP = 18  # pixels between what the line says


class StatusLine(QStatusBar):
    """Speaks of the document and the place it was last shown."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.voice = Voice(self)
        self._texts = texts
        self._opened: OpenDocument | None = None
        self._place: Place | None = None
        self._where, self._matched = LineLabel("status_place", self), LineLabel("status_counts", self)
        self._saved = QLabel(self)
        self.setContentsMargins(GAP // 2, 0, GAP // 2, 0)
        gap = QWidget(self)  # style sheets take the margins of labels away
        gap.setFixedWidth(GAP)
        self.addWidget(self._where)
        self.addWidget(gap)
        self.addWidget(self._matched, 1)
        self.addPermanentWidget(self._saved)

    @property
    def text(self) -> str:
        """Everything that the line says."""
        return " | ".join(label.text() for label in (self._where, self._matched, self._saved) if label.text())

    def show_document(self, opened: OpenDocument | None) -> None:
        before, self._opened = self._opened, opened
        self.retranslate()
        if before is not None and before.id is None and opened is not None and opened.id is not None:
            self.voice.say(self._saved.text())

    def show_place(self, place: Place | None) -> None:
        """Show where one stands, and say it: no screen reader finds the labels in the margin."""
        before, self._place = self._place, place
        self.retranslate()
        if place is not None and place != before:
            self.voice.tell(self._where.text())

    def retranslate(self) -> None:
        opened = self._opened
        self._where.say(place_words(opened, self._place, self._texts) if opened else "")
        self._matched.say(count_words(opened.document, self._texts) if opened else "")
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
    """PP7 · 1 paragraph here, 2 opposite · automatic, 94 %. One opposite one needs no words."""
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
        if not bead.matched:
            parts.append(texts.gettext("nothing opposite"))
        elif len(bead.left) + len(bead.right) > 2:
            here = len(bitext.side(bead, place.language))
            parts.append(_sides_words(here, len(bead.left) + len(bead.right) - here, texts))
        parts.append(origin_words(bead, texts))
    return " · ".join(parts)


def _sides_words(here: int, there: int, texts: Texts) -> str:
    """2 paragraphs here, 1 opposite."""
    said = texts.ngettext(
        "{count} paragraph here, {opposite} opposite", "{count} paragraphs here, {opposite} opposite", here
    )
    return said.format(count=here, opposite=there)


def origin_words(bead: Bead, texts: Texts) -> str:
    """Who made a bead, and how sure that is."""
    if bead.origin is Origin.HAND:
        return texts.gettext("by hand")
    # Rounded down: what is not certain is never called so.
    return texts.gettext("automatic, {percent} %").format(percent=int(100 * bead.confidence + 1e-6))


def count_words(document: Document, texts: Texts) -> str:
    """18 aligned · 17 only Russian · 1 only English, leaving out what there is none of.

    What a page repeats at its edge is no text of the document, and not counted.
    """
    bitext = document.bitext
    if bitext is None:
        return ""
    aligned = sum(1 for bead in bitext.beads if bead.matched)
    parts = [texts.ngettext("{count} aligned", "{count} aligned", aligned).format(count=aligned)]
    for language in (bitext.left, bitext.right):
        version = document.version(language)
        lonely = sum(
            version is None or version.paragraphs[index].kind is not Kind.FURNITURE
            for bead in bitext.beads
            if not bead.matched
            for index in bitext.side(bead, language)
        )
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
