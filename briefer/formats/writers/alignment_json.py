"""An alignment as the JSON values of `briefer align --format jsonl`, one a bead (schema: align.json)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefer.core.alignment import Alignment
from briefer.core.sentence_beads import Sentence, SentenceBead


def alignment_values(alignment: Alignment) -> Iterator[dict[str, Any]]:
    """A value a bead, in reading order. `ru` is the left side and `en` the right, whatever their languages.

    Spans count code points in the text of the paragraph that `ru_paragraphs` or `en_paragraphs` names at
    the same place.
    """
    for number, bead in enumerate(alignment.beads):
        inside = alignment.sentences[number] if alignment.sentences is not None else None
        yield {
            "ru": list(bead.left),
            "en": list(bead.right),
            "confidence": round(bead.confidence, 4),
            "origin": bead.origin,
            "sentences": None if inside is None else [_sentences(pair) for pair in inside],
        }


def _sentences(pair: SentenceBead) -> dict[str, Any]:
    return {
        "ru": _spans(pair.left),
        "en": _spans(pair.right),
        "ru_paragraphs": [sentence.paragraph for sentence in pair.left],
        "en_paragraphs": [sentence.paragraph for sentence in pair.right],
        "confidence": round(pair.confidence, 4),
    }


def _spans(sentences: Sequence[Sentence]) -> list[list[int]]:
    return [[sentence.span.start, sentence.span.end] for sentence in sentences]
