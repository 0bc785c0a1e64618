"""Results as people read them in a terminal: documents, hits, annotations, the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefer.app.concordance_words import source_words, summary_words
from briefer.app.health_words import finding_sentence
from briefer.app.model import DocumentSummary, Imported, ImportStatus, LibraryInfo
from briefer.app.short_words import short_title, stance_word
from briefer.app.texts import Texts
from briefer.core.annotation import Annotation, Target
from briefer.core.concordance.lines import Concordance
from briefer.core.document import Span
from briefer.core.findings import CheckReport
from briefer.core.hits import DocumentHits, Hit, NoteHit, SearchResults

ID_SHOWN = 8
_CONTEXT = 60
_QUOTE = 90
_FACET_VALUES = 8
_KWIC = 42


def documents_page(summaries: Iterable[DocumentSummary], texts: Texts) -> str:
    """A line of facts and a line of title for each document."""
    summaries = list(summaries)
    called = {item.id: item.symbol or item.id[:ID_SHOWN] for item in summaries}
    shown = []
    for item in summaries:
        facts = [item.id[:ID_SHOWN], item.symbol or "–", " ".join(item.languages)]
        facts += [item.date.isoformat()] if item.date else []
        facts += [item.organ] if item.organ else []
        if newer := item.standing.superseded_by:
            facts.append(texts.gettext("superseded by {symbol}").format(symbol=called[newer]))
        shown.append(f"{'  '.join(facts)}\n    {short_title(item.title, 100)}")
    return "\n".join(shown)


def imported_page(imported: Iterable[Imported], texts: Texts) -> str:
    """A line for each path that is in the library now."""
    words: Mapping[ImportStatus, str] = {
        ImportStatus.NEW: texts.pgettext("import", "new"),
        ImportStatus.KNOWN: texts.pgettext("import", "known already"),
        ImportStatus.VERSION: texts.pgettext("import", "added as a version"),
    }
    return "\n".join(
        f"{(item.id or '')[:ID_SHOWN]}  {words[item.status]}: {item.path}"
        for item in imported
        if item.status in words
    )


def hits_page(found: Iterable[DocumentHits], texts: Texts) -> str:
    """Each document with its passages, what was found between brackets, counterparts beneath."""
    shown = []
    for document in found:
        name = document.symbol or short_title(document.title)
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
    lines = [f"  {hit.language} {_place(hit.label, hit.index)}: {sign}{excerpt(hit.text, hit.marks)}"]
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


def annotations_page(documents: Iterable[tuple[str, Sequence[Annotation]]], texts: Texts) -> str:
    """Each document's title with its annotations in reading order."""
    shown = []
    for title, group in documents:
        shown.append(short_title(title, 100))
        for annotation in group:
            shown += _annotation(annotation, texts)
        shown.append("")
    return "\n".join(shown).rstrip("\n")


def _annotation(annotation: Annotation, texts: Texts) -> list[str]:
    stance = [stance_word(annotation.stance, texts)] if annotation.stance else []
    remarks = [annotation.id[:ID_SHOWN], *stance, *("#" + tag for tag in annotation.tags)]
    lines = ["  " + "  ".join(remarks)]
    lines += [f"    {_target(target)}" for target in annotation.targets]
    lines += [f"    > {line}" for line in annotation.note.split("\n") if line.strip()]
    return lines


def _target(target: Target) -> str:
    quote = " ".join(target.quote.split())
    return f"{target.language} {_place(target.label, target.index)}: “{short_title(quote, _QUOTE)}”"


def _place(label: str | None, index: int) -> str:
    return label or f"[{index}]"


def import_summary(imported: Iterable[Imported], texts: Texts) -> str:
    """How many files were what."""
    counts = Counter(item.status for item in imported)
    parts = (
        (ImportStatus.NEW, texts.pgettext("import count", "new: {count}")),
        (ImportStatus.VERSION, texts.pgettext("import count", "versions: {count}")),
        (ImportStatus.KNOWN, texts.pgettext("import count", "known already: {count}")),
        (ImportStatus.REFUSED, texts.pgettext("import count", "refused: {count}")),
    )
    return ", ".join(words.format(count=counts[status]) for status, words in parts if counts[status])


def library_page(info: LibraryInfo, texts: Texts) -> str:
    """What the library holds and where it is."""
    megabytes = f"{info.size / 1_000_000:.1f}"
    last = texts.date(info.last_backup.astimezone().date()) if info.last_backup else ""
    backups = texts.gettext("{count}, the last of {date}").format(count=info.backups, date=last)
    return _table(
        (
            (texts.gettext("Folder"), str(info.folder)),
            (texts.gettext("Documents"), str(info.documents)),
            (texts.gettext("In the trash"), str(info.removed)),
            (texts.gettext("Paragraphs"), str(info.paragraphs)),
            (texts.gettext("Annotations"), str(info.annotations)),
            (texts.gettext("Size"), texts.gettext("{megabytes} MB").format(megabytes=megabytes)),
            (texts.gettext("Backups"), backups if info.backups else texts.gettext("none")),
            (texts.gettext("Schema"), info.schema),
        )
    )


def check_page(report: CheckReport, texts: Texts) -> str:
    """What was looked at, and what is wrong with it."""
    counts = _table(
        (
            (texts.gettext("Documents"), str(report.documents)),
            (texts.gettext("Original files"), str(report.files)),
            (texts.gettext("In the index"), str(report.indexed)),
            (texts.gettext("Good backups"), str(report.backups)),
        )
    )
    told = [finding_sentence(each, texts) for each in (*report.findings, *report.remarks)]
    if report.well:
        told.append(texts.gettext("All is well."))
    return "\n".join([counts, *told])


def _table(lines: Sequence[tuple[str, str]]) -> str:
    width = max(len(name) for name, _ in lines) + 2
    return "\n".join(f"{name + ':':<{width}}{value}" for name, value in lines)
