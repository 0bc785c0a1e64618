"""The words of a briefing note: from its parts to what is printed.

A citation speaks the language of what it cites, everything else that of the note. Not
here: how the note looks (`briefer.formats.writers`) and what is in it (`briefer.core.briefing`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from briefer.app.short_words import short_title, stance_word
from briefer.app.texts import Texts
from briefer.core.briefing import BriefingNote, Quotation, SourceEntry, TalkingPoint, TextRow
from briefer.core.citation import Citation, local_label
from briefer.core.document import Kind, Translation
from briefer.formats.writers.note_page import Column, Fact, NotePage, Passage, Point, Row

_PLACES: Mapping[Kind, Callable[[Texts], str]] = {
    Kind.MASTHEAD: lambda t: t.gettext("cover page"),
    Kind.TITLE: lambda t: t.gettext("title"),
    Kind.DATELINE: lambda t: t.gettext("date and place"),
    Kind.HEADING: lambda t: t.gettext("heading “{opening}”"),
    Kind.CHAPEAU: lambda t: t.gettext("chapeau “{opening}”"),
    Kind.FOOTNOTE: lambda t: t.gettext("footnote"),
    Kind.NOTE: lambda t: t.gettext("note “{opening}”"),
}

_KINDS: Mapping[Kind, Callable[[Texts], str]] = {
    Kind.MASTHEAD: lambda t: t.pgettext("kind of paragraph", "Cover"),
    Kind.TITLE: lambda t: t.pgettext("kind of paragraph", "Title"),
    Kind.DATELINE: lambda t: t.pgettext("kind of paragraph", "Date"),
    Kind.HEADING: lambda t: t.pgettext("kind of paragraph", "Heading"),
    Kind.CHAPEAU: lambda t: t.pgettext("kind of paragraph", "Chapeau"),
    Kind.FOOTNOTE: lambda t: t.pgettext("kind of paragraph", "Footnote"),
    Kind.NOTE: lambda t: t.pgettext("kind of paragraph", "Note"),
}


class Wording:
    """Puts words to notes and citations. `speak` gives the catalogue of a language."""

    def __init__(self, speak: Callable[[str], Texts]) -> None:
        self._speak = speak
        self._spoken: dict[str, Texts] = {}

    def texts(self, language: str) -> Texts:
        """The catalogue of `language`, English where Briefer does not speak it."""
        if language not in self._spoken:
            self._spoken[language] = self._speak(language)
        return self._spoken[language]

    def citation(self, citation: Citation, *, full_title: bool = False) -> str:
        """Such as: E/CN.7/2025/L.4, para. 12 (a) (English; unofficial translation)."""
        texts = self.texts(citation.language)
        title = citation.title or ""
        title = title if full_title else short_title(title)
        name = citation.symbol or texts.pgettext("quoted title", "“{title}”").format(title=title)
        place = self._place(citation, texts)
        named = f"{name}, {place}" if place else name
        return f"{named} ({self._language(citation, texts)})"

    def _place(self, citation: Citation, texts: Texts) -> str:
        if citation.label:
            return self._labelled(citation.label, citation, texts)
        if citation.kind is None:
            return ""
        named = _PLACES.get(citation.kind)
        sentence = named(texts) if named else texts.gettext("paragraph beginning “{opening}”")
        return sentence.format(opening=citation.opening or "")

    def _labelled(self, label: str, citation: Citation, texts: Texts) -> str:
        if citation.kind is Kind.FOOTNOTE:
            return texts.gettext("footnote {label}").format(label=label)
        if label.startswith("PP"):
            return texts.gettext("preambular para. {label}").format(label=label.removeprefix("PP"))
        return texts.gettext("para. {label}").format(label=local_label(label, citation.language))

    def _language(self, citation: Citation, texts: Texts) -> str:
        name = texts.language_name(citation.language, inside=True)
        if citation.translation is Translation.UNOFFICIAL:
            return texts.gettext("{language}; unofficial translation").format(language=name)
        if citation.translation is Translation.OFFICIAL:
            return texts.gettext("{language}; official translation").format(language=name)
        return name

    def page(self, note: BriefingNote) -> NotePage:
        """The note in words."""
        texts = self.texts(note.header.language)
        return NotePage(
            language=texts.language,
            mark=note.header.mark,
            kind=texts.gettext("Briefing note"),
            subject=note.header.subject,
            author=note.header.author,
            facts=self._facts(note, texts),
            points_heading=texts.gettext("Talking points"),
            points=tuple(self._point(point, texts) for point in note.talking_points),
            points_empty=texts.gettext("No notes have been made on the text."),
            table_heading=texts.gettext("Text analysis"),
            label_heading=texts.gettext("Para."),
            columns=tuple(Column(code, texts.language_name(code)) for code in note.languages),
            comment_heading=texts.gettext("Comment"),
            context_remark=self._context_remark(note, texts),
            rows=tuple(self._row(row, note, texts) for row in note.rows),
            table_empty=texts.gettext("No passages have been marked."),
            sources_heading=texts.gettext("Sources"),
            sources=tuple(self._source(source) for source in note.sources),
            page=texts.gettext("Page"),
            page_of=texts.pgettext("page 1 of 2", "of"),
        )

    def _facts(self, note: BriefingNote, texts: Texts) -> tuple[Fact, ...]:
        header = note.header
        named = (
            (texts.gettext("Session"), header.session),
            (texts.gettext("Agenda item"), header.agenda_item),
            (texts.gettext("Symbols"), ", ".join(header.symbols)),
            (texts.gettext("Prepared by"), header.author),
            (texts.gettext("Date"), texts.date(header.date) if header.date else ""),
            (texts.gettext("Languages"), _listed(note.languages, texts)),
        )
        return tuple(Fact(name, value) for name, value in named if value)

    def _context_remark(self, note: BriefingNote, texts: Texts) -> str:
        if not any(quotation.context for row in note.rows for cell in row.cells for quotation in cell):
            return ""
        return texts.gettext("Grey text was not marked: it is the passage opposite, given as context.")

    def _point(self, point: TalkingPoint, texts: Texts) -> Point:
        cited = "; ".join(self.citation(citation) for citation in point.citations)
        return Point(
            text=point.text,
            stance=stance_word(point.stance, texts) if point.stance else "",
            stance_code=point.stance or "",
            remark=" · ".join(part for part in (cited, _tags(point.tags)) if part),
        )

    def _row(self, row: TextRow, note: BriefingNote, texts: Texts) -> Row:
        cells = tuple(self._cell(cell, code) for cell, code in zip(row.cells, note.languages, strict=True))
        return Row(
            label=_row_label(row, texts),
            cells=cells,
            comment=row.comment,
            stance=stance_word(row.stance, texts) if row.stance else "",
            stance_code=row.stance or "",
            remark=_tags(row.tags),
        )

    def _cell(self, cell: tuple[Quotation, ...], language: str) -> tuple[Passage, ...]:
        """The passages of a cell; of neighbours with one citation only the last shows it."""
        passages = [
            Passage(quotation.text, self.citation(quotation.citation), language, quotation.context)
            for quotation in cell
        ]
        for number, (this, following) in enumerate(pairwise(tuple(passages))):
            if this.citation == following.citation:
                passages[number] = Passage(this.text, "", this.language, this.context)
        return tuple(passages) or (Passage("—", "", language, context=True),)

    def _source(self, source: SourceEntry) -> str:
        cited = self.citation(source.citation, full_title=True)
        if source.citation.symbol is None:
            return cited
        texts = self.texts(source.citation.language)
        return texts.pgettext("source with title", "{citation}, “{title}”").format(
            citation=cited, title=source.title
        )


def kind_word(kind: Kind | None, texts: Texts) -> str:
    """What a paragraph without a label is called by its kind; "" where that says nothing."""
    named = _KINDS.get(kind) if kind else None
    return named(texts) if named else ""


def paragraph_word(label: str | None, kind: Kind | None, language: str, texts: Texts) -> str:
    """What a paragraph is called: by its label as `language` writes it, else by its kind."""
    return local_label(label, language) if label else kind_word(kind, texts)


def _listed(languages: tuple[str, ...], texts: Texts) -> str:
    first = texts.language_name(languages[0])
    others = [texts.language_name(code, inside=True) for code in languages[1:]]
    return ", ".join([first, *others])


def _row_label(row: TextRow, texts: Texts) -> str:
    return paragraph_word(row.label, row.kind, texts.language, texts)


def _tags(tags: tuple[str, ...]) -> str:
    return " ".join("#" + tag for tag in tags)
