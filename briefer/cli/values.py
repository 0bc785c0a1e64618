"""The JSON values of list, search, import and library, on which scripts may rely (resources/schemas)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from briefer.app.health_words import finding_sentence
from briefer.app.messages import describe, describe_notice
from briefer.app.model import DocumentSummary, Imported, LibraryInfo
from briefer.app.texts import Texts
from briefer.core.citation import cite_hit
from briefer.core.document import Span
from briefer.core.findings import CheckReport, Finding
from briefer.core.folders import Folder, path_names
from briefer.core.hits import DocumentHits, Hit, SearchResults

if TYPE_CHECKING:
    from briefer.app.wording import Wording
    from briefer.store.backups import Backup
    from briefer.store.trash import Removed


def summaries_value(
    summaries: Iterable[DocumentSummary], folders: Iterable[Folder] = ()
) -> list[dict[str, Any]]:
    """The documents of the library; those in folders with the names on the way to each.

    `titles` are those in languages in which a document is called otherwise than in `title`.
    """
    known = {folder.id: folder for folder in folders}
    return [
        {
            "id": summary.id,
            "title": summary.title if summary.titled else None,
            "titles": dict(summary.titles),
            "symbol": summary.symbol,
            "date": summary.date.isoformat() if summary.date else None,
            "languages": list(summary.languages),
            "organ": summary.organ,
            "session": summary.session,
            "agenda_item": summary.agenda_item,
            "place": summary.place,
            "distribution": summary.distribution,
            "added": summary.added,
            "annotations": summary.annotations,
            "family": summary.standing.family,
            "superseded_by": summary.standing.superseded_by,
            "corrected_by": [
                {"id": each.id, "languages": list(each.languages)} for each in summary.standing.corrected_by
            ],
            "folders": sorted(list(path_names(known, folder)) for folder in summary.folders),
        }
        for summary in summaries
    ]


def folders_value(folders: Sequence[Folder], summaries: Iterable[DocumentSummary]) -> list[dict[str, Any]]:
    """The folders by their names from the top, each with the ids of its documents."""
    known = {folder.id: folder for folder in folders}
    held: dict[str, list[str]] = {folder.id: [] for folder in folders}
    for summary in summaries:
        for folder in summary.folders:
            held.setdefault(folder, []).append(summary.id)
    listed = [(list(path_names(known, folder.id)), folder.id) for folder in folders]
    return [{"id": identity, "path": path, "documents": held[identity]} for path, identity in sorted(listed)]


def trash_value(entries: Iterable[Removed]) -> list[dict[str, Any]]:
    """The documents in the trash; when each came there in UTC."""
    return [
        {
            "id": each.id,
            "title": each.title,
            "titles": dict(each.titles),
            "symbol": each.symbol,
            "removed": each.removed.isoformat(),
        }
        for each in entries
    ]


def report_value(report: CheckReport, texts: Texts) -> dict[str, Any]:
    """What a check has found."""

    def told(findings: Sequence[Finding]) -> list[dict[str, Any]]:
        return [
            {
                "code": finding.code,
                "message": finding_sentence(finding, texts),
                "params": {name: str(value) for name, value in finding.params.items()},
            }
            for finding in findings
        ]

    return {
        "schema": 1,
        "well": report.well,
        "findings": told(report.findings),
        "remarks": told(report.remarks),
        "documents": report.documents,
        "files": report.files,
        "indexed": report.indexed,
        "backups": report.backups,
    }


def info_value(info: LibraryInfo, backups: Iterable[Backup]) -> dict[str, Any]:
    """What a library holds and where; its backups newest first."""
    return {
        "schema": 1,
        "folder": str(info.folder),
        "documents": info.documents,
        "paragraphs": info.paragraphs,
        "annotations": info.annotations,
        "removed": info.removed,
        "size": info.size,
        "revision": info.schema,
        "backups": [
            {
                "path": str(each.path),
                "made": each.made.isoformat(),
                "kind": each.kind,
                "documents": each.documents,
                "size": each.size,
            }
            for each in backups
        ],
    }


def imported_value(imported: Iterable[Imported], texts: Texts) -> list[dict[str, Any]]:
    """What became of each path; `message` says why one was refused."""
    return [
        {
            "path": str(item.path),
            "id": item.id,
            "status": item.status,
            "message": import_message(item, texts),
        }
        for item in imported
    ]


def import_message(item: Imported, texts: Texts) -> str | None:
    """Why a file was refused, or what is worth telling of one that was taken."""
    if item.error:
        return describe(item.error, texts)
    return describe_notice(item.notice, texts) if item.notice else None


def hits_value(found: Iterable[DocumentHits], wording: Wording) -> list[dict[str, Any]]:
    """The documents found, best first, with their hits, each with how it is cited."""
    return [
        {
            "id": document.id,
            "title": document.title if document.titled else None,
            "titles": dict(document.titles),
            "symbol": document.symbol,
            "count": document.count,
            "hits": [_hit(document, hit, wording) for hit in document.hits],
        }
        for document in found
    ]


def results_value(results: SearchResults, wording: Wording) -> dict[str, Any]:
    """The documents found, and what is to be said of all that answer."""
    return {
        "schema": 1,
        "total": results.total,
        "literal": results.literal,
        "passages": results.passages,
        "facets": {
            name: [{"value": value, "count": count} for value, count in values]
            for name, values in results.facets.items()
        },
        "suggestion": results.suggestion,
        "lacking": [
            {"field": each.field, "value": each.value, "near": list(each.near), "known": list(each.known)}
            for each in results.lacking
        ],
        "documents": hits_value(results.documents, wording),
        "notes": [
            {"id": note.id, "title": note.title, "text": note.text, "marks": _marks(note.marks)}
            for note in results.notes
        ],
    }


def _hit(document: DocumentHits, hit: Hit, wording: Wording) -> dict[str, Any]:
    return {
        "language": hit.language,
        "label": hit.label,
        "index": hit.index,
        "text": hit.text,
        "marks": _marks(hit.marks),
        "counterpart": hit.counterpart,
        "counterpart_marks": _marks(hit.counterpart_marks),
        "literal": hit.literal,
        "note": hit.note,
        "note_marks": _marks(hit.note_marks),
        "citation": wording.citation(cite_hit(document, hit)),
    }


def _marks(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
