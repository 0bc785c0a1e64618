"""A concordance as one HTML page that needs nothing else, fetches nothing and prints well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from briefer.core.concordance.lines import Concordance, KwicLine
from briefer.core.document import Span
from briefer.formats.writers.table_page import escaped, table_page

_CONTEXT = 90  # code points on either side
_STYLE = """
:root { --mark: #ffe9a8; }
body { max-width: 84rem; font-size: 10.5pt; line-height: 1.45; }
.counts { margin: 0 0 1.4rem; padding: 0; columns: 3 14rem; font-size: 9.5pt; list-style: none; }
.counts b { display: inline-block; min-width: 2.6rem; text-align: right; padding-right: .5rem; }
th { padding: .4rem .5rem; font-size: 9pt; }
td { padding: .3rem .5rem; overflow-wrap: anywhere; white-space: pre-line; }
col.source { width: 10rem; } col.node { width: 11rem; } col.counterpart { width: 34%; }
td.source { color: var(--soft); font-size: 8.5pt; }
td.left { text-align: right; } td.node { text-align: center; font-weight: 700; }
mark { background: var(--mark); color: inherit; }
@page { size: A4 landscape; margin: 12mm; }
@media print { body { font-size: 8.5pt; } }
"""


@dataclass(frozen=True, slots=True)
class ConcordanceWords:
    """The page's own words, in the language `language`: heading, summary, and what heads the columns.

    `unanswered` names the lines without a counterpart term; `sources` says for each line where it stands.
    """

    language: str
    title: str
    key: str
    source: str
    context: str
    counterpart: str
    unanswered: str
    sources: Sequence[str]


def concordance_html(concordance: Concordance, words: ConcordanceWords) -> str:
    """The page. Everything that comes from the texts is escaped."""
    page = table_page(words.language, words.title, words.key, _STYLE, _body(concordance, words))
    return "".join(f"{line}\n" for line in page)


def _body(concordance: Concordance, words: ConcordanceWords) -> Iterator[str]:
    yield from _counts(concordance, words)
    if concordance.lines:
        yield '<table><colgroup><col class="source"><col><col class="node"><col><col class="counterpart">'
        yield f'</colgroup><thead><tr><th scope="col">{escaped(words.source)}</th>'
        yield f'<th scope="col" colspan="3">{escaped(words.context)}</th>'
        yield f'<th scope="col">{escaped(words.counterpart)}</th></tr></thead><tbody>'
        for line, source in zip(concordance.lines, words.sources, strict=True):
            yield _row(line, source)
        yield "</tbody></table>"


def _counts(concordance: Concordance, words: ConcordanceWords) -> Iterator[str]:
    counted = [(count.count, count.term) for count in concordance.counts]
    if concordance.unanswered and counted:
        counted.append((concordance.unanswered, words.unanswered))
    if counted:
        yield '<ul class="counts aid">'
        yield from (f"<li><b>{number}×</b>{escaped(term)}</li>" for number, term in counted)
        yield "</ul>"


def _row(line: KwicLine, source: str) -> str:
    language = escape(line.language)
    counterpart = _marked(line.counterpart, line.counterpart_marks) if line.counterpart else "—"
    opposite = f' lang="{escape(line.counterpart_language)}"' if line.counterpart_language else ""
    return (
        f'<tr><td class="source aid">{escaped(source)}</td>'
        f'<td class="left" lang="{language}">{escaped(line.left(_CONTEXT))}</td>'
        f'<td class="node" lang="{language}">{escaped(line.written)}</td>'
        f'<td class="right" lang="{language}">{escaped(line.right(_CONTEXT))}</td>'
        f'<td class="counterpart"{opposite}>{counterpart}</td></tr>'
    )


def _marked(text: str, marks: Sequence[Span]) -> str:
    parts: list[str] = []
    place = 0
    for mark in marks:
        parts += [escaped(text[place : mark.start]), f"<mark>{escaped(text[mark.start : mark.end])}</mark>"]
        place = mark.end
    return "".join([*parts, escaped(text[place:])])
