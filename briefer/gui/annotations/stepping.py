"""Going from one annotation to the next in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from briefer.core.annotation import Annotation, Target
from briefer.core.document import Document
from briefer.gui.actions import Handlers
from briefer.gui.notices import NoticeBar
from briefer.gui.reader.spots import Spot
from briefer.gui.reader.view import ReaderView
from briefer.gui.workspace import Workspace

# Row, version, paragraph, code point.
Order = tuple[int, int, int, int]


class AnnotationSteps:
    """`annotations` gives those of a document, by its id."""

    def __init__(
        self,
        annotations: Callable[[str | None], Iterable[Annotation]],
        workspace: Workspace,
        reader: ReaderView,
        notices: NoticeBar,
    ) -> None:
        self._annotations = annotations
        self._workspace = workspace
        self._reader = reader
        self._notices = notices

    def handlers(self) -> Handlers:
        return {
            "next-annotation": partial(self.step, forward=True),
            "previous-annotation": partial(self.step, forward=False),
        }

    def step(self, *, forward: bool) -> None:
        """Go to the next annotation, or to the one before; at the end say so."""
        opened, spot = self._workspace.document, self._reader.surface.spot()
        if opened is None or spot is None:
            return
        annotations = self._annotations(opened.id) if opened.id else ()
        found = neighbour(opened.document, annotations, spot, forward=forward)
        if found is not None:
            annotation, target = found
            self._notices.clear()
            self._reader.surface.go_to(target.language, target.index, target.start)
            self._reader.annotation_activated.emit(annotation.id)
        elif forward:
            self._notices.say(lambda texts: texts.gettext("There is no annotation after this place."))
        else:
            self._notices.say(lambda texts: texts.gettext("There is no annotation before this place."))


def neighbour(
    document: Document, annotations: Iterable[Annotation], spot: Spot, *, forward: bool
) -> tuple[Annotation, Target] | None:
    """The annotation after or before a place, in the order of the rows, with where it stands.

    One that stands just here is neither.
    """
    here = _order(document, spot.language, spot.index, spot.offset)
    places: list[tuple[Order, str, Annotation, Target]] = []
    for annotation in annotations:
        orders = [
            (_order(document, each.language, each.index, each.start), each)
            for each in annotation.targets
            if document.version(each.language)
        ]
        if orders and all(order != here for order, _ in orders):
            order, target = min(orders, key=lambda pair: pair[0])
            places.append((order, annotation.id, annotation, target))
    wanted = [place for place in places if (place[0] > here if forward else place[0] < here)]
    if not wanted:
        return None
    *_, annotation, target = (min if forward else max)(wanted, key=lambda place: place[:2])
    return annotation, target


def _order(document: Document, language: str, index: int, offset: int) -> Order:
    bitext = document.bitext
    row = index
    if bitext is not None and language in (bitext.left, bitext.right):
        row = bitext.bead_number(language, index)
    return row, document.languages.index(language), index, offset
