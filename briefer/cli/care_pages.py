"""The state of the library as people read it in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.app.health_words import finding_sentence
from briefer.app.model import LibraryInfo
from briefer.app.texts import Texts
from briefer.core.findings import CheckReport


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
