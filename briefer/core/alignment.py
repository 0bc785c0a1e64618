"""An alignment together with its texts, as those who write it out take it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefer.core.bitext import Bead, Origin
from briefer.core.document import Version
from briefer.core.sentence_beads import Sentence, SentenceBead


@dataclass(frozen=True)
class Alignment:
    """Two versions and the beads between them, in reading order.

    `sentences` has an entry for each bead, or is None when they were not asked for.
    """

    left: Version
    right: Version
    beads: tuple[Bead, ...]
    sentences: tuple[tuple[SentenceBead, ...], ...] | None = None

    def rows(self) -> Iterator[Row]:
        """What stands opposite each other: beads of sentences if there are any, else of paragraphs."""
        for number, bead in enumerate(self.beads):
            if self.sentences is None:
                left, right = _paragraphs(self.left, bead.left), _paragraphs(self.right, bead.right)
                yield Row(bead.left, bead.right, left, right, bead.confidence, bead.origin)
                continue
            for inside in self.sentences[number]:
                yield Row(
                    tuple(dict.fromkeys(sentence.paragraph for sentence in inside.left)),
                    tuple(dict.fromkeys(sentence.paragraph for sentence in inside.right)),
                    tuple(text_of(self.left, sentence) for sentence in inside.left),
                    tuple(text_of(self.right, sentence) for sentence in inside.right),
                    min(bead.confidence, inside.confidence),
                    bead.origin,
                )


@dataclass(frozen=True, slots=True)
class Row:
    """Texts of both versions that belong together, and the paragraphs they stand in."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    left_texts: tuple[str, ...]
    right_texts: tuple[str, ...]
    confidence: float
    origin: Origin

    @property
    def matched(self) -> bool:
        return bool(self.left and self.right)


def text_of(version: Version, sentence: Sentence) -> str:
    """The words of a sentence."""
    return version.paragraphs[sentence.paragraph].text[sentence.span.start : sentence.span.end]


def _paragraphs(version: Version, indices: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(version.paragraphs[index].text for index in indices)
