"""Links on the pages of a PDF: their words and where they lead."""

from __future__ import annotations

import pymupdf
import pytest

from briefer.core.document import Link
from briefer.core.structure.build import versions_of
from briefer.core.structure.lines import Anchor
from briefer.formats.pdf.reader import read_pdf

SENTENCE = "The Commission recalled resolution 79/1 (2024) and asked for a report."


def linked(target: str, *, rotation: int = 0, words: str = "79/1 (2024)") -> bytes:
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        page.insert_text((72, 80), SENTENCE, fontsize=11)
        page.insert_text((72, 140), "Another paragraph of the same length follows farther down.", fontsize=11)
        page.insert_link({"kind": 2, "from": page.search_for(words)[0], "uri": target})
        page.set_rotation(rotation)
        return document.tobytes()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_link_is_the_words_under_it(rotation: int) -> None:
    target = "https://docs.un.org/en/A/RES/79/1"
    blocks = read_pdf(linked(target, rotation=rotation)).blocks
    assert [block.links for block in blocks] == [(Anchor("79/1 (2024)", target),), ()]


def test_a_link_stands_in_its_paragraph() -> None:
    target = "https://docs.un.org/en/A/RES/79/1"
    [version] = versions_of(read_pdf(linked(target)).blocks)
    found = {p.text: p.links for p in version.paragraphs}
    [link] = found[SENTENCE]
    assert isinstance(link, Link)
    assert SENTENCE[link.span.start : link.span.end] == "79/1 (2024)"
    assert link.target == target


@pytest.mark.parametrize("target", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share"])
def test_what_leads_to_no_address_is_no_link(target: str) -> None:
    assert not any(block.links for block in read_pdf(linked(target)).blocks)


def test_a_page_of_too_many_links_has_none() -> None:
    with pymupdf.open(stream=linked("https://docs.un.org"), filetype="pdf") as document:
        for _ in range(200):
            document[0].insert_link(
                {"kind": 2, "from": pymupdf.Rect(72, 70, 200, 84), "uri": "https://docs.un.org"}
            )
        data = document.tobytes()
    assert not any(block.links for block in read_pdf(data).blocks)
