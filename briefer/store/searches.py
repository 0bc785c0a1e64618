"""Searches that a person keeps under a name, and those that were asked last."""

from __future__ import annotations

import datetime
import uuid

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from briefer.core.errors import SearchUnknown
from briefer.core.searches import PastSearch, SavedSearch
from briefer.store.documents import moment
from briefer.store.schema import saved_searches, search_history
from briefer.store.transactions import Transactions

MOST_PAST = 200


class SearchesStore:
    """Every method has its changes on disk when it returns, and raises LibraryError."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def saved(self) -> list[SavedSearch]:
        """In the order that the person gave them."""
        with self._transactions.reading() as connection:
            return _saved(connection)

    def save(self, name: str, query: str) -> SavedSearch:
        """Keep a query under a name, after the others; a name that is there gets the new query."""
        with self._transactions.writing() as connection:
            known = next((search for search in _saved(connection) if search.name == name), None)
            if known is not None:
                chosen = saved_searches.c.id == known.id
                connection.execute(update(saved_searches).where(chosen).values(query=query))
                return SavedSearch(known.id, name, query)
            last = connection.scalar(select(func.max(saved_searches.c.position)))
            made = SavedSearch(uuid.uuid4().hex, name, query)
            values = {"id": made.id, "name": name, "query": query, "created": moment()}
            connection.execute(
                insert(saved_searches).values(**values, position=0 if last is None else last + 1)
            )
            return made

    def rename(self, search_id: str, name: str) -> None:
        """Raises SearchUnknown."""
        with self._transactions.writing() as connection:
            chosen = update(saved_searches).where(saved_searches.c.id == search_id)
            if connection.execute(chosen.values(name=name)).rowcount == 0:
                raise SearchUnknown(id=search_id)

    def arrange(self, ids: list[str]) -> None:
        """Put those with these ids first, in this order."""
        with self._transactions.writing() as connection:
            others = [search.id for search in _saved(connection) if search.id not in ids]
            for position, identity in enumerate([*ids, *others]):
                chosen = update(saved_searches).where(saved_searches.c.id == identity)
                connection.execute(chosen.values(position=position))

    def delete(self, search_id: str) -> None:
        """Raises SearchUnknown."""
        with self._transactions.writing() as connection:
            chosen = delete(saved_searches).where(saved_searches.c.id == search_id)
            if connection.execute(chosen).rowcount == 0:
                raise SearchUnknown(id=search_id)

    def past(self, most: int = MOST_PAST) -> list[PastSearch]:
        """What was asked, last first."""
        with self._transactions.reading() as connection:
            order = (search_history.c.asked.desc(), search_history.c.query)
            columns = (search_history.c.query, search_history.c.asked, search_history.c["count"])
            return [
                PastSearch(query, datetime.datetime.fromisoformat(asked), count)
                for query, asked, count in connection.execute(select(*columns).order_by(*order).limit(most))
            ]

    def asked(self, query: str) -> None:
        """Remember that a query was asked; of all only the latest are kept."""
        with self._transactions.writing() as connection:
            now = moment()
            fresh = insert(search_history).values(query=query, asked=now, count=1)
            again = {"asked": now, "count": search_history.c["count"] + 1}
            connection.execute(fresh.on_conflict_do_update(index_elements=["query"], set_=again))
            order = (search_history.c.asked.desc(), search_history.c.query)
            kept = select(search_history.c.query).order_by(*order).limit(MOST_PAST)
            connection.execute(delete(search_history).where(search_history.c.query.not_in(kept)))

    def forget(self, query: str | None = None) -> None:
        """Forget one query, or all."""
        with self._transactions.writing() as connection:
            gone = delete(search_history)
            connection.execute(gone if query is None else gone.where(search_history.c.query == query))


def _saved(connection: Connection) -> list[SavedSearch]:
    order = (saved_searches.c.position, saved_searches.c.created)
    rows = connection.execute(select(saved_searches).order_by(*order))
    return [SavedSearch(row.id, row.name, row.query) for row in rows]
