"""A large library for measuring search: paragraphs of some seventy words, half Russian and half English.

They are put together anew from sentences of real documents where those are at hand, else from the bundled
session document and the lexicon; the same at every run.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from briefer.app.library import Library
from briefer.app.resources import resource
from briefer.core.bitext import Bead, Bitext, Origin
from briefer.core.document import Document, Kind, Paragraph, Source, Version
from briefer.core.lexicon_table import parse_lexicon
from briefer.core.masthead import Masthead
from tests.shared_data import DATA

PAIRS = 75  # of one document
WORDS = 70  # of one paragraph
ORGANS = (
    "Commission on Narcotic Drugs",
    "Third Committee",
    "Economic and Social Council",
    "Security Council",
)

Pair = tuple[str, str]


def sentences() -> list[Pair]:
    """Russian and English sentences that translate each other."""
    folder = DATA / "align"
    found = [pair for gold in sorted(folder.glob("*clean*.gold.jsonl")) for pair in _aligned(gold)]
    return found or list(_made_up())


def _aligned(gold: Path) -> Iterator[Pair]:
    name = gold.name.removesuffix(".gold.jsonl")
    sides = [
        [
            line
            for line in gold.with_name(f"{name}.{language}.txt").read_text("utf-8").splitlines()
            if line.strip()
        ]
        for language in ("ru", "en")
    ]
    for line in gold.read_text("utf-8").splitlines():
        bead = json.loads(line)
        if len(bead["ru"]) == len(bead["en"]) == 1:
            yield sides[0][bead["ru"][0]], sides[1][bead["en"][0]]


def _made_up() -> Iterator[Pair]:
    entries = parse_lexicon(resource("lexicon", "ru-en.tsv").read_text("utf-8"))
    chance = random.Random(0)  # noqa: S311 - the same text at every run, not a secret
    for _ in range(3000):
        chosen = chance.choices(entries, k=8)
        yield " и ".join(e.source for e in chosen), " and ".join(e.target for e in chosen)


def documents(paragraphs: int, pairs_each: int = PAIRS) -> Iterator[Document]:
    """Documents of so many paragraphs in all, each of so many pairs."""
    known = sentences()
    chance = random.Random(1)  # noqa: S311 - as above
    for number in range(paragraphs // (2 * pairs_each)):
        pairs = [_paragraph(known, chance) for _ in range(pairs_each)]
        sides = [
            tuple(Paragraph(Kind.OPERATIVE, p[s], str(n + 1)) for n, p in enumerate(pairs)) for s in (0, 1)
        ]
        beads = tuple(Bead((n,), (n,), 0.95, Origin.AUTOMATIC) for n in range(pairs_each))
        year = 2000 + number % 26
        yield Document(
            sources=(Source(f"/made-up/{number}.txt", "text", f"{number:064x}"),),
            masthead=Masthead(
                organ=ORGANS[number % 4], symbol=f"E/CN.7/{year}/L.{number}", session=str(year - 1957)
            ),
            versions=(Version("ru", sides[0]), Version("en", sides[1])),
            bitext=Bitext("ru", "en", beads),
        )


def _paragraph(known: list[Pair], chance: random.Random) -> Pair:
    russian: list[str] = []
    english: list[str] = []
    words = 0
    while words < WORDS:
        pair = chance.choice(known)
        russian.append(pair[0])
        english.append(pair[1])
        words += len(pair[0].split())
    return " ".join(russian), " ".join(english)


def fill(folder: Path, paragraphs: int) -> Library:
    """A new library in `folder` of so many paragraphs."""
    library = Library(folder)
    for document in documents(paragraphs):
        library.store.save(document, None)
    return library
