"""What is asked of a reader besides the bytes, and how it tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from briefer.core.values import dataclass

# Called by a reader now and then with the fraction (0 to 1) of the file that is done.
Report = Callable[[float], None]


def unheard(fraction: float) -> None:
    """The report to nobody."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a file is to be read.

    `encoding` is of a text file; `password` opens a protected one and is in no representation
    of this value; `ocr` has pages without text recognised. With `lines` each line of a text file
    that is not blank is a block of its own, exactly as it stands there.
    """

    encoding: str | None = None
    password: str | None = field(default=None, repr=False)
    ocr: bool = False
    lines: bool = False
