"""What of the library is searched, as the index takes it from the database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import Column, Connection, Table, select

from briefer.core.wordforms import WordForms
from briefer.store.lemmas import recall_words
from briefer.store.passages import HEAD, Indexed, Row
from briefer.store.schema import documents, library, paragraphs
from briefer.store.words import word_counts

_NO_LANGUAGE = "-"
_AT_ONCE = 1000  # paragraphs held in memory with their texts


class Contents:
    """The library over a connection, as `briefer.store.index` has it."""

    def __init__(self, connection: Connection, forms: WordForms) -> None:
        self._connection = connection
        self._forms = forms

    @cached_property
    def generation(self) -> int:
        return int(self._connection.execute(select(library.c.generation)).scalar_one())

    def generations(self) -> dict[str, int]:
        """By document id, newest first."""
        listed = select(documents.c.id, documents.c.generation).where(documents.c.removed.is_(None))
        found = self._connection.execute(listed.order_by(documents.c.added.desc(), documents.c.id))
        return {row.id: row.generation for row in found}

    def taken(self, document_ids: Sequence[str]) -> tuple[list[Indexed], Mapping[str, str]]:
        names = ("id", "generation", "head", "symbol", "title", "organ")
        chosen = documents.c.id.in_(document_ids)
        heads = {
            row.id: row for row in self._connection.execute(select(*named(documents, names)).where(chosen))
        }
        columns = ("document_id", "language", "number", "kind", "label", "stems", "text")
        listed = select(*named(paragraphs, columns)).where(paragraphs.c.document_id.in_(document_ids))
        rows: dict[str, list[Row]] = {i: [Row(_NO_LANGUAGE, -1, HEAD, None, heads[i].head)] for i in heads}
        words = {i: word_counts([f"{row.title}\n{row.organ or ''}"]) for i, row in heads.items()}
        order = (paragraphs.c.document_id, paragraphs.c.language, paragraphs.c.number)
        found = self._connection.execute(listed.order_by(*order), execution_options={"yield_per": _AT_ONCE})
        for identity, group in groupby(found, key=lambda row: row.document_id):
            texts = []
            for row in group:
                rows[identity].append(Row(*row[1:6]))
                texts.append(row.text)
            words[identity] += word_counts(texts)
        distinct = frozenset(word for counts in words.values() for word in counts)
        recall_words(self._connection, self._forms, self._forms.unmet(distinct))
        indexed = [Indexed(i, heads[i].generation, rows[i], words[i]) for i in document_ids if i in heads]
        return indexed, {word: self._forms.stem(word) for word in distinct}


def named(table: Table, names: Iterable[str]) -> list[Column[Any]]:
    """The columns of these names."""
    return [table.c[name] for name in names]
