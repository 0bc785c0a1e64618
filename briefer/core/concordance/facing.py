"""The passage that faces a place: its bead's other side, or the sentences of it where they are told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefer.core.align.sentences import SentencePairs
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.masthead import Masthead
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

    def pairs(self, knowledge: Knowledge | None) -> SentencePairs:
        """The sentences of both sides, aligned when they are first asked for."""
        own = Version(self.language, tuple(Paragraph(Kind.BODY, text) for text in self.own))
        other = Version(self.other_language, tuple(Paragraph(Kind.BODY, text) for text in self.other))
        versions = (own, other) if self.left else (other, own)
        sides = tuple(tuple(range(len(version.paragraphs))) for version in versions)
        bitext = Bitext(versions[0].language, versions[1].language, (Bead(sides[0], sides[1], 1.0),))
        return SentencePairs(Document((), Masthead(), versions, bitext), knowledge)

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
