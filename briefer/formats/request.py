"""What is asked of the parsing process besides the bytes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a file is to be read.

    `encoding` is of a text file; `password` opens a protected one and is in no representation
    of this value; `ocr` has pages without text recognised.
    """

    encoding: str | None = None
    password: str | None = field(default=None, repr=False)
    ocr: bool = False
