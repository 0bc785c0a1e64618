"""What is marked in the text: highlights and search hits, as values in Qt's offsets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefer.core.annotation import Annotation, Color
from briefer.core.document import Span, Version
from briefer.core.values import dataclass
from briefer.gui.offsets import Offsets


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a paragraph, in UTF-16 units. `lane` counts from 0 among marks that overlap."""

    start: int
    end: int
    color: Color | None = None
    annotation: str = ""
    lane: int = 0


Marks = Mapping[int, Sequence[Mark]]


def hit_marks(version: Version, hits: Iterable[tuple[int, Span]]) -> dict[int, list[Mark]]:
    """Search hits by paragraph index."""
    found: dict[int, list[Mark]] = defaultdict(list)
    for index, span in hits:
        offsets = Offsets(version.paragraphs[index].text)
        found[index].append(Mark(offsets.to_qt(span.start), offsets.to_qt(span.end)))
    return dict(found)


def highlight_marks(version: Version, annotations: Iterable[Annotation]) -> dict[int, list[Mark]]:
    """The annotations' targets in a version, by paragraph index; the longest lie lowest."""
    spans: dict[int, list[tuple[int, int, Annotation]]] = defaultdict(list)
    for annotation in annotations:
        for target in annotation.targets:
            if target.language == version.language and target.index < len(version.paragraphs):
                offsets = Offsets(version.paragraphs[target.index].text)
                start, end = offsets.to_qt(target.start), offsets.to_qt(target.end)
                if start < end:
                    spans[target.index].append((start, end, annotation))
    return {index: _in_lanes(found) for index, found in spans.items()}


def mark_at(marks: Sequence[Mark], position: int) -> Mark | None:
    """The uppermost mark over a position."""
    over = [mark for mark in marks if mark.start <= position < mark.end]
    return over[-1] if over else None


def _in_lanes(spans: list[tuple[int, int, Annotation]]) -> list[Mark]:
    placed: list[Mark] = []
    for start, end, annotation in sorted(spans, key=lambda each: each[0] - each[1]):
        taken = {mark.lane for mark in placed if mark.start < end and start < mark.end}
        lane = next(lane for lane in range(len(taken) + 1) if lane not in taken)
        placed.append(Mark(start, end, annotation.color, annotation.id, lane))
    return placed
