"""A briefing note as DOCX, set into a template that a person can edit in a word processor.

Quoted text can neither become markup nor template: it is escaped letter by letter, braces
included. Not here: the template's make-up (`packaging/note_template.py`).
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.formats.writers.note_page import NotePage

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from jinja2 import Environment

_LOCALES = {"ru": "ru-RU", "en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ar": "ar-SA", "zh": "zh-CN"}
_NOT_XML = re.compile(r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_PROPERTY_LENGTH = 255


def plain(text: str) -> str:
    """Of `text` what XML can hold, with line ends as line feeds."""
    return _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def render_docx(page: NotePage, template: Path) -> bytes:
    """The note as the bytes of a DOCX file, with the styles of `template`."""
    import docx
    from docxtpl import DocxTemplate

    filled, made = DocxTemplate(io.BytesIO(template.read_bytes())), io.BytesIO()
    filled.render({"note": page}, _environment())
    filled.save(made)
    document = docx.Document(made)
    _tag_languages(document, page)
    _describe(document, page)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _environment() -> Environment:
    import jinja2
    from jinja2.sandbox import SandboxedEnvironment
    from markupsafe import Markup, escape

    def harmless(value: object) -> object:
        """docxtpl rewrites some braces after rendering: none of the note's must be left."""
        if isinstance(value, Markup) or not isinstance(value, str):
            return value
        return escape(plain(value)).replace("{", Markup("&#123;")).replace("}", Markup("&#125;"))

    return SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined, finalize=harmless)


def _tag_languages(document: Document, page: NotePage) -> None:
    """Tell the spelling checker the language of every run, by its letters.

    Latin letters are taken for the note's other language, or for English.
    """
    from docx.oxml.ns import qn

    latin = next((c.language for c in page.columns if c.language not in ("ru", "und")), "en")
    for run in _runs(document):
        text = "".join(part.text or "" for part in run.iter(qn("w:t")))
        cyrillic, roman = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
        if cyrillic or roman:
            _tag(run, _LOCALES["ru"] if cyrillic >= roman else _LOCALES.get(latin, latin))


def _runs(document: Document) -> Iterator[BaseOxmlElement]:
    from docx.oxml.ns import qn

    section = document.sections[0]
    for root in (document.element.body, section.header.part.element, section.footer.part.element):
        yield from root.iter(qn("w:r"))


def _tag(run: BaseOxmlElement, language: str) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    properties = run.find(qn("w:rPr"))
    if properties is None:
        properties = OxmlElement("w:rPr")
        run.insert(0, properties)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), language)
    properties.append(tag)


def _describe(document: Document, page: NotePage) -> None:
    properties = document.core_properties
    properties.title = plain(f"{page.kind}: {page.subject}" if page.subject else page.kind)[:_PROPERTY_LENGTH]
    properties.author = plain(page.author)[:_PROPERTY_LENGTH]
    properties.language = _LOCALES.get(page.language, page.language)
    properties.created = properties.modified = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
