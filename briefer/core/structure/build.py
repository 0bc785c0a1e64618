"""From the blocks of one or two files to language versions and their masthead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefer.core.dates import find_date
from briefer.core.document import Kind, Translation, Version
from briefer.core.layout import Reading
from briefer.core.masthead import Masthead
from briefer.core.structure.kinds import paragraphs_of
from briefer.core.structure.lines import Block
from briefer.core.structure.mastheads import read_masthead
from briefer.core.structure.notes import translation_note
from briefer.core.structure.parting import Part, parts_of
from briefer.core.symbols import parse_symbol


def versions_of(blocks: Sequence[Block], reading: Reading = Reading()) -> tuple[Version, ...]:
    """The language versions in one file, one or two, Russian first, then English.

    `reading` is what a person has said of the layout and the languages; where the file does not
    bear it, what is nearest to it is done.
    """
    return tuple(_version(part) for part in parts_of(blocks, reading))


def masthead_of(versions: Sequence[Version]) -> Masthead:
    """The masthead of a document, from whichever of its versions has one, originals first.

    A document without a dated masthead has the date of its dateline, one without a symbol there the
    one of its running heads.
    """
    originals_first = sorted(versions, key=lambda version: version.translation is not None)
    paragraphs = [paragraph for version in originals_first for paragraph in version.paragraphs]
    masthead = read_masthead(paragraphs)
    if masthead.symbol is None:
        heads = [parse_symbol(p.text) for p in paragraphs if p.kind is Kind.FURNITURE]
        masthead = replace(masthead, symbol=next((str(s) for s in heads if s and len(s.parts) > 2), None))
    if masthead.date is None:
        dates = [find_date(p.text) for p in paragraphs if p.kind is Kind.DATELINE]
        masthead = replace(masthead, date=next((found[0] for found in dates if found), None))
    return masthead


def _version(part: Part) -> Version:
    paragraphs = paragraphs_of(part.pieces)
    notes = [translation_note(p.text) for p in paragraphs if p.kind is Kind.NOTE]
    said = next((note for note in notes if note), None)
    return Version(part.language, paragraphs, Translation(said) if said else None)
