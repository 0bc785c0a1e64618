"""How documents are named in the window: organ, session, dates, languages."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.core.document import Document, Translation
from briefer.core.masthead import Masthead
from briefer.core.structure.organs import organ_named


def organ_name(organ: str, texts: Texts) -> str:
    """The organ in the language of the interface, where its name in it is known."""
    known = organ_named(organ) if texts.language == "ru" else None
    return known.russian if known else organ


def session_name(session: str, texts: Texts) -> str:
    """68th session, 68-я сессия; a session that is not just a number stands as it is."""
    return texts.gettext("{ordinal} session").format(ordinal=_ordinal(session, texts))


def group_name(summary: DocumentSummary, texts: Texts) -> str:
    """The organ and session under which the library lists a document, "" for neither."""
    parts = [organ_name(summary.organ, texts)] if summary.organ else []
    if summary.session:
        parts.append(session_name(summary.session, texts))
    return ", ".join(parts)


def group_heading(summaries: Sequence[DocumentSummary], texts: Texts) -> str:
    """The name of a group, and where and when its session meets, as far as one of its documents tells."""
    name = group_name(summaries[0], texts) if summaries else ""
    known = next((each for each in summaries if each.meeting), None)
    if not name or known is None or known.meeting is None:
        return name
    parts = [_place(known.place, texts)] if known.place else []
    parts.append(_month(known.meeting[0], texts))
    return f"{name} · {', '.join(parts)}"


def standing_words(
    summary: DocumentSummary, others: Mapping[str, DocumentSummary], texts: Texts
) -> list[str]:
    """What is to be told of a document's standing in its family: "superseded by …", "corrected by …"."""
    words, language = [], texts.language
    newer = others.get(summary.standing.superseded_by or "")
    if newer is not None:
        words.append(
            texts.gettext("superseded by {symbol}").format(symbol=newer.symbol or newer.called(language))
        )
    for each in summary.standing.corrected_by:
        if (corrigendum := others.get(each.id)) is not None:
            names = ", ".join(texts.language_name(code, inside=True) for code in each.languages)
            told = texts.gettext("corrected by {symbol} ({languages})")
            words.append(
                told.format(symbol=corrigendum.symbol or corrigendum.called(language), languages=names)
            )
    return words


def masthead_line(masthead: Masthead, texts: Texts) -> str:
    """Everything that the masthead tells, in one line, but for the symbol."""
    parts = []
    if masthead.organ:
        parts.append(organ_name(masthead.organ, texts))
    if masthead.session:
        parts.append(session_name(masthead.session, texts))
    if meeting := meeting_words(masthead, texts):
        parts.append(meeting)
    if masthead.agenda_item:
        parts.append(texts.gettext("item {number}").format(number=masthead.agenda_item))
    if masthead.date:
        parts.append(texts.gettext("dated {date}").format(date=texts.date(masthead.date)))
    if masthead.original_languages:
        names = ", ".join(texts.language_name(code, inside=True) for code in masthead.original_languages)
        parts.append(texts.gettext("original: {languages}").format(languages=names))
    return " · ".join(parts)


def translation_badges(document: Document, texts: Texts) -> list[str]:
    """What the versions say of themselves as translations: "English: unofficial translation"."""
    said = {
        Translation.UNOFFICIAL: texts.gettext("{language}: unofficial translation"),
        Translation.OFFICIAL: texts.gettext("{language}: translation"),
    }
    return [
        said[version.translation].format(language=texts.language_name(version.language))
        for version in document.versions
        if version.translation is not None
    ]


def meeting_words(masthead: Masthead, texts: Texts) -> str:
    """Where and when the session meets: Vienna, 10–14 March 2025; "" when neither is known."""
    parts = [_place(masthead.place, texts)] if masthead.place else []
    if masthead.meeting_dates:
        parts.append(_days(*masthead.meeting_dates, texts))
    return ", ".join(parts)


def _place(place: str, texts: Texts) -> str:
    """The usual seats have names in both languages; any other stands as in the document."""
    seats = {
        "Vienna": texts.gettext("Vienna"),
        "Geneva": texts.gettext("Geneva"),
        "New York": texts.gettext("New York"),
        "Nairobi": texts.gettext("Nairobi"),
    }
    return seats.get(place, place)


def _month(day: datetime.date, texts: Texts) -> str:
    """March 2025, март 2025"""
    from babel.dates import format_date

    return format_date(day, "LLLL y", locale=texts.language)


def _days(first: datetime.date, last: datetime.date, texts: Texts) -> str:
    """10–14 March 2025, 10–14 марта 2025 г."""
    from babel.dates import format_date

    if first == last:
        return texts.date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{texts.date(last)}"
    start = (
        format_date(first, "d MMMM", locale=texts.language) if first.year == last.year else texts.date(first)
    )
    return f"{start} – {texts.date(last)}"


def _ordinal(number: str, texts: Texts) -> str:
    if not number.isdecimal():
        return number
    if texts.language == "ru":
        return f"{number}-я"
    tail = {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return number + ("th" if number[-2:] in ("11", "12", "13") else tail)
