"""The sentences inside beads of paragraphs, aligned, and the counterpart of one sentence.

The search itself is in `sentence_search`, which is imported (with NumPy) only when a bead has more than
one sentence on a side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Version
from briefer.core.sentence_beads import Sentence, SentenceBead
from briefer.core.sentences import sentences

if TYPE_CHECKING:
    from briefer.core.align.knowledge import Knowledge


def sentences_of(version: Version, paragraphs: Sequence[int]) -> tuple[Sentence, ...]:
    """The sentences of some of the paragraphs, in order."""
    return tuple(
        Sentence(index, span)
        for index in paragraphs
        for span in sentences(version.paragraphs[index].text, version.language)
    )


def sentence_beads(
    left: Version,
    right: Version,
    beads: Sequence[Bead],
    check: Callable[[], None] = lambda: None,
    *,
    knowledge: Knowledge | None = None,
) -> list[tuple[SentenceBead, ...]]:
    """For each of `beads` its sentences, aligned. What comes out for one does not depend on the others.

    `check` is called often; what it raises ends the work. `knowledge` is what is known of the two
    languages (nothing if None).
    """
    found: list[tuple[SentenceBead, ...]] = []
    open_groups: list[tuple[int, tuple[Sentence, ...], tuple[Sentence, ...]]] = []
    for number, bead in enumerate(beads):
        check()
        ours, theirs = sentences_of(left, bead.left), sentences_of(right, bead.right)
        if not ours or not theirs:
            lone = [SentenceBead((sentence,), (), bead.confidence) for sentence in ours]
            lone += [SentenceBead((), (sentence,), bead.confidence) for sentence in theirs]
            found.append(tuple(lone))
        else:
            found.append((SentenceBead(ours, theirs, bead.confidence),))
            if len(ours) * len(theirs) > 1:
                open_groups.append((number, ours, theirs))
    if open_groups:
        from briefer.core.align.sentence_search import aligned_sentences

        groups = [(ours, theirs) for _, ours, theirs in open_groups]
        pairs = aligned_sentences(left, right, groups, knowledge, check)
        for (number, _, _), inside in zip(open_groups, pairs, strict=True):
            found[number] = tuple(inside)
    return found


class SentencePairs:
    """The sentences of one document's bitext, each bead aligned when it is first asked for.

    Hold one for as long as the document's alignment stands: it remembers what it has found. `found` is
    what is known already, by the numbers of beads, such as what another process has worked out.
    """

    def __init__(
        self,
        document: Document,
        knowledge: Knowledge | None = None,
        found: Mapping[int, tuple[SentenceBead, ...]] | None = None,
    ) -> None:
        self._knowledge = knowledge
        self._bitext: Bitext | None = document.bitext
        self._versions = {version.language: version for version in document.versions}
        self._found = dict(found or {})

    def inside(self, number: int) -> tuple[SentenceBead, ...]:
        """The sentences of bead `number`, aligned. Raises IndexError when there is no such bead."""
        if self._bitext is None:
            raise IndexError(number)
        if number not in self._found:
            left, right = self._versions[self._bitext.left], self._versions[self._bitext.right]
            beads = [self._bitext.beads[number]]
            (self._found[number],) = sentence_beads(left, right, beads, knowledge=self._knowledge)
        return self._found[number]

    def at(self, language: str, index: int, offset: int) -> SentenceBead | None:
        """The bead of the sentence that stands at code point `offset` of paragraph `index`.

        White space after a sentence belongs to it. None when there is no sentence there.
        """
        if self._bitext is None or language not in (self._bitext.left, self._bitext.right):
            return None
        try:
            number = self._bitext.bead_number(language, index)
        except LookupError:
            return None
        best: SentenceBead | None = None
        for bead in self.inside(number):
            own = bead.left if language == self._bitext.left else bead.right
            if any(s.paragraph == index and s.span.start <= offset for s in own):
                best = bead
        return best

    def counterpart_sentences(self, language: str, index: int, offset: int) -> tuple[Sentence, ...]:
        """The sentences of the other version that translate the one at `offset`; none if unmatched."""
        bead = self.at(language, index, offset)
        if bead is None or self._bitext is None:
            return ()
        return bead.right if language == self._bitext.left else bead.left
