"""What a check of the library has found, as sentences that say what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefer.app.messages import SENTENCES
from briefer.app.texts import Texts
from briefer.core.findings import Finding

Sentence = Callable[[Texts], str]

FINDINGS: Mapping[str, Sentence] = {
    "database-damaged": lambda t: t.gettext(
        "The database is damaged inside ({detail}). Restore a backup by “briefer library restore”."
    ),
    "reference-broken": lambda t: t.gettext(
        "A row of the table {table} belongs to one of {other} that is not there. "
        "Restore a backup by “briefer library restore”."
    ),
    "table-missing": lambda t: t.gettext(
        "The database has no table {table}. Restore a backup by “briefer library restore”."
    ),
    "document-unreadable": lambda t: t.gettext(
        "What is saved of “{title}” ({id}) cannot be read. Restore a backup by “briefer library restore”."
    ),
    "document-altered": lambda t: t.gettext(
        "The text or description of “{title}” ({id}) is not as it was saved. "
        "Read its file anew, or restore a backup by “briefer library restore”."
    ),
    "paragraphs-missing": lambda t: t.gettext(
        "Paragraphs of “{title}” ({id}) are missing. Restore a backup by “briefer library restore”."
    ),
    "beads-wrong": lambda t: t.gettext(
        "The alignment of “{title}” ({id}) does not hold every paragraph once. "
        "Restore the automatic alignment in the window."
    ),
    "beads-altered": lambda t: t.gettext(
        "The alignment of “{title}” ({id}) is not as it was saved. "
        "Look at it, or restore the automatic alignment in the window."
    ),
    "words-wrong": lambda t: t.gettext(
        "The words kept for searching “{title}” ({id}) do not fit its text. Read its file anew."
    ),
    "annotation-altered": lambda t: t.gettext(
        "The annotation {id} is not as it was saved. "
        "Look at it, or restore a backup by “briefer library restore”."
    ),
    "annotations-unreadable": lambda t: t.gettext(
        "Annotations cannot be read. Restore a backup by “briefer library restore”."
    ),
    "file-missing": lambda t: t.gettext(
        "The original file {name} is missing from files/. Import it again; "
        "what was read from it is still there."
    ),
    "file-altered": lambda t: t.gettext(
        "The original file {name} in files/ is not as it was. Delete it and import the file again."
    ),
    "file-orphaned": lambda t: t.gettext(
        "The file {name} in files/ belongs to no document and no backup. It can be deleted."
    ),
    "backup-damaged": lambda t: t.gettext(
        "The backup {name} is damaged. Delete it, and make another one by “briefer library backup”."
    ),
    "index-wrong": lambda t: t.gettext(
        "The search index does not fit the documents. Build it anew by “briefer library rebuild-index”."
    ),
    "index-renewed": lambda t: t.gettext("The search index was behind or damaged and has been built again."),
}


def finding_sentence(finding: Finding, texts: Texts) -> str:
    """One or two sentences; an unknown code is shown as it is."""
    sentence = FINDINGS.get(finding.code) or SENTENCES.get(finding.code)
    if sentence is None:
        return finding.code
    return sentence(texts).format_map({name: str(value) for name, value in finding.params.items()})
