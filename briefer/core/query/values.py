"""What a search asks for, as a value."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TypeGuard


@dataclass(frozen=True, slots=True)
class Beginning:
    """Any word that begins with these folded letters."""

    letters: str


@dataclass(frozen=True, slots=True)
class Like:
    """Any word at most `distance` letters away from a folded word: changed, missing, added or swapped."""

    word: str
    distance: int


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Any of these stems: what became of a beginning or a likeness by the words that there are."""

    stems: frozenset[str]


Place = str | AnyOf | Beginning | Like  # a str is a stem


@dataclass(frozen=True, slots=True)
class Words:
    """One word, or several next to each other."""

    stems: tuple[Place, ...]

    @property
    def needle(self) -> str:
        """What stands in a paragraph's string of stems when it holds these words, all of them stems."""
        return f" {' '.join(map(str, self.stems))} "


@dataclass(frozen=True, slots=True)
class Near:
    """Two words or phrases, in either order, the second at most `distance` words after the first."""

    one: Words
    other: Words
    distance: int


@dataclass(frozen=True, slots=True)
class Field:
    """Something said of passage or document: `name` as in `FIELDS`, `value` checked and in its common form.

    `words` is the value as words, for the fields that are compared by them.
    """

    name: str
    value: str
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """Documents dated, or of meetings held, from `first` to `last`, both included."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class Not:
    part: Query


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of the parts."""

    parts: tuple[Query, ...]


Leaf = Words | Near | Field | Dates
Query = Leaf | Not | All | Some

OF_PASSAGES = frozenset({"lang", "kind", "label", "tag", "stance", "note"})  # fields


def is_of_document(leaf: Leaf) -> TypeGuard[Field | Dates]:
    """Whether it is said of a document as a whole, not of its words or of single passages."""
    return isinstance(leaf, Dates) or (isinstance(leaf, Field) and leaf.name not in OF_PASSAGES)
