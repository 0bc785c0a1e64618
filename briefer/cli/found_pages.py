"""What was found as people read it in a terminal: hits, facets, concordances."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefer.app.concordance_words import source_words, summary_words
from briefer.app.short_words import short_title
from briefer.app.texts import Texts
from briefer.cli.pages import ID_SHOWN, place
from briefer.core.concordance.lines import Concordance
from briefer.core.document import Span
from briefer.core.hits import DocumentHits, Hit, NoteHit, SearchResults

_CONTEXT = 60
_FACET_VALUES = 8
_KWIC = 42


def hits_page(found: Iterable[DocumentHits], texts: Texts) -> str:
    """Each document with its passages, what was found between brackets, counterparts beneath."""
    shown = []
    for document in found:
        name = document.symbol or short_title(document.called(texts.language))
        count = max(document.count, len(document.hits))
        counted = texts.ngettext("{count} passage", "{count} passages", count).format(count=count)
        shown.append(f"{document.id[:ID_SHOWN]}  {name}  ({counted})")
        for hit in document.hits:
            shown += _hit(hit)
        shown.append("")
    return "\n".join(shown).rstrip("\n")


def note_hits_page(notes: Iterable[NoteHit], texts: Texts) -> str:
    """Each briefing note that answers, with its first place."""
    lines = [texts.gettext("Briefing notes")]
    for note in notes:
        lines.append(f"  {note.id[:ID_SHOWN]}  {short_title(note.title)}")
        lines.append(f"      {excerpt(note.text, note.marks)}")
    return "\n".join(lines)


def facets_page(results: SearchResults, texts: Texts) -> str:
    """How many documents and passages answer, and of which organs, sessions, years, languages and kinds."""
    headings = {
        "organ": texts.gettext("Organs"),
        "session": texts.gettext("Sessions"),
        "year": texts.gettext("Years"),
        "language": texts.gettext("Languages"),
        "kind": texts.gettext("Kinds of passage"),
    }
    documents = texts.ngettext("{count} document", "{count} documents", results.total)
    lines = [documents.format(count=results.total)]
    lines += [
        f"  {headings[name]}: " + ", ".join(f"{value} ({count})" for value, count in values[:_FACET_VALUES])
        for name, values in results.facets.items()
        if values
    ]
    return "\n".join(lines)


def _hit(hit: Hit) -> list[str]:
    sign = "" if hit.literal else "≈ "
    lines = [f"  {hit.language} {place(hit.label, hit.index)}: {sign}{excerpt(hit.text, hit.marks)}"]
    if hit.note:
        lines.append(f"      > {excerpt(hit.note, hit.note_marks)}")
    if hit.counterpart:
        lines.append(f"      ↔ {excerpt(hit.counterpart, hit.counterpart_marks)}")
    return lines


def excerpt(text: str, marks: Sequence[Span]) -> str:
    """The surroundings of the first mark on one line, every mark in it between brackets."""
    first = marks[0] if marks else Span(0, 0)
    start = max(0, first.start - _CONTEXT)
    start = text.find(" ", start, first.start) + 1 or start if start else 0
    end = min(len(text), first.end + 2 * _CONTEXT)
    end = text.rfind(" ", first.end, end) if end < len(text) and " " in text[first.end : end] else end
    parts, place = [], start
    for mark in marks:
        if mark.end <= end:
            parts += [text[place : mark.start], "[", text[mark.start : mark.end], "]"]
            place = mark.end
    shown = " ".join("".join([*parts, text[place:end]]).split())
    return ("…" if start else "") + shown + ("…" if end < len(text) else "")


def concordance_page(concordance: Concordance, texts: Texts) -> str:
    """How many places and counterpart terms there are, then each place, the terms beneath each other."""
    shown = [summary_words(concordance, texts)]
    if concordance.counts:
        counts = [f"{count.count}× {count.term}" for count in concordance.counts]
        if concordance.unanswered:
            without = texts.gettext("no counterpart made out")
            counts.append(f"{concordance.unanswered}× {without}")
        shown.append(", ".join(counts))
    shown.append("")
    for line in concordance.lines:
        left, right = line.left(_KWIC), line.right(_KWIC)
        shown.append(f"{left:>{_KWIC + 1}}[{line.written}]{right}".rstrip())
        if line.counterpart:
            shown.append(f"    ↔ {excerpt(line.counterpart, line.counterpart_marks)}")
        shown.append(f"    {line.document_id[:ID_SHOWN]}  {source_words(line)}")
    return "\n".join(shown)
