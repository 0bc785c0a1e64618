"""Where the paragraphs of a document stand on the pages of one of its files. No widgets here."""

from __future__ import annotations

from collections import defaultdict

from briefer.app.pages import source_of
from briefer.core.document import Box, Document, Source
from briefer.core.values import dataclass

REACH = 6.0  # points around a paragraph in which a click still means it


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph of a version and its rectangle on a page."""

    language: str
    index: int
    box: Box


class Places:
    """The paragraphs on the pages of `source`; `swapped` takes the other of two files for a language's."""

    def __init__(self, document: Document, source: Source, *, swapped: bool = False) -> None:
        self._pages: dict[int, list[Spot]] = defaultdict(list)
        self._first: dict[tuple[str, int], int] = {}
        for version in document.versions:
            if (source_of(document, version.language) != source) is not swapped:
                continue
            for index, paragraph in enumerate(version.paragraphs):
                for box in paragraph.boxes:
                    self._pages[box.page].append(Spot(version.language, index, box))
                if page := paragraph.page or (paragraph.boxes[0].page if paragraph.boxes else 0):
                    self._first[version.language, index] = page

    def page_of(self, language: str, index: int) -> int | None:
        """The page on which a paragraph begins, None where it stands on none of these."""
        return self._first.get((language, index))

    def boxes(self, page: int, language: str, index: int) -> tuple[Box, ...]:
        """The rectangles of a paragraph on a page."""
        return tuple(
            spot.box for spot in self._pages[page] if (spot.language, spot.index) == (language, index)
        )

    def first_on(self, page: int) -> Spot | None:
        """The first paragraph of a page, in the order of the text."""
        return self._pages[page][0] if self._pages[page] else None

    def at(self, page: int, x: float, y: float) -> Spot | None:
        """The paragraph at a point in points: the smallest that holds it, or the nearest within reach."""
        near = [(_distance(spot.box, x, y), _area(spot.box), spot) for spot in self._pages[page]]
        distance, _, spot = min(near, key=lambda each: each[:2], default=(REACH + 1, 0.0, None))
        return spot if distance <= REACH else None


def _distance(box: Box, x: float, y: float) -> float:
    return max(box.left - x, x - box.right, box.top - y, y - box.bottom, 0.0)


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)
