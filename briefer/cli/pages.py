"""Results as people read them in a terminal: documents, what was imported, annotations.

`briefer list` must be quick, so what few commands show stands elsewhere: `found_pages`, `care_pages`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from briefer.app.model import DocumentSummary, Imported, ImportStatus
from briefer.app.short_words import short_title, stance_word
from briefer.app.texts import Texts
from briefer.core.annotation import Annotation, Target

ID_SHOWN = 8
_QUOTE = 90


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
        shown.append(f"{'  '.join(facts)}\n    {short_title(item.called(texts.language), 100)}")
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
    return f"{target.language} {place(target.label, target.index)}: “{short_title(quote, _QUOTE)}”"


def place(label: str | None, index: int) -> str:
    """A paragraph by its label, else by its index."""
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
