"""The language of queries: what may be asked (`values`), and how it is read from what is typed.

- ``drug control``: both words, in any of their forms, in any order;
- ``"drug control"`` (or «…», “…”): these words next to each other, in any of their forms;
- ``drug OR precursor``: either; OR binds more loosely than the space between words;
- ``drug NOT control``, ``drug -control``: the first without the second;
- ``(drug OR precursor) control``: brackets group;
- ``drug NEAR/5 precursor``: at most five words from one to the other, in either order;
- ``traffic*``: words that begin so; ``trafficing~`` or ``~2``: words one or two letters away;
- ``E/CN.7/2025/L.4``: this very symbol; a part of one, such as ``L.4``, is found too;
- ``year:2024..2025``, ``organ:narcotic``, ``label:"12 (a)"``: fields, which `fields` lists.

AND, OR, NOT and NEAR are operators in capital letters only. Words joined by other characters
(``follow-up``, ``63/1``) stand next to each other as in a phrase.
"""

from briefer.core.query.fields import FIELDS, MOST_APART, NEAR
from briefer.core.query.parsing import LONGEST, MOST_WORDS, parse_query
from briefer.core.query.values import (
    All,
    AnyOf,
    Beginning,
    Dates,
    Field,
    Like,
    Near,
    Not,
    Place,
    Query,
    Some,
    Words,
    is_of_document,
)

__all__ = [
    "FIELDS",
    "LONGEST",
    "MOST_APART",
    "MOST_WORDS",
    "NEAR",
    "All",
    "AnyOf",
    "Beginning",
    "Dates",
    "Field",
    "Like",
    "Near",
    "Not",
    "Place",
    "Query",
    "Some",
    "Words",
    "is_of_document",
    "parse_query",
]
