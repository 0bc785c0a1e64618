"""A concordance in words: its heading, where its lines stand, and its export to a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.app.short_words import short_title
from briefer.app.texts import Texts
from briefer.core.citation import cite_line, local_label
from briefer.core.concordance.lines import Concordance, KwicLine
from briefer.core.errors import ExportUnsupported

if TYPE_CHECKING:
    from briefer.formats.writers.concordance_html import ConcordanceWords

SUFFIXES = (".html", ".csv", ".json")
_TITLE = 40


def source_words(line: KwicLine) -> str:
    """Where a line stands: E/CN.7/2025/L.4, 12 (a)."""
    name = line.symbol or short_title(line.title, _TITLE)
    return f"{name}, {local_label(line.label, line.language)}" if line.label else name


def summary_words(concordance: Concordance, texts: Texts) -> str:
    """How many lines in how many documents, and whether there are more."""
    shown, total = len(concordance.lines), concordance.total
    language = texts.language_name(concordance.language, inside=True)
    places = texts.ngettext("{count} place", "{count} places", total).format(count=total)
    documents = texts.ngettext("in {count} document", "in {count} documents", concordance.documents).format(
        count=concordance.documents
    )
    told = f"{places} {documents} ({language})"
    if shown < total:
        told += " · " + texts.gettext("the first {count} are shown").format(count=shown)
    return told


def page_words(concordance: Concordance, texts: Texts) -> ConcordanceWords:
    """What the HTML page says in its own words."""
    from briefer.formats.writers.concordance_html import ConcordanceWords

    return ConcordanceWords(
        language=texts.language,
        title=texts.gettext("Concordance of “{term}”").format(term=concordance.term),
        key=summary_words(concordance, texts) if concordance.lines else texts.gettext("Nothing was found."),
        source=texts.gettext("Passage"),
        context=texts.gettext("In context"),
        counterpart=texts.gettext("Counterpart"),
        unanswered=texts.gettext("no counterpart made out"),
        sources=[source_words(line) for line in concordance.lines],
    )


def written(concordance: Concordance, form: str, texts: Texts) -> str:
    """The concordance as `form`: "json", "csv" or "html"."""
    if form == "csv":
        from briefer.formats.writers.concordance_csv import concordance_csv

        return concordance_csv(concordance.lines, _citations(concordance, texts))
    if form == "html":
        from briefer.formats.writers.concordance_html import concordance_html

        return concordance_html(concordance, page_words(concordance, texts))
    import json

    from briefer.formats.writers.concordance_json import concordance_values

    values = concordance_values(concordance, _citations(concordance, texts))
    return json.dumps(values, ensure_ascii=False) + "\n"


def _citations(concordance: Concordance, texts: Texts) -> list[str]:
    """How each line is cited, in the language of what it cites."""
    from briefer.app.wording import Wording

    wording = Wording(texts.speaking)
    return [wording.citation(cite_line(line)) for line in concordance.lines]


def export_concordance(concordance: Concordance, path: Path, texts: Texts) -> None:
    """Write it to `path`, in the form that its ending says; what was there is replaced as a whole.

    Raises ExportUnsupported and OSError.
    """
    forms: Mapping[str, str] = {suffix: suffix[1:] for suffix in SUFFIXES}
    form = forms.get(path.suffix.lower())
    if form is None:
        raise ExportUnsupported(suffix=path.suffix, known=", ".join(SUFFIXES))
    from briefer.formats.writers.private_file import write_private

    # Spreadsheets take a file without this mark for one in the system's own encoding.
    encoding = "utf-8-sig" if form == "csv" else "utf-8"
    write_private(path, written(concordance, form, texts).encode(encoding, "replace"))
