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
    sides = view.sides(document_id, language, indices)
    wanted: set[Place] = set()
    for side in sides.values():
        wanted |= {(language, number) for number in side.own}
        wanted |= {(side.other_language, number) for number in side.other}
    texts = view.texts(document_id, sorted(wanted))
    for index in indices:
        found = sides.get(index)
        if found is None or not found.other:
            yield None
            continue
        own = tuple(texts[language, n] for n in found.own if (language, n) in texts)
        other = tuple(
            texts[found.other_language, n] for n in found.other if (found.other_language, n) in texts
        )
        yield Facing(language, own, found.other_language, other, found.left)


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
