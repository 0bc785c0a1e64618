"""Marks stretches of the text on both sides, as search hits are marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefer.core.document import Span
from briefer.gui.offsets import Offsets
from briefer.gui.reader.marks import hit_marks
from briefer.gui.reader.spread import Spread


def mark_stretches(spread: Spread, marks: Mapping[str, Sequence[tuple[int, Span]]]) -> None:
    """Mark these and no others, by language; the first of the side that is read comes into sight."""
    rows = spread.rows
    if rows is None:
        return
    for version, pane in zip(rows.versions, spread.panes, strict=False):
        pane.underlay.hits = hit_marks(version, marks.get(version.language, ()))
        pane.underlay.hit = None
        pane.viewport().update()
    for side in (spread.active, 1 - spread.active):
        own = marks.get(rows.versions[side].language, ()) if side < len(rows.versions) else ()
        if own:
            index, span = own[0]
            offset = Offsets(rows.versions[side].paragraphs[index].text).to_qt(span.start)
            spread.bring(side, index, offset)
            return
