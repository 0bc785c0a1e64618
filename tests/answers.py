"""What answers a query, read off the masks by the ids of documents."""

from __future__ import annotations

import numpy as np

from briefer.store.answers import Answers, DocumentRows, Passage


def ids_of(answers: Answers, *, alone: bool) -> set[str]:
    """The documents that answer by one passage alone, or only by all together."""
    return {
        part.segment.ids[number]
        for part in answers.parts
        for number in np.flatnonzero(part.alone if alone else part.together)
    }


def passages_of(answers: Answers, identity: str) -> list[Passage]:
    """The paragraphs of a document that answer by themselves, in order."""
    for part in answers.parts:
        document = part.segment.numbered.get(identity)
        if document is not None:
            rows = DocumentRows(part.segment, document)
            return [rows.passage(int(row)) for row in rows.paragraphs(part.rows)]
    return []
