"""What is known of the open document, in words: files, what was mended, masthead, versions, pairs.

Not here: how it is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefer.app.encodings import encoding_name
from briefer.app.messages import describe_notice
from briefer.app.model import Notice, OpenDocument
from briefer.app.texts import Texts
from briefer.core.bitext import Bitext, Origin
from briefer.core.document import Source, Translation, Version
from briefer.core.masthead import Masthead
from briefer.gui.library.words import meeting_words, organ_name

SHORT_HASH = 16


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known; a `name` of "" belongs to the fact before."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    facts: tuple[Fact, ...]


def facts_of(opened: OpenDocument, texts: Texts) -> tuple[Section, ...]:
    """Everything, in sections; what is not known is left out."""
    document = opened.document
    sections = [
        *(Section(Path(source.path).name, tuple(_file(source, texts))) for source in document.sources),
        Section(texts.gettext("Cover page"), tuple(_masthead(document.masthead, texts))),
        Section(texts.gettext("Languages"), tuple(_version(each, texts) for each in document.versions)),
    ]
    if document.bitext is not None:
        sections.append(Section(texts.gettext("Alignment"), tuple(_beads(document.bitext, texts))))
    sections.append(Section(texts.gettext("Library"), tuple(_saving(opened, texts))))
    return tuple(section for section in sections if section.facts)


def as_text(sections: tuple[Section, ...]) -> str:
    """The sections as lines for the clipboard."""
    parts = []
    for section in sections:
        lines = [f"{fact.name}: {fact.value}" if fact.name else fact.value for fact in section.facts]
        parts.append("\n".join([section.title, *(f"  {line}" for line in lines)]))
    return "\n\n".join(parts) + "\n"


def _file(source: Source, texts: Texts) -> Iterator[Fact]:
    yield Fact(texts.gettext("Path"), source.path)
    yield Fact(texts.gettext("Format"), format_name(source.format, texts))
    if size := _size(Path(source.path), texts):
        yield Fact(texts.gettext("Size"), size)
    if source.pages is not None:
        yield Fact(texts.gettext("Pages"), str(source.pages))
    if source.encoding is not None:
        name = encoding_name(source.encoding)
        if "encoding-guessed" in source.repairs:
            name = texts.gettext("{encoding}, guessed").format(encoding=name)
        yield Fact(texts.gettext("Text encoding"), name)
    yield Fact("SHA-256", source.sha256[:SHORT_HASH] + "…")
    mended = [repair.partition(":") for repair in source.repairs if repair != "encoding-guessed"]
    for number, (code, _colon, pages) in enumerate(mended):
        sentence = describe_notice(Notice(code, {"encoding": source.encoding, "pages": pages}), texts)
        yield Fact(texts.gettext("What was mended") if number == 0 else "", sentence)


def _size(path: Path, texts: Texts) -> str:
    try:
        size = path.stat().st_size
    except OSError:
        return ""
    if size < 1000:
        return texts.ngettext("{count} byte", "{count} bytes", size).format(count=size)
    if size < 1_000_000:
        return texts.gettext("{size} kB").format(size=round(size / 1000))
    return texts.gettext("{size} MB").format(size=texts.decimal(round(size / 1_000_000, 1)))


def format_name(name: str, texts: Texts) -> str:
    """What a format is called: by its letters, but for plain text and Markdown."""
    plain = {"text": texts.gettext("plain text"), "markdown": "Markdown"}
    return plain.get(name, name.upper())


def _masthead(masthead: Masthead, texts: Texts) -> Iterator[Fact]:
    distributions = {
        "general": texts.pgettext("distribution", "General"),
        "limited": texts.pgettext("distribution", "Limited"),
        "restricted": texts.pgettext("distribution", "Restricted"),
    }
    organs = (masthead.parent_organ, masthead.organ)
    named = (
        (texts.gettext("Organ"), ", ".join(organ_name(organ, texts) for organ in organs if organ)),
        (texts.gettext("Symbol"), masthead.symbol),
        (
            texts.gettext("Distribution"),
            distributions.get(masthead.distribution or "", masthead.distribution),
        ),
        (texts.gettext("Date"), texts.date(masthead.date) if masthead.date else ""),
        (
            texts.gettext("Original languages"),
            ", ".join(texts.language_name(code, inside=True) for code in masthead.original_languages),
        ),
        (texts.gettext("Session"), masthead.session),
        (texts.gettext("Meeting"), meeting_words(masthead, texts)),
        (texts.gettext("Agenda item"), masthead.agenda_item),
        (texts.gettext("Title"), masthead.title),
    )
    return (Fact(name, value) for name, value in named if value)


def _version(version: Version, texts: Texts) -> Fact:
    count = len(version.paragraphs)
    said = {
        None: texts.ngettext("{count} paragraph", "{count} paragraphs", count),
        Translation.OFFICIAL: texts.ngettext(
            "{count} paragraph; translation", "{count} paragraphs; translation", count
        ),
        Translation.UNOFFICIAL: texts.ngettext(
            "{count} paragraph; unofficial translation", "{count} paragraphs; unofficial translation", count
        ),
    }
    return Fact(texts.language_name(version.language), said[version.translation].format(count=count))


def _beads(bitext: Bitext, texts: Texts) -> Iterator[Fact]:
    names = tuple(texts.language_name(language) for language in (bitext.left, bitext.right))
    yield Fact(texts.gettext("Side by side"), " – ".join(names))
    shapes = Counter((len(bead.left), len(bead.right)) for bead in bitext.beads)
    order = sorted(shapes, key=lambda shape: (0 in shape, shape))
    listed = " · ".join(f"{left}–{right}: {shapes[left, right]}" for left, right in order)
    yield Fact(texts.gettext("Groups"), listed)
    if by_hand := sum(bead.origin is Origin.HAND for bead in bitext.beads):
        yield Fact(texts.gettext("Corrected by hand"), str(by_hand))


def _saving(opened: OpenDocument, texts: Texts) -> Iterator[Fact]:
    if opened.id is None:
        yield Fact("", texts.gettext("Not saved"))
    else:
        yield Fact(texts.gettext("Number"), opened.id)
