"""A concordance as one HTML page that needs nothing else, fetches nothing and prints well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from briefer.core.concordance.lines import Concordance, KwicLine
from briefer.core.document import Span

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_CONTEXT = 90  # code points on either side
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { --ink: #1d232b; --soft: #5f6b78; --line: #d9dee4; --head: #eef2f6; --mark: #ffe9a8; }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 84rem; padding: 0 1.5rem; color: var(--ink); background: #fff;
  font: 10.5pt/1.45 "PT Serif", Cambria, "Liberation Serif", Georgia, serif; }
h1, th, .key, .counts, .source { font-family: "PT Sans", Calibri, "Liberation Sans", Arial, sans-serif; }
h1 { margin: 0 0 .3rem; font-size: 15pt; }
.key { margin: 0 0 1.2rem; color: var(--soft); font-size: 9.5pt; }
.counts { margin: 0 0 1.4rem; padding: 0; columns: 3 14rem; font-size: 9.5pt; list-style: none; }
.counts b { display: inline-block; min-width: 2.6rem; text-align: right; padding-right: .5rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th { padding: .4rem .5rem; background: var(--head); color: var(--soft); font-size: 9pt; text-align: left; }
td { padding: .3rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top;
  overflow-wrap: anywhere; white-space: pre-line; }
col.source { width: 10rem; } col.node { width: 11rem; } col.counterpart { width: 34%; }
td.source { color: var(--soft); font-size: 8.5pt; }
td.left { text-align: right; } td.node { text-align: center; font-weight: 700; }
mark { background: var(--mark); color: inherit; }
@page { size: A4 landscape; margin: 12mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 8.5pt; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
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
    """The page."""
    return "\n".join(_page(concordance, words)) + "\n"


def _page(concordance: Concordance, words: ConcordanceWords) -> Iterator[str]:
    yield "<!doctype html>"
    yield f'<html lang="{escape(words.language)}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>{_text(words.title)}</title><style>{_STYLE}</style></head><body>"
    yield f'<h1>{_text(words.title)}</h1><p class="key">{_text(words.key)}</p>'
    yield from _counts(concordance, words)
    if concordance.lines:
        yield '<table><colgroup><col class="source"><col><col class="node"><col><col class="counterpart">'
        yield f'</colgroup><thead><tr><th scope="col">{_text(words.source)}</th>'
        yield f'<th scope="col" colspan="3">{_text(words.context)}</th>'
        yield f'<th scope="col">{_text(words.counterpart)}</th></tr></thead><tbody>'
        for line, source in zip(concordance.lines, words.sources, strict=True):
            yield _row(line, source)
        yield "</tbody></table>"
    yield "</body></html>"


def _counts(concordance: Concordance, words: ConcordanceWords) -> Iterator[str]:
    counted = [(count.count, count.term) for count in concordance.counts]
    if concordance.unanswered and counted:
        counted.append((concordance.unanswered, words.unanswered))
    if counted:
        yield '<ul class="counts">'
        yield from (f"<li><b>{number}×</b>{_text(term)}</li>" for number, term in counted)
        yield "</ul>"


def _row(line: KwicLine, source: str) -> str:
    language = escape(line.language)
    counterpart = _marked(line.counterpart, line.counterpart_marks) if line.counterpart else "—"
    opposite = f' lang="{escape(line.counterpart_language)}"' if line.counterpart_language else ""
    return (
        f'<tr><td class="source">{_text(source)}</td>'
        f'<td class="left" lang="{language}">{_text(line.left(_CONTEXT))}</td>'
        f'<td class="node" lang="{language}">{_text(line.written)}</td>'
        f'<td class="right" lang="{language}">{_text(line.right(_CONTEXT))}</td>'
        f'<td class="counterpart"{opposite}>{counterpart}</td></tr>'
    )


def _marked(text: str, marks: Sequence[Span]) -> str:
    parts: list[str] = []
    place = 0
    for mark in marks:
        parts += [_text(text[place : mark.start]), f"<mark>{_text(text[mark.start : mark.end])}</mark>"]
        place = mark.end
    return "".join([*parts, _text(text[place:])])


def _text(text: str) -> str:
    return escape(_CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
