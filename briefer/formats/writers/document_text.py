"""A document as plain text and as Markdown: one version after the other, labels in front."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefer.core.citation import local_label
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.formats.writers.note_markdown import escape

_HEADINGS: Mapping[Kind, str] = {Kind.TITLE: "## ", Kind.HEADING: "### "}


def document_text(document: Document, language_name: Callable[[str], str]) -> str:
    """Paragraphs with a blank line between them; versions under the name of their language."""
    shown = []
    for version in document.versions:
        name = language_name(version.language)
        shown.append(f"{name}\n{'=' * len(name)}")
        shown += [_plain(version, paragraph) for paragraph in version.paragraphs]
    return "\n\n".join(shown) + "\n"


def document_markdown(document: Document, language_name: Callable[[str], str]) -> str:
    """Versions under headings, titles as headings; nothing in the text can become markup."""
    shown = []
    for version in document.versions:
        shown.append(f"# {escape(language_name(version.language))}")
        shown += [_marked(version, paragraph) for paragraph in version.paragraphs]
    return "\n\n".join(shown) + "\n"


def _label(version: Version, paragraph: Paragraph) -> str:
    """The label as the text itself may have shown it; unnumbered paragraphs show none."""
    if not paragraph.label or paragraph.label.startswith("PP"):
        return ""
    return local_label(paragraph.label, version.language)


def _plain(version: Version, paragraph: Paragraph) -> str:
    label = _label(version, paragraph)
    if not label:
        return paragraph.text
    return f"{label}{'.' if label.isdecimal() else ''} {paragraph.text}"


def _marked(version: Version, paragraph: Paragraph) -> str:
    heading = _HEADINGS.get(paragraph.kind)
    text = escape(paragraph.text)
    if heading:
        return heading + " ".join(text.split())
    label = _label(version, paragraph)
    if paragraph.kind is Kind.FOOTNOTE:
        return f"<small>{escape(label)} {text}</small>" if label else f"<small>{text}</small>"
    return f"**{escape(label)}** {text}" if label else text
