"""How the languages stand in a file, when a person says so.

How it is found without being told is in `briefer.core.structure.versions`.
"""

from __future__ import annotations

from enum import StrEnum

from briefer.core.values import dataclass


class Layout(StrEnum):
    """How two language versions share one file."""

    AUTO = "auto"
    SINGLE = "single"
    SEQUENTIAL = "sequential"
    ALTERNATING = "alternating"
    TABLE = "table"
    COLUMNS = "columns"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a person has said of a file: its layout, and which part is in which language.

    `languages` are BCP 47 codes of the parts in the order in which they stand (first and
    second half, left and right column, before and after the slash); empty to leave it to Briefer.
    """

    layout: Layout = Layout.AUTO
    languages: tuple[str, ...] = ()
