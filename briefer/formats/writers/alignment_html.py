"""An alignment as one HTML page of two columns that needs nothing else, fetches nothing and prints well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from briefer.core.alignment import Alignment
from briefer.core.bitext import Bead, Origin
from briefer.core.document import Kind, Version
from briefer.core.sentence_beads import Sentence, SentenceBead

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# From which confidence on a bead is shown as it is, and below which its doubt is shown strongly.
_SURE, _DOUBTFUL = 0.9, 0.6
_TITLES = (Kind.TITLE, Kind.HEADING)
_ASIDE = (Kind.MASTHEAD, Kind.FURNITURE, Kind.FOOTNOTE, Kind.NOTE)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { --ink: #1d232b; --soft: #5f6b78; --line: #d9dee4; --head: #eef2f6; --none: #f6f7f9;
  --doubt: #b7791f; --hand: #1f4e79; }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1.5rem; color: var(--ink); background: #fff;
  font: 11pt/1.5 "PT Serif", Cambria, "Liberation Serif", Georgia, serif; }
h1, th, .key, .mark, .label { font-family: "PT Sans", Calibri, "Liberation Sans", Arial, sans-serif; }
h1 { margin: 0 0 .3rem; font-size: 15pt; }
.key { margin: 0 0 1.2rem; color: var(--soft); font-size: 9.5pt; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
col.mark { width: 2.6rem; }
th { padding: .45rem .8rem; background: var(--head); color: var(--soft); font-size: 9.5pt; text-align: left; }
td { padding: .5rem .8rem; border-bottom: 1px solid var(--line); vertical-align: top; }
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
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 9.5pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
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
    return "".join(f"{line}\n" for line in _lines(alignment, words))


def _lines(alignment: Alignment, words: AlignmentWords) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(words.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{_text(words.title)}</title>"
    yield f"<style>{_STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield f"<h1>{_text(words.title)}</h1>"
    yield f'<p class="key">{_text(words.key)}</p>'
    yield "<table>"
    yield '<colgroup><col><col class="mark"><col></colgroup>'
    yield (
        f'<thead><tr><th scope="col">{_text(words.left)}</th><th></th>'
        f'<th scope="col">{_text(words.right)}</th></tr></thead>'
    )
    yield "<tbody>"
    for number, bead in enumerate(alignment.beads):
        inside = alignment.sentences[number] if alignment.sentences is not None else ()
        yield from _row(alignment, bead, inside, words)
    yield "</tbody>"
    yield "</table>"
    yield "</body>"
    yield "</html>"


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
    return f'<td class="mark" title="{_text(said)}">{shown}</td>'


def _side(
    version: Version,
    indices: Sequence[int],
    groups: Sequence[Sequence[Sentence]],
    inside: Sequence[SentenceBead],
    words: AlignmentWords,
) -> Iterator[str]:
    if not indices:
        yield f'<td class="none" title="{_text(words.unmatched)}">—</td>'
        return
    parted = len(inside) > 1 and any(pair.matched for pair in inside)
    yield f'<td lang="{escape(version.language)}">'
    for index in indices:
        paragraph = version.paragraphs[index]
        label = f'<span class="label">{_text(paragraph.label)}</span> ' if paragraph.label else ""
        sort = "title" if paragraph.kind in _TITLES else "aside" if paragraph.kind in _ASIDE else ""
        opened = f'<p class="{sort}">' if sort else "<p>"
        spans = list(_spans_in(index, groups, inside))
        body = _with_sentences(paragraph.text, spans) if parted else _text(paragraph.text)
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
        parts.append(_text(text[at:start]))
        parts.append(f'<span class="sentence {look}">{_text(text[start:end])}</span>')
        at = end
    return "".join([*parts, _text(text[at:])])


def _text(text: str) -> str:
    return escape(_CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
