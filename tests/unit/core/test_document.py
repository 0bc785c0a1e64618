"""What a document is called."""

from __future__ import annotations

import pytest

from briefer.core.document import Document, Kind, Paragraph, Source, Version
from briefer.core.masthead import Masthead


def titled(*titles: tuple[str, str], masthead: str | None = None) -> Document:
    versions = tuple(Version(language, (Paragraph(Kind.TITLE, text),)) for language, text in titles)
    source = Source("folder/L4.pdf", "pdf", "00")
    return Document(sources=(source,), masthead=Masthead(title=masthead), versions=versions)


def test_the_title_in_the_language_asked_for_comes_first() -> None:
    document = titled(("ru", "Совместное заявление"), ("en", "Joint Statement"), masthead="A statement")
    assert document.title("en") == "Joint Statement"
    assert document.title() == "Совместное заявление"


@pytest.mark.parametrize(
    "form",
    [
        "Report of the Secretary-General",
        "Note by the Secretariat",
        "Доклад Генерального секретаря**",
        "Draft resolution",
    ],
)
def test_the_form_of_a_paper_is_its_title_only_without_a_better_one(form: str) -> None:
    assert titled(("en", form), masthead="World drug problem").title("en") == "World drug problem"
    assert titled(("en", form)).title("en") == form


def test_a_document_without_a_title_is_called_after_its_file() -> None:
    assert titled().title() == "L4.pdf"
