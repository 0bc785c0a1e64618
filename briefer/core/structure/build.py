"""From the blocks of one or two files to language versions and their masthead."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.core.document import Kind, Translation, Version
from briefer.core.masthead import Masthead
from briefer.core.structure.kinds import paragraphs_of
from briefer.core.structure.lines import Block
from briefer.core.structure.mastheads import read_masthead
from briefer.core.structure.notes import translation_note
from briefer.core.structure.paragraphs import pieces
from briefer.core.structure.versions import Part, split_versions


def versions_of(blocks: Sequence[Block]) -> tuple[Version, ...]:
    """The language versions in one file, Russian first, then English."""
    return tuple(_version(part) for part in split_versions(pieces(blocks)))


def masthead_of(versions: Sequence[Version]) -> Masthead:
    """The masthead of a document, from whichever of its versions has one."""
    return read_masthead(paragraph for version in versions for paragraph in version.paragraphs)


def _version(part: Part) -> Version:
    paragraphs = paragraphs_of(part.pieces)
    notes = [translation_note(p.text) for p in paragraphs if p.kind is Kind.NOTE]
    said = next((note for note in notes if note), None)
    return Version(part.language, paragraphs, Translation(said) if said else None)
