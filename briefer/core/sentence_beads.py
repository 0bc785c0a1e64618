"""The sentences of a bitext grouped into beads, as values; `briefer.core.align.sentences` finds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefer.core.document import Span
from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `span` counts code points in the text of paragraph `paragraph` of its version."""

    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class SentenceBead:
    """Sentences of the left version and those that translate them, both in order.

    An empty side means unmatched. `confidence` is between 0 and 1; inside one bead of paragraphs each
    sentence is in exactly one of these, and they stand in reading order.
    """

    left: tuple[Sentence, ...]
    right: tuple[Sentence, ...]
    confidence: float

    @property
    def matched(self) -> bool:
        return bool(self.left and self.right)


def covers(sentences: Iterable[Sentence], paragraphs: Mapping[int, str]) -> bool:
    """Whether nothing but space stands outside the sentences in these paragraphs, by their indices."""
    left = {index: list(text) for index, text in paragraphs.items()}
    for sentence in sentences:
        if sentence.paragraph in left:
            start, end = sentence.span.start, sentence.span.end
            left[sentence.paragraph][start:end] = " " * (end - start)
    return not any("".join(letters).strip() for letters in left.values())
