"""Loops that can be stopped while they run."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Check = Callable[[], None]

_BETWEEN_CHECKS = 1000


def stoppable(items: Iterable[Item], check: Check) -> Iterator[Item]:
    """The items, with `check` called before the first and now and then between them."""
    iterator = iter(items)
    while batch := list(itertools.islice(iterator, _BETWEEN_CHECKS)):
        check()
        yield from batch
