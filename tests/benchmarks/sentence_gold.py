"""Sentence beads set by hand in `tests/gold/sentences.jsonl`, and how an alignment is counted against them.

A line of the file is a paragraph and its translation:
- `id`: its name; `from`: "own" (the texts are here), or where its texts are beside the checkout.
- `ru`, `en`: a text, or for "align/NAME" the numbers of lines (counted from 0) that make up the paragraph, or
  for "documents/NAME" the beginnings of the SHA-256 of paragraphs of that pair of files.
- `ru_run_on`, `en_run_on`: which of those lines run on from the one before, with a semicolon.
- `beads`: of each bead the spans of its Russian and of its English sentences, in code points.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefer.core.document import Span
from briefer.core.sentence_beads import SentenceBead
from tests.shared_data import DATA

GOLD = Path(__file__).resolve().parents[1] / "gold" / "sentences.jsonl"
HASH = 16
Spans = tuple[Span, ...]
Pair = tuple[Spans, Spans]


@dataclass(frozen=True)
class GoldParagraph:
    """A paragraph with its translation, and the beads of their sentences."""

    name: str
    source: str
    ru: str
    en: str
    beads: tuple[Pair, ...]


@dataclass(frozen=True)
class Counts:
    """Beads found rightly, found, and in the gold; a bead is right when both its sides are."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0


def gold_paragraphs(path: Path = GOLD, *, own: bool = False) -> list[GoldParagraph]:
    """Those whose texts are at hand; without the shared data, or with `own`, the project's own."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    found = (_paragraph(line) for line in lines if line["from"] == "own" or not own)
    return [paragraph for paragraph in found if paragraph is not None]


def counted(gold: Iterable[Pair], found: Iterable[SentenceBead]) -> Counts:
    """Strict: a bead counts when all its spans are exactly those of the gold."""
    wanted = set(gold)
    got = {(tuple(s.span for s in bead.left), tuple(s.span for s in bead.right)) for bead in found}
    return Counts(len(wanted & got), len(got), len(wanted))


def _paragraph(line: dict[str, Any]) -> GoldParagraph | None:
    texts = [_text(line, language) for language in ("ru", "en")]
    if texts[0] is None or texts[1] is None:
        return None
    beads = tuple((_spans(ru), _spans(en)) for ru, en in line["beads"])
    return GoldParagraph(line["id"], line["from"].split("/")[0], texts[0], texts[1], beads)


def _text(line: dict[str, Any], language: str) -> str | None:
    source, chosen = line["from"], line[language]
    if source == "own":
        return str(chosen)
    if source.startswith("align/"):
        lines = _lines(source, language)
        return joined([lines[n] for n in chosen], line.get(f"{language}_run_on", ())) if lines else None
    found = [_documents(source, language).get(name) for name in chosen]
    return " ".join(text for text in found if text) if all(found) else None


def joined(lines: Sequence[str], run_on: Sequence[int] = ()) -> str:
    """Lines as one paragraph; those at the places `run_on` are made part of the sentence before."""
    text = lines[0]
    for place, line in enumerate(lines[1:], 1):
        text = f"{text[:-1]}; {line[0].lower()}{line[1:]}" if place in run_on else f"{text} {line}"
    return text


@cache
def _lines(source: str, language: str) -> list[str]:
    path = DATA / f"{source}.{language}.txt"
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()] if path.exists() else []


@cache
def _documents(source: str, language: str) -> dict[str, str]:
    """The paragraphs of a pair of files by the beginning of their hash."""
    from briefer.app.assembly import Assembly

    paths = [DATA / f"{source}_{code}.pdf" for code in ("ru", "en")]
    if not all(path.exists() for path in paths):
        return {}
    parts = Assembly()
    try:
        version = parts.fresh.open(paths).document.version(language)
    finally:
        parts.close()
    return {hashed(p.text): p.text for p in version.paragraphs} if version else {}


def hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:HASH]


def _spans(spans: Iterable[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in spans)
