"""Loops that can be stopped while they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Check = Callable[[], None]

_BETWEEN_CHECKS = 2000


def stoppable(items: Iterable[Item], check: Check) -> Iterator[Item]:
    """The items, with `check` called before the first and now and then between them."""
    for number, item in enumerate(items):
        if number % _BETWEEN_CHECKS == 0:
            check()
        yield item
