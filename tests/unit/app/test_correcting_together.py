"""Two programs correct one document by turns, without knowing of each other."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefer.app.correcting import Corrector
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.reading import LocalReader
from briefer.core.bitext import Bitext
from briefer.core.corrections import Correction, Operation
from briefer.core.errors import CorrectionImpossible
from briefer.formats.parser import Parser
from tests.factories import plain_document

READER = LocalReader(Parser())
COUNT, STEPS = 7, 40


@contextmanager
def correctors(folder: Path, count: int) -> Iterator[list[Corrector]]:
    libraries = [Library(folder) for _ in range(count)]
    try:
        yield [Corrector(library, READER) for library in libraries]
    finally:
        for library in libraries:
            library.close()


def bitext(opened: OpenDocument) -> Bitext:
    assert opened.document.bitext is not None
    return opened.document.bitext


def some_correction(chance: random.Random) -> Correction:
    """About paragraphs in a row, perhaps none, perhaps some that are not there."""
    starts = [(chance.randrange(COUNT + 1), chance.randrange(3)) for _ in range(2)]
    left, right = (tuple(range(start, start + width)) for start, width in starts)
    return Correction(chance.choice(list(Operation)), left, right)


def test_every_paragraph_stays_in_one_bead_and_a_third_can_take_all_of_it_back(tmp_path: Path) -> None:
    chance = random.Random(11)  # noqa: S311 - nothing secret
    texts = [f"Пункт {number} о {number * 7} мерах." for number in range(COUNT)]
    path = tmp_path / "plain.txt"
    path.write_text("\n".join(texts), encoding="utf-8")
    document = plain_document({"ru": texts, "en": texts}, str(path))
    with correctors(tmp_path / "library", 2) as both:
        saved = both[0].library.save(OpenDocument(document))
        history = [bitext(saved)]
        for _ in range(STEPS):
            corrector = chance.choice(both)
            if chance.random() < 0.1:
                undone = corrector.undo(saved)
                assert (undone is None) == (len(history) == 1)
                if undone:
                    history.pop()
                    assert bitext(undone) == history[-1]
                continue
            with suppress(CorrectionImpossible):
                history.append(bitext(corrector.correct(saved, some_correction(chance))))
                history[-1].check(COUNT, COUNT)
    assert len(history) > 5
    with correctors(tmp_path / "library", 1) as (third,):
        while (undone := third.undo(saved)) is not None:
            history.pop()
            assert bitext(undone) == history[-1]
    assert history == [document.bitext]
