"""Alignments as they come out of each writer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.app.aligning import alignment_words
from briefer.app.texts import Texts
from briefer.formats.writers.alignment_html import alignment_html
from briefer.formats.writers.alignment_tmx import alignment_tmx
from briefer.formats.writers.alignment_tsv import alignment_tsv
from tests.alignments import sample_alignment

PATHS = (Path("folder/l4.ru.txt"), Path("folder/l4 <en>.txt"))


@pytest.mark.parametrize("sentences", [False, True], ids=["paragraphs", "sentences"])
@pytest.mark.parametrize("form", ["tsv", "html", "tmx"])
def test_an_alignment_comes_out_as_it_was_looked_at(
    form: str, sentences: bool, texts: Texts, golden: Callable[[str, str], None]
) -> None:
    alignment = sample_alignment(sentences=sentences)
    if form == "tsv":
        written = alignment_tsv(alignment)
    elif form == "html":
        written = alignment_html(alignment, alignment_words(alignment, PATHS, texts))
    else:
        written = alignment_tmx(alignment, "0.0.0")
    golden(f"alignment.{'sentences' if sentences else 'paragraphs'}.{form}", written)
