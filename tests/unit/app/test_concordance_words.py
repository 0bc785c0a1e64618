"""Concordances in words, and written to files."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.app.concordance_words import SUFFIXES, export_concordance, source_words, summary_words
from briefer.app.texts import Texts
from briefer.core.errors import ExportUnsupported
from tests.concordances import sample_concordance, sample_line


def test_a_line_is_found_by_symbol_or_title_and_label() -> None:
    assert source_words(sample_line(1)) == "E/CN.7/2025/L.4, 12 a)"
    assert source_words(sample_line(2)) == "@Письмо <i>"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "5 places in 2 documents (Russian) · the first 4 are shown"),
        ("ru", "5 мест в 2 документах (русский) · показаны первые 4"),
    ],
)
def test_a_summary_counts_what_is_shown(speak: Callable[[str], Texts], language: str, told: str) -> None:
    assert summary_words(sample_concordance(), speak(language)) == told


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_takes_the_form_of_its_ending(suffix: str, tmp_path: Path, texts: Texts) -> None:
    path = tmp_path / f"terms{suffix}"
    path.write_text("before")
    export_concordance(sample_concordance(), path, texts)
    written = path.read_bytes()
    assert "цифровых средств".encode() in written
    assert written.startswith(b"\xef\xbb\xbf") == (suffix == ".csv")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    if suffix == ".json":
        assert len(json.loads(written)) == 4


def test_another_ending_is_refused_and_nothing_is_written(tmp_path: Path, texts: Texts) -> None:
    with pytest.raises(ExportUnsupported):
        export_concordance(sample_concordance(), tmp_path / "terms.xls", texts)
    assert not list(tmp_path.iterdir())
