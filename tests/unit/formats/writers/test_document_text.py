"""Documents and annotations as text and as Markdown."""

from __future__ import annotations

from briefer.core.document import Kind, Paragraph, Version
from briefer.formats.writers.annotations_markdown import annotations_markdown
from briefer.formats.writers.document_text import document_markdown, document_text
from tests.factories import plain_document, sample_annotation, sample_document


def test_text_shows_versions_one_after_the_other_with_their_labels() -> None:
    lines = document_text(sample_document(), str.upper).split("\n\n")
    assert lines[0] == "RU\n=="
    assert "1. Calls upon States parties to strengthen control measures;" in lines
    assert lines.index("EN\n==") == 9


def test_unnumbered_paragraphs_show_no_label() -> None:
    assert "PP1" not in document_text(sample_document(), str)


def test_sub_paragraphs_are_labelled_as_their_language_does() -> None:
    version = Version("ru", (Paragraph(Kind.ITEM, "текст", "12 (a)"),))
    document = plain_document({"ru": ["x"]})
    document = type(document)(document.sources, document.masthead, (version,))
    assert "12 a) текст" in document_text(document, str)


def test_markdown_has_headings_and_no_markup_from_the_text() -> None:
    shown = document_markdown(plain_document({"en": ["# <b>a</b> | `x`"]}), str)
    assert shown == "# en\n\n\\# &lt;b&gt;a&lt;/b&gt; &#124; \\`x\\`\n"
    assert "## Draft resolution on the exchange of data about precursors" in document_markdown(
        sample_document(), str
    )


def test_annotations_in_markdown_quote_and_comment() -> None:
    annotation = sample_annotation(sample_document(), "d")
    assert annotations_markdown([("L.4 | draft", [annotation])]) == (
        "## L.4 &#124; draft\n\n"
        "> **1** Calls upon States parties to strengthen control measures; (en)\n\n"
        "Our delegation supports this.\n\n"
        "\\#control\n"
    )
    assert annotations_markdown([]) == ""
