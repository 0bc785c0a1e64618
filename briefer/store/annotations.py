"""Annotations in the library's database: from value to rows and back."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, delete, insert, select, update

from briefer.core.annotation import Anchor, Annotation, Color, Scope, Stance, Status, Target
from briefer.store import schema
from briefer.store.digests import annotation_digest

Row = RowMapping


class AnnotationStore:
    """Reads and writes annotations over connections that the caller opens."""

    def all(self, connection: Connection, document_id: str | None = None) -> list[Annotation]:
        """The annotations of one document, or of all, oldest first. ValueError on damaged rows."""
        chosen = select(schema.annotations)
        if document_id is not None:
            chosen = chosen.where(schema.annotations.c.document_id == document_id)
        else:
            chosen = chosen.join(schema.documents).where(schema.documents.c.removed.is_(None))
        return self._all(connection, chosen, document_id)

    def _all(self, connection: Connection, chosen: Select[Any], document_id: str | None) -> list[Annotation]:
        chosen = chosen.order_by(schema.annotations.c.created, schema.annotations.c.id)
        heads = connection.execute(chosen).mappings().all()
        targets = self._parts(connection, schema.targets, document_id)
        tags = self._parts(connection, schema.tags, document_id)
        return [_annotation(head, targets[head["id"]], tags[head["id"]]) for head in heads]

    def seal(self, connection: Connection) -> None:
        """Reckon the digests of all annotations anew. Raises ValueError on damaged rows."""
        for annotation in self._all(connection, select(schema.annotations), None):
            digest = annotation_digest(_in_utc(annotation))
            chosen = schema.annotations.c.id == annotation.id
            connection.execute(update(schema.annotations).where(chosen).values(digest=digest))

    def damaged(self, connection: Connection) -> list[tuple[str, str]]:
        """Id and document's id of the annotations that are not as they were written.

        Raises ValueError on rows that make no value.
        """
        saved = {row.id: row.digest for row in connection.execute(select(schema.annotations))}
        every = self._all(connection, select(schema.annotations), None)
        return [
            (each.id, each.document_id)
            for each in every
            if saved[each.id] is not None and saved[each.id] != annotation_digest(_in_utc(each))
        ]

    def add(self, connection: Connection, annotation: Annotation) -> None:
        """Save a new annotation. Raises IntegrityError when its id or document is wrong."""
        connection.execute(insert(schema.annotations).values(id=annotation.id, **_values(annotation)))
        self._write_parts(connection, annotation)

    def replace(self, connection: Connection, annotation: Annotation) -> bool:
        """Put `annotation` in place of the one with its id; False if there is none."""
        changed = connection.execute(
            update(schema.annotations)
            .where(schema.annotations.c.id == annotation.id)
            .values(**_values(annotation))
        )
        if changed.rowcount == 0:
            return False
        for table in (schema.targets, schema.tags):
            connection.execute(delete(table).where(table.c.annotation_id == annotation.id))
        self._write_parts(connection, annotation)
        return True

    def remove(self, connection: Connection, annotation_id: str) -> str | None:
        """Delete an annotation; returns the id of its document, None if there is none."""
        identity = schema.annotations.c.id == annotation_id
        document_id = connection.scalar(select(schema.annotations.c.document_id).where(identity))
        connection.execute(delete(schema.annotations).where(identity))
        return document_id

    def _write_parts(self, connection: Connection, annotation: Annotation) -> None:
        targets = [_target_values(annotation.id, *entry) for entry in enumerate(annotation.targets)]
        tags = [
            {"annotation_id": annotation.id, "position": position, "tag": tag}
            for position, tag in enumerate(annotation.tags)
        ]
        for table, values in ((schema.targets, targets), (schema.tags, tags)):
            if values:
                connection.execute(insert(table), values)

    def _parts(self, connection: Connection, table: Table, document_id: str | None) -> dict[str, list[Row]]:
        """The rows of `table` by annotation, in order."""
        chosen = select(table).order_by(table.c.annotation_id, table.c.position)
        if document_id is not None:
            chosen = chosen.join(schema.annotations, schema.annotations.c.id == table.c.annotation_id).where(
                schema.annotations.c.document_id == document_id
            )
        parts: dict[str, list[Row]] = defaultdict(list)
        for row in connection.execute(chosen).mappings():
            parts[row["annotation_id"]].append(row)
        return parts


def _values(annotation: Annotation) -> dict[str, Any]:
    return {
        "document_id": annotation.document_id,
        "scope": annotation.scope,
        "created": _from_moment(annotation.created),
        "modified": _from_moment(annotation.modified),
        "author": annotation.author,
        "note": annotation.note,
        "color": annotation.color,
        "stance": annotation.stance,
        "status": annotation.status,
        "anchor": annotation.anchor,
        "digest": annotation_digest(_in_utc(annotation)),
    }


def _in_utc(annotation: Annotation) -> Annotation:
    """The annotation as it will be read."""
    times = (annotation.created, annotation.modified)
    created, modified = (moment.astimezone(datetime.UTC) for moment in times)
    return replace(annotation, created=created, modified=modified)


def _target_values(annotation_id: str, position: int, target: Target) -> dict[str, Any]:
    return {
        "annotation_id": annotation_id,
        "position": position,
        "language": target.language,
        "number": target.index,
        "start": target.start,
        "end": target.end,
        "quote": target.quote,
        "label": target.label,
        "prefix": target.prefix,
        "suffix": target.suffix,
    }


def _annotation(head: Row, targets: Sequence[Row], tags: Sequence[Row]) -> Annotation:
    return Annotation(
        id=head["id"],
        document_id=head["document_id"],
        scope=Scope(head["scope"]),
        targets=tuple(_target(row) for row in targets),
        created=datetime.datetime.fromisoformat(head["created"]),
        modified=datetime.datetime.fromisoformat(head["modified"]),
        author=head["author"],
        note=head["note"],
        color=Color(head["color"]),
        tags=tuple(row["tag"] for row in tags),
        stance=Stance(head["stance"]) if head["stance"] else None,
        status=Status(head["status"]),
        anchor=Anchor(head["anchor"]),
    )


def _target(row: Row) -> Target:
    return Target(
        language=row["language"],
        index=row["number"],
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        label=row["label"],
        prefix=row["prefix"],
        suffix=row["suffix"],
    )


def _from_moment(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")
