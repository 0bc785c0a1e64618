"""Briefing notes: composed from a document and its annotations, written to a file.

What a note holds is in `briefer.core.briefing`, its words are in `briefer.app.wording`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.app.wording import Wording
from briefer.core.annotation import Annotation
from briefer.core.briefing import BriefingNote, NoteHeader, compose
from briefer.core.errors import ExportFailed, ExportUnsupported, LanguageAbsent, NotYet
from briefer.core.masthead import Masthead
from briefer.core.structure.organs import organ_named
from briefer.formats.writers.note_page import NotePage
from briefer.formats.writers.private_file import write_private

SUFFIXES = (".docx", ".html", ".md")
PROMISED = (".pdf", ".odt")
BOTH = "both"


def today() -> datetime.date:
    """The day on this computer's calendar."""
    return datetime.datetime.now().astimezone().date()


class BriefingNotes:
    """Composes and writes notes. `speak` gives the catalogue of a language."""

    def __init__(self, speak: Callable[[str], Texts], day: Callable[[], datetime.date] = today) -> None:
        self._wording = Wording(speak)
        self._day = day

    def header(
        self, opened: OpenDocument, language: str = "en", *, mark: str = "", author: str = ""
    ) -> NoteHeader:
        """What the document itself tells of the header, in words of `language`; to be edited."""
        texts, masthead = self._wording.texts(language), opened.document.masthead
        return NoteHeader(
            mark=mark,
            subject=opened.document.title(language),
            session=_session(masthead, texts),
            agenda_item=masthead.agenda_item or "",
            symbols=(masthead.symbol,) if masthead.symbol else (),
            author=author,
            date=self._day(),
            language=texts.language,
        )

    def compose(
        self, opened: OpenDocument, annotations: Iterable[Annotation], header: NoteHeader, language: str
    ) -> BriefingNote:
        """A note that quotes `language`: "ru", "en" (or another), or "both".

        Raises LanguageAbsent when the document has no such version.
        """
        document = opened.document
        if language == BOTH:
            bitext = document.bitext
            languages = (bitext.left, bitext.right) if bitext else document.languages[:1]
        elif language in document.languages:
            languages = (language,)
        else:
            raise LanguageAbsent(language=language)
        return compose(document, annotations, header, languages)

    def page(self, note: BriefingNote) -> NotePage:
        """The note in words, as it is printed."""
        return self._wording.page(note)

    def check(self, path: Path) -> None:
        """Raise ExportUnsupported or NotYet unless notes can be written under this name."""
        suffix = path.suffix.lower()
        if suffix in PROMISED:
            raise NotYet(what=suffix)
        if suffix not in SUFFIXES:
            raise ExportUnsupported(suffix=suffix or path.name, known=SUFFIXES)

    def write(self, note: BriefingNote, path: Path) -> None:
        """Write the note in the format that the suffix of `path` names.

        A file that is there is replaced when the new one is safely on disk, or not at all.
        Raises ExportUnsupported, NotYet or ExportFailed.
        """
        self.check(path)
        content = self._rendered(self.page(note), path.suffix.lower())
        try:
            write_private(path, content)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ExportFailed(path=str(path), reason=reason) from error

    def _rendered(self, page: NotePage, suffix: str) -> bytes:
        if suffix == ".docx":
            from briefer.app.resources import resource
            from briefer.formats.writers.note_docx import render_docx

            return render_docx(page, resource("templates", "briefing-note.docx"))
        if suffix == ".html":
            from briefer.app.resources import resource
            from briefer.formats.writers.note_html import render_html

            return render_html(page, resource("templates", "briefing-note.html")).encode("utf-8", "replace")
        from briefer.formats.writers.note_markdown import render_markdown

        return render_markdown(page).encode("utf-8", "replace")


_PLACES: Mapping[str, Callable[[Texts], str]] = {
    "Vienna": lambda t: t.pgettext("place", "Vienna"),
    "Geneva": lambda t: t.pgettext("place", "Geneva"),
    "New York": lambda t: t.pgettext("place", "New York"),
    "Nairobi": lambda t: t.pgettext("place", "Nairobi"),
}


def _session(masthead: Masthead, texts: Texts) -> str:
    """Organ, session, place and dates of the meeting, as far as the masthead tells."""
    session = texts.gettext("session {number}").format(number=masthead.session) if masthead.session else ""
    dates = texts.days(*masthead.meeting_dates) if masthead.meeting_dates else ""
    organ = organ_named(masthead.organ) if masthead.organ else None
    name = organ.russian if organ and texts.language == "ru" else masthead.organ or ""
    known = _PLACES.get(masthead.place or "")
    place = known(texts) if known else masthead.place or ""
    return ", ".join(part for part in (name, session, place, dates) if part)
