"""Reads two versions into what the evidence is made of: looks, tokens and the links between them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from briefer.core import document
from briefer.core.align.furniture import KNOWN, in_step
from briefer.core.align.knowledge import Knowledge
from briefer.core.align.links import CHANNELS, OPENING, Links, Side, links, side, with_taught
from briefer.core.align.stopping import Check, stoppable
from briefer.core.align.surface import Surface, head_mark, surface
from briefer.core.align.tokens import NUMBER, SYMBOL, Reader
from briefer.core.labels import Mark
from briefer.core.values import dataclass

Floats = npt.NDArray[np.float64]

_BETWEEN_CHECKS = 100
# A translator may turn the first words round: the first of one side is looked for among the first few.
_OPENING_WORDS = 3


@dataclass(frozen=True)
class Prepared:
    """What one version, or a stretch of it, brings.

    `answerable` says per paragraph and channel how many tokens should find an answer if it is
    translated; `total` is how many paragraphs the whole version has, `usual_length` how long they are.
    """

    surface: Surface
    side: Side
    answerable: Floats
    total: int
    usual_length: float

    @property
    def count(self) -> int:
        return len(self.surface.lengths)

    def stretch(self, first: int, stop: int) -> Prepared:
        """The paragraphs `first` … `stop` - 1, counted from 0; tokens are as rare as in the whole."""
        if (first, stop) == (0, self.count):
            return self
        part = slice(first, stop)
        return Prepared(
            self.surface.part(part),
            self.side.part(part),
            self.answerable[part],
            self.total,
            self.usual_length,
        )


def prepared(
    left: document.Version,
    right: document.Version,
    knowledge: Knowledge,
    check: Check,
    taught: Sequence[tuple[str, str]] = (),
) -> tuple[Prepared, Prepared, Links]:
    """Both versions made ready, and the links between their tokens; `taught` are pairs of stems."""
    translations = knowledge.translations(left.language, right.language)
    label_ids: dict[str, int] = {}
    ready = []
    for version, known in ((left, translations.left), (right, translations.right)):
        marks = [head_mark(paragraph) for paragraph in stoppable(version.paragraphs, check)]
        looks = surface(version.paragraphs, marks, label_ids, knowledge.page_words, check)
        found = _side(version, marks, knowledge.reader(version.language), check)
        check()
        answerable = _answerable(found, known, marks, check)
        usual = max(1.0, float(looks.lengths.mean())) if len(looks.lengths) else 1.0
        ready.append(Prepared(looks, found, answerable, len(version.paragraphs), usual))
    rows = in_step(left.paragraphs, right.paragraphs, knowledge.page_words)
    for side_ready, places in zip(ready, rows, strict=True):
        side_ready.surface.furniture[places, :KNOWN] = 0
    check()
    readers = knowledge.reader(left.language), knowledge.reader(right.language)
    linked = links(ready[0].side, ready[1].side, translations, readers, check)
    # What a library keeps may be lemmas; their stems are those of the words.
    stem = knowledge.forms.stem
    pairs = [(stem(ours), stem(theirs)) for ours, theirs in taught]
    return ready[0], ready[1], with_taught(linked, ready[0].side, ready[1].side, pairs)


def _side(version: document.Version, marks: Sequence[Mark | None], reader: Reader, check: Check) -> Side:
    found = []
    for number, (paragraph, mark) in enumerate(zip(version.paragraphs, marks, strict=True)):
        if number % _BETWEEN_CHECKS == 0:
            check()
        tokens = reader.tokens(paragraph.text)
        body = paragraph.text[mark.length :] if mark else paragraph.text
        tokens |= dict.fromkeys([OPENING + token for token in reader.opening(body, _OPENING_WORDS)])
        found.append(tokens)
    return side(found, check)


def _answerable(
    found: Side, known_words: frozenset[str], marks: Sequence[Mark | None], check: Check
) -> Floats:
    sums = np.zeros((len(marks), len(CHANNELS)))
    sorts = np.array([_sort(token, known_words) for token in stoppable(found.tokens, check)], dtype=np.int64)
    sort = sorts[found.kind]
    kept = sort >= 0
    np.add.at(sums, (found.paragraph[kept], sort[kept]), 1.0)
    # A label may be left out in translation.
    numbered = np.array([mark is not None and mark.sort == "number" for mark in marks], dtype=np.float64)
    number = CHANNELS.index("number")
    sums[:, number] = np.maximum(sums[:, number] - numbered, 0.0)
    return sums


def _sort(token: str, known_words: frozenset[str]) -> int:
    """The channel in which a token should be answered, -1 if in none."""
    if token[0] == NUMBER:
        return CHANNELS.index("number")
    if token[0] == SYMBOL:
        return CHANNELS.index("symbol")
    if token[0] == OPENING:
        return CHANNELS.index("opening") if token[1:] in known_words else -1
    return CHANNELS.index("lexicon") if token in known_words else -1
