"""How a setting is declared: its words, what it accepts, where it stands in the dialog.

The settings themselves are in `briefer.app.settings`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

from briefer.app.texts import Texts
from briefer.core.values import dataclass

T = TypeVar("T")


class Group(StrEnum):
    """Where a setting stands in the dialog; those that are KEPT are not in it."""

    READING = "reading"
    WINDOW = "window"
    WRITING = "writing"
    LIBRARY = "library"
    KEPT = "kept"


@dataclass(frozen=True)
class Field(Generic[T]):
    """One setting. `title` and `help` are sentences in the language of the interface.

    `accepts` is asked of every value from outside; what it refuses becomes the default. The
    dialog of settings is made from these fields: from `group`, and a control that suits the
    default and `accepts` (a box to check, a number within bounds, a choice, a line).
    `at_start` means that a change counts from the next start.
    """

    key: str
    default: T
    title: Callable[[Texts], str]
    help: Callable[[Texts], str]
    accepts: Callable[[object], bool]
    group: Group = Group.READING
    at_start: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """Accepts numbers from `least` to `most`, both included."""

    least: float
    most: float

    def __call__(self, value: object) -> bool:
        return (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and self.least <= value <= self.most
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """Accepts the strings listed; `words` says what each is called, itself if left out."""

    options: tuple[str, ...]
    words: Callable[[str, Texts], str] = lambda option, _texts: option

    def __call__(self, value: object) -> bool:
        return value in self.options


@dataclass(frozen=True, slots=True)
class Line:
    """Accepts a string of at most `length` code points."""

    length: int

    def __call__(self, value: object) -> bool:
        return isinstance(value, str) and len(value) <= self.length
