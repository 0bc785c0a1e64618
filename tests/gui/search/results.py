"""Search results made up for tests of how they are shown."""

from __future__ import annotations

from briefer.core.document import Span
from briefer.core.hits import DocumentHits, Hit, NoteHit, SearchResults


def sample_results() -> SearchResults:
    """Two documents with three hits, one by translation, and two passages more; a briefing note."""
    first = Hit("ru", "12 (a)", 3, "Меры <b>контроля</b>", (Span(0, 4),), "Control measures", (Span(8, 16),))
    second = Hit("en", None, 4, "Illicit trafficking", (), "Оборот", (Span(0, 6),), literal=False)
    third = Hit("en", "2", 0, "Measures", (Span(0, 8),), note="Check measures", note_marks=(Span(6, 14),))
    return SearchResults(
        documents=(
            DocumentHits("1" * 32, "Draft <resolution>", "E/CN.7/2025/L.4", (first, second), count=4),
            DocumentHits("2" * 32, "A letter", None, (third,), count=1),
        ),
        notes=(NoteHit("n", "Brief", "On measures", (Span(3, 11),)),),
        total=2,
        literal=2,
        passages=5,
        facets={
            "organ": (("Commission on Narcotic Drugs and its subsidiary bodies", 1), ("Council", 1)),
            "year": (("2025", 2),),
            "language": (("en", 3), ("ru", 2)),
            "kind": (("operative", 3), ("title", 1)),
        },
        suggestion="measures & more",
    )
