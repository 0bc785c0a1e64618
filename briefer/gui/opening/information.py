"""Shows what is known of the open document."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.gui.dialogs.plain import CopyDialog
from briefer.gui.opening.facts import Section, as_text, facts_of

NAMES = 150  # pixels


class InformationDialog(CopyDialog):
    """A table of facts in sections; every word of it can be selected."""

    def __init__(self, opened: OpenDocument, texts: Texts, parent: QWidget | None = None) -> None:
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self._opened = opened
        super().__init__(
            lambda texts: texts.gettext("Document information"),
            self.page,
            lambda: as_text(facts_of(opened, texts)),
            texts,
            parent,
        )

    def retranslate(self) -> None:
        super().retranslate()
        self.page.setAccessibleName(self.windowTitle())
        self.page.setHtml(_markup(facts_of(self._opened, self._texts)))


def _markup(sections: tuple[Section, ...]) -> str:
    parts = []
    for section in sections:
        rows = "".join(
            f"<tr><td width='{NAMES}' style='padding: 2px 14px 2px 0'>{escape(fact.name)}</td>"
            f"<td style='padding: 2px 0'>{escape(fact.value)}</td></tr>"
            for fact in section.facts
        )
        parts.append(f"<h4>{escape(section.title)}</h4><table>{rows}</table>")
    return "".join(parts)
