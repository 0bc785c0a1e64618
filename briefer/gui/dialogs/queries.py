"""Explains the language of searches by examples."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from briefer.app.texts import Texts
from briefer.core.query import FIELDS
from briefer.gui.dialogs.plain import CopyDialog


def examples(texts: Texts) -> Iterator[tuple[str, str]]:
    """A query, and what it finds."""
    yield "drug control", texts.gettext("Both words, in any of their forms, in any order.")
    yield '"drug control"', texts.gettext("These words next to each other, in any of their forms.")
    yield (
        "наркотик OR drug",
        texts.gettext("Either of them. OR binds more loosely than the space between words."),
    )
    yield (
        "drug NOT control",
        texts.gettext("The first without the second; a minus before the word means the same."),
    )
    yield "(drug OR precursor) control", texts.gettext("Brackets group.")
    yield "drug NEAR/5 precursor", texts.gettext("At most five words from one to the other, in either order.")
    yield "traffic*", texts.gettext("Words that begin so.")
    yield "trafficing~", texts.gettext("Words that are spelt almost so.")
    yield "E/CN.7/2025/L.4", texts.gettext("This very symbol; a part of one, such as L.4, is found too.")


def fields(texts: Texts) -> Iterator[tuple[str, str]]:
    """A field of a query with an example, and what it narrows the search to."""
    yield "lang:ru", texts.gettext("text in this language")
    yield "symbol:L.4", texts.gettext("documents with this symbol, or part of one")
    yield "organ:narcotic", texts.gettext("documents of an organ that is called so")
    yield "session:68", texts.gettext("documents of this session")
    yield "item:6", texts.gettext("documents under this item of the agenda")
    yield "year:2024..2025", texts.gettext("documents of these years")
    yield "date:2025-03..", texts.gettext("documents from this date on")
    yield "kind:preambular", texts.gettext("paragraphs of this kind")
    yield 'label:"12 (a)"', texts.gettext("paragraphs with this number")
    yield "tag:technology", texts.gettext("what is annotated with this tag")
    yield "stance:support", texts.gettext("what is annotated with this stance")
    yield "note:endorse", texts.gettext("what has a note with this word")
    yield "in:note", texts.gettext("notes only")


class QueriesDialog(CopyDialog):
    """A page of examples, to be read and copied."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        self.page = QTextBrowser()
        super().__init__(
            lambda texts: texts.gettext("Searching the library"),
            self.page,
            self.page.toPlainText,
            texts,
            parent,
        )

    def retranslate(self) -> None:
        super().retranslate()
        self.page.setAccessibleName(self.windowTitle())
        self.page.setHtml(_html(self._texts))


def _html(texts: Texts) -> str:
    names = ", ".join(f"{english} = {russian}" for english, russian in FIELDS.items())
    capital = texts.gettext("Operators are written in capital letters.")
    forms = texts.gettext("Words are found in all their forms, and in the other language too.")
    narrow, russian = texts.gettext("Fields narrow a search:"), texts.gettext("In Russian they are called:")
    return "".join(
        (
            _table(examples(texts)),
            f"<p>{escape(capital)} {escape(forms)}</p><p><b>{escape(narrow)}</b></p>",
            _table(fields(texts)),
            f"<p>{escape(russian)} {escape(names)}.</p>",
        )
    )


def _table(rows: Iterator[tuple[str, str]]) -> str:
    cells = "".join(
        f'<tr><td style="padding:3px 18px 3px 0; white-space:pre"><b>{escape(query)}</b></td>'
        f'<td style="padding:3px 0">{escape(meaning)}</td></tr>'
        for query, meaning in rows
    )
    return f"<table>{cells}</table>"
