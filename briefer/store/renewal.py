"""Documents whose words were stemmed by another method get the stems of this one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, bindparam, delete, func, select, update

from briefer.core.wordforms import WordForms
from briefer.store.documents import next_generation
from briefer.store.lemmas import recall, remember
from briefer.store.rows import head_text
from briefer.store.schema import documents, lemmas, paragraphs
from briefer.store.transactions import Transactions

_BATCH = 20  # documents in one transaction

Report = Callable[[float], None]


class Renewal:
    """Renews the stems of documents that were saved when words were stemmed by another method."""

    def __init__(self, transactions: Transactions, forms: WordForms) -> None:
        self._transactions = transactions
        self._forms = forms

    def count(self, connection: Connection) -> int:
        """How many documents there are to renew."""
        counted = select(func.count()).select_from(documents)
        return int(connection.scalar(counted.where(documents.c.method != self._forms.method)) or 0)

    def renew(self, report: Report) -> None:
        """Renew them all, a few in one transaction. Raises LibraryError, and what `report` raises."""
        with self._transactions.reading() as connection:
            total = self.count(connection)
        done = 0
        while done < total:
            with self._transactions.writing() as connection:
                chosen = select(documents.c.id).where(documents.c.method != self._forms.method)
                ids = connection.scalars(chosen.limit(_BATCH)).all()
                if not ids:
                    break
                self._renew(connection, ids)
                done += len(ids)
            report(min(1.0, done / total))
        if total:
            with self._transactions.writing() as connection:
                connection.execute(delete(lemmas).where(lemmas.c.method != self._forms.method))

    def _renew(self, connection: Connection, ids: Sequence[str]) -> None:
        heads = {
            row["id"]: head_text(dict(row))
            for row in connection.execute(select(documents).where(documents.c.id.in_(ids))).mappings()
        }
        columns = (paragraphs.c[name] for name in ("document_id", "language", "number", "text"))
        listed = connection.execute(select(*columns).where(paragraphs.c.document_id.in_(ids))).all()
        recall(connection, self._forms, (*heads.values(), *(row.text for row in listed)))
        place = {
            name: paragraphs.c[name] == bindparam(f"of_{name}")
            for name in ("document_id", "language", "number")
        }
        changed = [
            {
                "of_document_id": row.document_id,
                "of_language": row.language,
                "of_number": row.number,
                "new_stems": self._forms.stems(row.text),
            }
            for row in listed
        ]
        if changed:
            renewal = update(paragraphs).where(*place.values()).values(stems=bindparam("new_stems"))
            connection.execute(renewal, changed)
        for identity, text in heads.items():
            values = {
                "head": self._forms.stems(text),
                "method": self._forms.method,
                "generation": next_generation(connection),
            }
            connection.execute(update(documents).where(documents.c.id == identity).values(**values))
        remember(connection, self._forms)
