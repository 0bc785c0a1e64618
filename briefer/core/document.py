"""The document as a value: versions, paragraphs, where they came from.

How a document is recognised in plain text is in `briefer.core.structure`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefer.core.bitext import Bitext
from briefer.core.forms import is_form
from briefer.core.masthead import Masthead


class Kind(StrEnum):
    """What a paragraph is in the make-up of a session document."""

    MASTHEAD = "masthead"
    TITLE = "title"
    HEADING = "heading"
    DATELINE = "dateline"
    CHAPEAU = "chapeau"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    BODY = "body"
    ITEM = "item"
    CELL = "cell"
    FOOTNOTE = "footnote"
    NOTE = "note"
    FURNITURE = "furniture"


class Translation(StrEnum):
    """What a version says of itself as a translation."""

    OFFICIAL = "official"
    UNOFFICIAL = "unofficial"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, in code points, end excluded."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span from {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where a footnote's mark stood: before the code point `at` of the text.

    `mark` is written as the footnote's label is; `paragraph` is the index of the footnote in
    the same version, None where it is not there.
    """

    at: int
    mark: str
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a paragraph that lead to `target`, an address of http, https or mailto."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The unit of reading and citing.

    `text` is what a reader sees: the label and the footnote marks are not in it. `notes`
    and `links` stand in the order of the text.
    `page` counts from 1 and is None where the format has no pages.
    """

    kind: Kind
    text: str
    label: str | None = None
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    notes: tuple[NoteMark, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One language of one document. `language` is a BCP 47 code, `und` when unknown."""

    language: str
    paragraphs: tuple[Paragraph, ...]
    translation: Translation | None = None

    @property
    def title(self) -> str | None:
        """The text of the first title, or else of the first heading, or None."""
        for kind in (Kind.TITLE, Kind.HEADING):
            for paragraph in self.paragraphs:
                if paragraph.kind is kind:
                    return paragraph.text
        return None


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a version was read from. `repairs` are codes of what was mended."""

    path: str
    format: str
    sha256: str
    pages: int | None = None
    encoding: str | None = None
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What one symbol names, in all its language versions.

    Versions stand in reading order (Russian, English, then others), each language once.
    `bitext` is None when there is only one version. `called` is a title that a person has given.
    """

    sources: tuple[Source, ...]
    masthead: Masthead
    versions: tuple[Version, ...]
    bitext: Bitext | None = None
    called: str | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(version.language for version in self.versions)

    def version(self, language: str) -> Version | None:
        """The version in `language`, or None."""
        for version in self.versions:
            if version.language == language:
                return version
        return None

    @property
    def other_titles(self) -> dict[str, str]:
        """By language, what it is called in those in which that is not `title()`."""
        usual = self.title()
        titles = {language: self.title(language) for language in self.languages}
        return {language: title for language, title in titles.items() if title != usual}

    def title(self, language: str | None = None) -> str:
        """What a person calls it, or the title in `language`, else in the first version that has one.

        "Report of the Secretary-General" and the like are titles only where there is no better
        one. A document without any title is called after its file.
        """
        if self.called:
            return self.called
        preferred = [v for v in self.versions if v.language == language]
        titles = [version.title for version in (*preferred, *self.versions) if version.title]
        for title in (*(title for title in titles if not is_form(title)), self.masthead.title, *titles):
            if title:
                return title
        return self.sources[0].path.replace("\\", "/").rsplit("/", 1)[-1] if self.sources else ""
