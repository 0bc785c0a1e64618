"""What `resources/` must hold, wherever Briefer runs from."""

from __future__ import annotations

import hashlib
import re

import pytest

from briefer.app.resources import resource

SAMPLE_SHA256 = "4162017b1d4ea984e290821fc86e1eb99982d264a8d1961e65dde28985d2c85e"


def test_the_session_document_is_carried_as_issued() -> None:
    sample = resource("samples", "joint-statement.ru-en.txt").read_bytes()
    assert hashlib.sha256(sample).hexdigest() == SAMPLE_SHA256


@pytest.mark.parametrize(
    "folder", ["icons", "lexicon", "locale", "samples", "schemas", "styles", "templates"]
)
def test_no_folder_of_resources_is_empty(folder: str) -> None:
    assert any(path.is_file() for path in resource(folder).rglob("*"))


def test_an_absent_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=re.escape("resources/samples/absent.txt")):
        resource("samples", "absent.txt")
