"""The history of alignments in the library's database."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from briefer.core.bitext import Bead, Origin
from briefer.core.corrections import Correction, Operation, Patch
from briefer.store.schema import corrections


class CorrectionStore:
    """Reads and writes corrections over connections that the caller opens.

    A document's history is a row of steps; those undone stand at its end.
    """

    def add(self, connection: Connection, document_id: str, correction: Correction, patch: Patch) -> None:
        """Append a step; those undone are gone for good."""
        connection.execute(delete(corrections).where(_of(document_id), corrections.c.undone))
        last = connection.scalar(select(func.max(corrections.c.number)).where(_of(document_id)))
        connection.execute(
            insert(corrections).values(
                document_id=document_id,
                number=0 if last is None else last + 1,
                made=datetime.datetime.now(datetime.UTC).isoformat(),
                operation=correction.operation,
                left=list(correction.left),
                right=list(correction.right),
                start=patch.start,
                removed=_values(patch.removed),
                inserted=_values(patch.inserted),
                undone=False,
            )
        )

    def step_back(self, connection: Connection, document_id: str) -> Patch | None:
        """Mark the last step as undone; the patch that takes it back, None without a step."""
        found = self._turn(connection, document_id, undone=True)
        return found.reversed() if found else None

    def step_forward(self, connection: Connection, document_id: str) -> Patch | None:
        """Mark the first step that is undone as done again; its patch, None without one."""
        return self._turn(connection, document_id, undone=False)

    def history(self, connection: Connection, document_id: str) -> tuple[list[Correction], list[Correction]]:
        """What was done, oldest first, and what was undone, in the order in which it is redone."""
        rows = connection.execute(select(corrections).where(_of(document_id)).order_by(corrections.c.number))
        done, undone = list[Correction](), list[Correction]()
        for row in rows.mappings():
            step = Correction(Operation(row["operation"]), tuple(row["left"]), tuple(row["right"]))
            (undone if row["undone"] else done).append(step)
        return done, undone

    def clear(self, connection: Connection, document_id: str) -> None:
        connection.execute(delete(corrections).where(_of(document_id)))

    def _turn(self, connection: Connection, document_id: str, *, undone: bool) -> Patch | None:
        number = corrections.c.number
        chosen = select(corrections).where(_of(document_id), corrections.c.undone == (not undone))
        row = (
            connection.execute(chosen.order_by(number.desc() if undone else number).limit(1))
            .mappings()
            .first()
        )
        if row is None:
            return None
        connection.execute(
            update(corrections).where(_of(document_id), number == row["number"]).values(undone=undone)
        )
        return Patch(row["start"], _beads(row["removed"]), _beads(row["inserted"]))


def _of(document_id: str) -> ColumnElement[bool]:
    return corrections.c.document_id == document_id


def _values(made: Sequence[Bead]) -> list[list[Any]]:
    return [[list(bead.left), list(bead.right), bead.confidence, bead.origin] for bead in made]


def _beads(values: Sequence[Sequence[Any]]) -> tuple[Bead, ...]:
    return tuple(
        Bead(tuple(left), tuple(right), confidence, Origin(origin))
        for left, right, confidence, origin in values
    )
