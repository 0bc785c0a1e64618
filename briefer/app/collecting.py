"""Python's search for garbage, held back while a process starts, or while a command of a second runs.

It looks again and again through all that is being built, of which nothing is garbage yet: a tenth of a start.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 200_000  # new objects; some ten megabytes at most


def hold() -> None:
    """Search for nothing until `release`."""
    gc.disable()


def settle() -> None:
    """Take all that is there for what will stay: it is looked through no more."""
    gc.freeze()


def release() -> None:
    """Search again from now on."""
    gc.enable()


@contextmanager
def seldom() -> Iterator[None]:
    """Search some hundred times less often: whoever is quickly done is done before the first time."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
