"""The state of the library as people read it in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefer.app.health_words import finding_sentence
from briefer.app.model import DocumentSummary, LibraryInfo
from briefer.app.short_words import short_title
from briefer.app.texts import Texts
from briefer.cli.pages import ID_SHOWN
from briefer.core.findings import CheckReport
from briefer.core.folders import Folder, path_names

if TYPE_CHECKING:
    from briefer.store.trash import Removed


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


def folders_page(folders: Sequence[Folder], summaries: Iterable[DocumentSummary], texts: Texts) -> str:
    """The way to each folder from the top, and how many documents are in it."""
    known = {folder.id: folder for folder in folders}
    counts = Counter(folder for summary in summaries for folder in summary.folders)
    lines = []
    for path, identity in sorted((path_names(known, folder.id), folder.id) for folder in folders):
        count = texts.ngettext("{count} document", "{count} documents", counts[identity])
        lines.append(f"{'/'.join(path)}  ({count.format(count=counts[identity])})")
    return "\n".join(lines)


def trash_page(entries: Iterable[Removed], texts: Texts) -> str:
    """When each document was removed, its symbol and its title."""
    return "\n".join(
        f"{each.id[:ID_SHOWN]}  {each.symbol or '–'}  {texts.moment(each.removed.astimezone())}\n"
        f"    {short_title(each.called(texts.language), 100)}"
        for each in entries
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
