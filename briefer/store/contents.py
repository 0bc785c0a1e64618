"""What of the library is searched, as the index takes it from the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, Table, select

from briefer.core.wordforms import WordForms
from briefer.store.inverted.segment import HEAD, Indexed, Row
from briefer.store.lemmas import recall_words
from briefer.store.schema import documents, paragraphs
from briefer.store.words import word_counts

_NO_LANGUAGE = "-"
_AT_ONCE = 1000  # paragraphs held in memory with their texts


class Contents:
    """The library over a connection, as `briefer.store.index` has it."""

    def __init__(self, connection: Connection, forms: WordForms) -> None:
        self._connection = connection
        self._forms = forms
        self._stems: dict[str, str] = {}  # of the words that were taken

    @cached_property
    def generation(self) -> int:
        return int(self._connection.exec_driver_sql("SELECT generation FROM library").scalar_one())

    def generations(self) -> dict[str, int]:
        """By document id, newest first."""
        listed = select(documents.c.id, documents.c.generation).where(documents.c.removed.is_(None))
        found = self._connection.execute(listed.order_by(documents.c.added.desc(), documents.c.id))
        return {row.id: row.generation for row in found}

    def taken(self, document_ids: Sequence[str]) -> Iterator[Indexed]:
        """One at a time is in memory."""
        names = ("id", "generation", "head", "symbol", "title", "organ")
        chosen = documents.c.id.in_(document_ids)
        found = self._connection.execute(select(*named(documents, names)).where(chosen))
        heads = {row.id: row for row in found}
        columns = ("document_id", "language", "number", "kind", "label", "stems", "text")
        listed = select(*named(paragraphs, columns)).where(paragraphs.c.document_id.in_(document_ids))
        order = (paragraphs.c.document_id, paragraphs.c.language, paragraphs.c.number)
        rows = self._connection.execute(listed.order_by(*order), execution_options={"yield_per": _AT_ONCE})
        for identity, group in groupby(rows, key=itemgetter(0)):
            yield self._indexed(heads.pop(identity), group)
        for head in heads.values():
            yield self._indexed(head, ())

    def _indexed(self, head: Any, found: Iterable[Any]) -> Indexed:
        rows = [Row(_NO_LANGUAGE, -1, HEAD, None, head.head)]
        texts = [f"{head.title}\n{head.organ or ''}"]
        for row in found:
            rows.append(Row(*row[1:6]))
            texts.append(row[6])
        words = word_counts("\n".join(texts))
        fresh = words.keys() - self._stems.keys()
        recall_words(self._connection, self._forms, self._forms.unmet(fresh))
        self._stems.update((word, self._forms.stem(word)) for word in fresh)
        return Indexed(head.id, head.generation, rows, words, {word: self._stems[word] for word in words})


def named(table: Table, names: Iterable[str]) -> list[Column[Any]]:
    """The columns of these names."""
    return [table.c[name] for name in names]
