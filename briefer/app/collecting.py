"""Python's search for garbage, held back while a process starts.

It looks again and again through all that is being built, of which nothing is garbage yet: a tenth of a start.
"""

from __future__ import annotations

import gc


def hold() -> None:
    """Search for nothing until `release`."""
    gc.disable()


def settle() -> None:
    """Take all that is there for what will stay: it is looked through no more."""
    gc.freeze()


def release() -> None:
    """Search again from now on."""
    gc.enable()
