"""What stands opposite to the lines of a concordance, and what else is said in the other language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from briefer.core.concordance.facing import Facing
from briefer.core.concordance.lines import KwicLine

if TYPE_CHECKING:
    from briefer.store.concordance import ConcordanceView, Place

SAMPLE = 1_500  # passages without the term, against which counterpart terms are weighed


@dataclass(frozen=True, slots=True)
class Rest:
    """Passages in `language` that face no line: a sample of texts, and how many it stands for."""

    language: str
    texts: tuple[str, ...]
    total: int


def facings(view: ConcordanceView, lines: Sequence[KwicLine]) -> list[Facing | None]:
    """What stands opposite to each line, None where nothing does."""
    found: list[Facing | None] = []
    for document_id, group in groupby(lines, key=lambda line: line.document_id):
        found += _facings_in(view, document_id, [line.index for line in group], lines[len(found)].language)
    return found


def _facings_in(
    view: ConcordanceView, document_id: str, indices: Sequence[int], language: str
) -> Iterator[Facing | None]:
    bitext = view.bitext(document_id)
    if bitext is None or language not in (bitext.left, bitext.right):
        yield from [None] * len(indices)
        return
    beads = {index: bead for bead in bitext.beads for index in bitext.side(bead, language)}
    other = bitext.other(language)
    sides = {
        index: (
            tuple((language, n) for n in bitext.side(beads[index], language)),
            tuple((other, n) for n in bitext.side(beads[index], other)),
        )
        for index in indices
        if index in beads
    }
    wanted: set[Place] = {place for both in sides.values() for side in both for place in side}
    texts = view.texts(document_id, sorted(wanted))
    for index in indices:
        own, opposite = sides.get(index, ((), ()))
        if opposite:
            written = [tuple(texts[place] for place in side if place in texts) for side in (own, opposite)]
            yield Facing(language, written[0], other, written[1], language == bitext.left)
        else:
            yield None


def rest(view: ConcordanceView, facing: Sequence[Facing | None]) -> Rest | None:
    """What else is said in the other language; None if nothing faces any line."""
    facings = [opposite for opposite in facing if opposite is not None]
    if not facings:
        return None
    other = facings[0].other_language
    facing_texts = {text for opposite in facings for text in opposite.other}
    sampled, total = view.sample(other, SAMPLE)
    texts = tuple(text for text in sampled if text not in facing_texts)
    return Rest(other, texts, max(0, total - len(facing_texts)))
