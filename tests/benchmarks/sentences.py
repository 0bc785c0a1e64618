"""How well and how quickly the sentences inside beads are aligned.

python -m tests.benchmarks.sentences

Figures are strict: a bead of sentences counts when all its spans are right. `links` are beads with both
sides, `all` also sentences left alone. The gold is `tests/gold/sentences.jsonl`; nothing was tuned on it.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefer.app.knowledge import known_languages
from briefer.core.align.knowledge import Knowledge
from briefer.core.align.sentence_search import aligned_sentences
from briefer.core.align.sentences import sentence_beads
from briefer.core.bitext import Bead
from briefer.core.document import Kind, Paragraph, Version
from briefer.core.sentence_beads import Sentence, SentenceBead
from tests.benchmarks.sentence_gold import Counts, GoldParagraph, counted, gold_paragraphs

Found = Sequence[Sequence[SentenceBead]]
MANY = 600


def versions(paragraphs: Sequence[GoldParagraph]) -> tuple[Version, Version]:
    """All the paragraphs as two versions, in which paragraph n answers paragraph n."""
    return (
        Version("ru", tuple(Paragraph(Kind.BODY, paragraph.ru) for paragraph in paragraphs)),
        Version("en", tuple(Paragraph(Kind.BODY, paragraph.en) for paragraph in paragraphs)),
    )


def gold_groups(paragraphs: Sequence[GoldParagraph]) -> list[tuple[list[Sentence], list[Sentence]]]:
    """The sentences of each paragraph by the gold, left and right."""
    groups = []
    for number, paragraph in enumerate(paragraphs):
        ours, theirs = (
            [Sentence(number, span) for bead in paragraph.beads for span in bead[side]] for side in (0, 1)
        )
        groups.append((ours, theirs))
    return groups


def from_texts(paragraphs: Sequence[GoldParagraph], knowledge: Knowledge) -> Found:
    """The sentences found in the texts, aligned."""
    beads = [Bead((number,), (number,), 1.0) for number in range(len(paragraphs))]
    return sentence_beads(*versions(paragraphs), beads, knowledge=knowledge)


def from_spans(paragraphs: Sequence[GoldParagraph], knowledge: Knowledge) -> Found:
    """The sentences of the gold, aligned."""
    return aligned_sentences(*versions(paragraphs), gold_groups(paragraphs), knowledge, lambda: None)


def scored(paragraphs: Sequence[GoldParagraph], found: Found) -> tuple[Counts, Counts]:
    """Links, and all beads."""
    links = everything = Counts()
    for paragraph, beads in zip(paragraphs, found, strict=True):
        everything += counted(paragraph.beads, beads)
        links += counted([bead for bead in paragraph.beads if all(bead)], [b for b in beads if b.matched])
    return links, everything


def measure_sentences() -> None:
    """Print the table, and how long it takes."""
    knowledge = known_languages().between("ru", "en")
    knowledge.translations("ru", "en")
    gold = gold_paragraphs()
    sys.stdout.write(
        f"{'sentences inside beads':<26}{'beads':>7}{'links':>9}{'all':>9}{'links, given spans':>20}\n"
    )
    for source in ("align", "documents", "own", "all"):
        part = [paragraph for paragraph in gold if source in ("all", paragraph.source)]
        links, everything = scored(part, from_texts(part, knowledge))
        given, _ = scored(part, from_spans(part, knowledge))
        sys.stdout.write(
            f"{source:<26}{everything.gold:>7}{links.f1:>9.4f}{everything.f1:>9.4f}{given.f1:>20.4f}\n"
        )
    many = list(itertools.islice(itertools.cycle(gold), MANY))
    began = time.perf_counter()
    from_texts(many, knowledge)
    took = (time.perf_counter() - began) * 1000
    sys.stdout.write(f"{MANY} beads of several sentences each: {took:.0f} ms\n")


if __name__ == "__main__":
    measure_sentences()
