"""The passage that faces a place: its bead's other side, or the sentences of it where they are told apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefer.core.align.sentences import SentencePairs, sentence_beads
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.masthead import Masthead
from briefer.core.sentence_beads import Sentence, SentenceBead
from briefer.core.sentences import sentences

if TYPE_CHECKING:
    from briefer.core.align.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Facing:
    """Both sides of a bead: the texts of its paragraphs, with the language of each side.

    `left` tells whether the `own` side is the left one of the bitext.
    """

    language: str
    own: tuple[str, ...]
    other_language: str
    other: tuple[str, ...]
    left: bool

    @property
    def passage(self) -> str | None:
        """The other side as a whole, None where it is empty."""
        return "\n".join(self.other) or None

    @property
    def several(self) -> bool:
        """Whether there is more than one sentence opposite, so that it is worth telling them apart."""
        return sum(len(sentences(text, self.other_language)) for text in self.other) > 1

    @property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The texts of the left side and of the right one."""
        return (self.own, self.other) if self.left else (self.other, self.own)

    @property
    def languages(self) -> tuple[str, str]:
        """Those of the left side and of the right one."""
        return (self.language, self.other_language) if self.left else (self.other_language, self.language)

    def sentences(self, pairs: SentencePairs, paragraph: int, offset: int) -> str | None:
        """Those opposite to the one at `offset` of the own side's paragraph; None where none is.

        Sentences of one paragraph are joined by spaces, paragraphs by newlines.
        """
        found = pairs.counterpart_sentences(self.language, paragraph, offset)
        parts: dict[int, list[str]] = {}
        for each in found:
            text = self.other[each.paragraph][each.span.start : each.span.end]
            parts.setdefault(each.paragraph, []).append(text)
        return "\n".join(" ".join(texts) for texts in parts.values()) or None


def aligned(
    facings: Sequence[Facing], knowledge: Knowledge | None, check: Callable[[], None] = lambda: None
) -> list[SentencePairs]:
    """The sentences of each of some facings of the same two languages, on the same sides, aligned.

    All at once: that is many times quicker than one after the other. `check` is called often; what it
    raises ends the work.
    """
    if not facings:
        return []
    joined = [
        Version(language, tuple(Paragraph(Kind.BODY, text) for each in facings for text in each.sides[side]))
        for side, language in enumerate(facings[0].languages)
    ]
    beads: list[Bead] = []
    start = (0, 0)
    for each in facings:
        stop = (start[0] + len(each.sides[0]), start[1] + len(each.sides[1]))
        beads.append(Bead(tuple(range(start[0], stop[0])), tuple(range(start[1], stop[1])), 1.0))
        start = stop
    found = sentence_beads(joined[0], joined[1], beads, check, knowledge=knowledge)
    return [
        SentencePairs(_document(each), knowledge, {0: _moved(inside, bead.left[0], bead.right[0])})
        for each, bead, inside in zip(facings, beads, found, strict=True)
    ]


def _document(facing: Facing) -> Document:
    versions = tuple(
        Version(language, tuple(Paragraph(Kind.BODY, text) for text in texts))
        for language, texts in zip(facing.languages, facing.sides, strict=True)
    )
    sides = [tuple(range(len(version.paragraphs))) for version in versions]
    return Document((), Masthead(), versions, Bitext(*facing.languages, (Bead(sides[0], sides[1], 1.0),)))


def _moved(beads: Sequence[SentenceBead], left: int, right: int) -> tuple[SentenceBead, ...]:
    """The same with paragraphs counted from `left` and `right` on."""
    return tuple(
        replace(
            bead,
            left=tuple(Sentence(each.paragraph - left, each.span) for each in bead.left),
            right=tuple(Sentence(each.paragraph - right, each.span) for each in bead.right),
        )
        for bead in beads
    )
