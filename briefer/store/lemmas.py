"""Stems in the database: those of words met before, so that they need not be found again."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from briefer.core.wordforms import WordForms
from briefer.store.schema import documents, lemmas

_AT_ONCE = 500  # words in one question to the database


def recall(connection: Connection, forms: WordForms, texts: Iterable[str]) -> None:
    """Have `forms` know the words of `texts` that the database knows."""
    recall_words(connection, forms, forms.unmet(texts))


def recall_words(connection: Connection, forms: WordForms, folded: Iterable[str]) -> None:
    """The same for folded words."""
    words = iter(sorted(folded))
    while some := list(islice(words, _AT_ONCE)):
        chosen = select(lemmas.c.form, lemmas.c.stem)
        found = connection.execute(chosen.where(lemmas.c.method == forms.method, lemmas.c.form.in_(some)))
        forms.learn({row.form: row.stem for row in found})


def remember(connection: Connection, forms: WordForms) -> None:
    """Keep the stems that `forms` found since it was asked last."""
    found = forms.found()
    if found:
        rows = [{"form": form, "method": forms.method, "stem": stem} for form, stem in found.items()]
        connection.execute(insert(lemmas).on_conflict_do_nothing(), rows)


def is_mixed(connection: Connection, method: int) -> bool:
    """Whether some documents still have the stems of another method."""
    return connection.scalar(select(documents.c.id).where(documents.c.method != method).limit(1)) is not None
