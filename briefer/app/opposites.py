"""What stands opposite to the lines of a concordance, and what else is said in the other language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefer.core.concordance.facing import Facing
from briefer.core.concordance.lines import KwicLine

if TYPE_CHECKING:
    from briefer.store.concordance import ConcordanceView
    from briefer.store.pairs import Pairs
    from briefer.store.passages import Place

SAMPLE = 1_500  # passages without the term, against which counterpart terms are weighed


@dataclass(frozen=True, slots=True)
class Rest:
    """Passages in `language` that face no line: a sample of texts, and how many it stands for."""

    language: str
    texts: tuple[str, ...]
    total: int


def facings(view: ConcordanceView, lines: Sequence[KwicLine]) -> list[Facing | None]:
    """What stands opposite to each line, None where nothing does."""
    pairs = view.pairs(list(dict.fromkeys(line.document_id for line in lines)))
    opposite = [_opposite(pairs.get(line.document_id), line) for line in lines]
    sides = (side for each in opposite if each is not None for side in each)
    texts = view.texts(list(dict.fromkeys(place for side in sides for place in side)))
    found: list[Facing | None] = []
    for line, each in zip(lines, opposite, strict=True):
        if each is None:
            found.append(None)
            continue
        own, other = (tuple(texts[place] for place in side if place in texts) for side in each)
        left = pairs[line.document_id].left == line.language
        found.append(Facing(line.language, own, each[1][0][1], other, left))
    return found


def _opposite(pairs: Pairs | None, line: KwicLine) -> tuple[list[Place], list[Place]] | None:
    """The places of both sides of the bead of a line, its own side first; None where the other is empty."""
    if pairs is None or not (other := pairs.opposite((line.language, line.index))):
        return None
    own = pairs.opposite(other[0])
    return ([(line.document_id, *place) for place in own], [(line.document_id, *place) for place in other])


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
