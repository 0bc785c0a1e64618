"""Changes by others are noticed without reading anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.upkeep import Upkeep
from tests.factories import plain_document, sample_document


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Library, Library]]:
    one, two = Library(tmp_path / "library"), Library(tmp_path / "library")
    yield one, two
    one.close()
    two.close()


def test_what_another_changes_is_noticed_once(pair: tuple[Library, Library]) -> None:
    window, other = pair
    assert not window.changed_outside()
    other.save(OpenDocument(sample_document()))
    assert window.changed_outside()  # it was not there before
    other.save(OpenDocument(plain_document({"en": ["More."]}, "more.txt")))
    assert window.changed_outside()
    assert not window.changed_outside()
    other.summaries()
    assert not window.changed_outside()


def test_a_restored_library_is_another_one(pair: tuple[Library, Library]) -> None:
    window, other = pair
    other.save(OpenDocument(sample_document()))
    assert not window.changed_outside()
    Upkeep(other).back_up()
    Upkeep(other).restore()
    assert window.changed_outside()
    assert not window.changed_outside()


def test_a_damaged_library_has_not_changed(pair: tuple[Library, Library]) -> None:
    window, other = pair
    other.save(OpenDocument(sample_document()))
    other.close()
    (other.folder / "library.sqlite").write_bytes(b"no tables" * 1000)
    assert not window.changed_outside()
    assert not window.changed_outside()
