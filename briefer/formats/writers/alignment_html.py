"""An alignment as one HTML page of two columns that needs nothing else, fetches nothing and prints well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from briefer.core.alignment import Alignment
from briefer.core.bitext import Bead, Origin
from briefer.core.document import Kind, Version
from briefer.core.sentence_beads import Sentence, SentenceBead
from briefer.formats.writers.table_page import escaped, table_page

# From which confidence on a bead is shown as it is, and below which its doubt is shown strongly.
_SURE, _DOUBTFUL = 0.9, 0.6
_TITLES = (Kind.TITLE, Kind.HEADING)
_ASIDE = (Kind.MASTHEAD, Kind.FURNITURE, Kind.FOOTNOTE, Kind.NOTE)

_STYLE = """
:root { --none: #f6f7f9; --doubt: #b7791f; --hand: #1f4e79; }
body { max-width: 72rem; }
col.mark { width: 2.6rem; }
th { padding: .45rem .8rem; }
td { padding: .5rem .8rem; }
td.mark { padding: .5rem 0; color: var(--soft); font-size: 8pt; line-height: 2; text-align: center;
  white-space: nowrap; }
tr.doubt td.mark, tr.doubtful td.mark { color: var(--doubt); }
tr.doubtful td.mark { font-weight: 700; }
tr.hand td.mark { color: var(--hand); }
tr.alone td { background: var(--none); }
td.none { color: var(--soft); text-align: center; }
p { margin: 0 0 .4rem; white-space: pre-line; overflow-wrap: anywhere; hyphens: auto; }
p:last-child { margin-bottom: 0; }
p.title { font-weight: 700; }
p.aside { color: var(--soft); font-size: 9.5pt; }
.label { color: var(--soft); font-size: 9.5pt; padding-right: .3rem; }
.sentence.even { background: #eaf1f8; }
.sentence.odd { background: #f7f1e3; }
.sentence.lone { border-bottom: 1px dashed var(--doubt); }
@page { size: A4; margin: 15mm; }
@media print { body { font-size: 9.5pt; } }
"""


@dataclass(frozen=True, slots=True)
class AlignmentWords:
    """The page's own words, in the language `language`; `left` and `right` head the columns.

    `confidence` is shown when the mark of a bead is pointed at and holds {percent}.
    """

    language: str
    title: str
    key: str
    left: str
    right: str
    confidence: str
    by_hand: str
    unmatched: str


def alignment_html(alignment: Alignment, words: AlignmentWords) -> str:
    """The page. Everything that comes from the texts is escaped."""
    page = table_page(words.language, words.title, words.key, _STYLE, _table(alignment, words))
    return "".join(f"{line}\n" for line in page)


def _table(alignment: Alignment, words: AlignmentWords) -> Iterator[str]:
    yield "<table>"
    yield '<colgroup><col><col class="mark"><col></colgroup>'
    yield (
        f'<thead><tr><th scope="col">{escaped(words.left)}</th><th></th>'
        f'<th scope="col">{escaped(words.right)}</th></tr></thead>'
    )
    yield "<tbody>"
    for number, bead in enumerate(alignment.beads):
        inside = alignment.sentences[number] if alignment.sentences is not None else ()
        yield from _row(alignment, bead, inside, words)
    yield "</tbody>"
    yield "</table>"


def _row(
    alignment: Alignment, bead: Bead, inside: Sequence[SentenceBead], words: AlignmentWords
) -> Iterator[str]:
    yield f'<tr class="{" ".join(_classes(bead))}">'
    yield from _side(alignment.left, bead.left, [pair.left for pair in inside], inside, words)
    yield _mark(bead, words)
    yield from _side(alignment.right, bead.right, [pair.right for pair in inside], inside, words)
    yield "</tr>"


def _classes(bead: Bead) -> Iterator[str]:
    yield "pair" if bead.matched else "alone"
    if bead.origin is Origin.HAND:
        yield "hand"
    elif bead.confidence < _SURE:
        yield "doubt" if bead.confidence >= _DOUBTFUL else "doubtful"


def _mark(bead: Bead, words: AlignmentWords) -> str:
    """The middle cell: empty for a sure pair, a percentage where there is doubt, a sign for a hand."""
    shown, said = "", words.confidence.format(percent=int(bead.confidence * 100))
    if bead.origin is Origin.HAND:
        shown, said = "✎", words.by_hand
    elif bead.confidence < _SURE:
        shown = f"{int(bead.confidence * 100)}\N{NO-BREAK SPACE}%"
    return f'<td class="mark aid" title="{escaped(said)}">{shown}</td>'


def _side(
    version: Version,
    indices: Sequence[int],
    groups: Sequence[Sequence[Sentence]],
    inside: Sequence[SentenceBead],
    words: AlignmentWords,
) -> Iterator[str]:
    if not indices:
        yield f'<td class="none" title="{escaped(words.unmatched)}">—</td>'
        return
    parted = len(inside) > 1 and any(pair.matched for pair in inside)
    yield f'<td lang="{escape(version.language)}">'
    for index in indices:
        paragraph = version.paragraphs[index]
        label = f'<span class="label aid">{escaped(paragraph.label)}</span> ' if paragraph.label else ""
        sort = "title" if paragraph.kind in _TITLES else "aside" if paragraph.kind in _ASIDE else ""
        opened = f'<p class="{sort}">' if sort else "<p>"
        spans = list(_spans_in(index, groups, inside))
        body = _with_sentences(paragraph.text, spans) if parted else escaped(paragraph.text)
        yield f"{opened}{label}{body}</p>"
    yield "</td>"


def _spans_in(
    index: int, groups: Sequence[Sequence[Sentence]], inside: Sequence[SentenceBead]
) -> Iterator[tuple[int, int, str]]:
    """The sentences of one paragraph with the look they have: pairs take turns in two tints."""
    turn = 0
    for group, pair in zip(groups, inside, strict=True):
        look = "lone" if not pair.matched else ("even", "odd")[turn % 2]
        turn += pair.matched
        for sentence in group:
            if sentence.paragraph == index:
                yield sentence.span.start, sentence.span.end, look


def _with_sentences(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, look in spans:
        parts.append(escaped(text[at:start]))
        parts.append(f'<span class="sentence {look}">{escaped(text[start:end])}</span>')
        at = end
    return "".join([*parts, escaped(text[at:])])
