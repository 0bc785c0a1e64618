"""Gives each line of a concordance the words of its counterpart that answer the term, and counts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefer.core.concordance.counterparts import Background, Candidate, Known, Stems, answers
from briefer.core.concordance.lines import KwicLine, TermCount, commonest, places
from briefer.core.document import Span
from briefer.core.wordforms import Token, WordForms

Answer = tuple[Candidate, tuple[Span, ...]]


def answered(
    lines: Sequence[KwicLine], length: int, known: Known, background: Background, forms: WordForms
) -> tuple[tuple[KwicLine, ...], tuple[TermCount, ...]]:
    """The lines with their counterpart terms and marks, and how often each term is met.

    `length` is how many words the term has. A passage is weighed once, whatever lines face it.
    """
    tokens: dict[str, list[Token]] = {}
    for line in lines:
        if line.counterpart is not None and line.counterpart not in tokens:
            tokens[line.counterpart] = forms.tokens(line.counterpart)
    found = answers([[t.stem for t in each] for each in tokens.values()], length, known, background)
    chosen: dict[str, Answer] = {}
    for (text, own), candidates in zip(tokens.items(), found, strict=True):
        if candidates:
            chosen[text] = (candidates[0], places(own, candidates[0].stems))
    names = _names(lines, chosen)
    made = tuple(_line(line, chosen.get(line.counterpart or ""), names) for line in lines)
    return made, _counts(made, chosen, names)


def _names(lines: Sequence[KwicLine], chosen: dict[str, Answer]) -> dict[Stems, str]:
    """What each term is called: as it is written most often."""
    written: dict[Stems, list[str]] = defaultdict(list)
    for line in lines:
        if line.counterpart is not None and line.counterpart in chosen:
            candidate, marks = chosen[line.counterpart]
            written[candidate.stems] += [line.counterpart[mark.start : mark.end] for mark in marks[:1]]
    return {stems: commonest(forms) for stems, forms in written.items()}


def _line(line: KwicLine, answer: Answer | None, names: dict[Stems, str]) -> KwicLine:
    if answer is None:
        return line
    candidate, marks = answer
    return replace(line, counterpart_term=names[candidate.stems], counterpart_marks=marks)


def _counts(
    lines: Sequence[KwicLine], chosen: dict[str, Answer], names: dict[Stems, str]
) -> tuple[TermCount, ...]:
    """Terms that are written alike count as one; the strongest of them speaks for all."""
    strongest: dict[str, Candidate] = {}
    for candidate, _marks in chosen.values():
        name = names[candidate.stems]
        if name not in strongest or candidate.weight > strongest[name].weight:
            strongest[name] = candidate
    counted: dict[str, int] = defaultdict(int)
    for line in lines:
        if line.counterpart_term is not None:
            counted[line.counterpart_term] += 1
    order = sorted(counted, key=lambda name: (-counted[name], name.casefold()))
    return tuple(
        TermCount(name, counted[name], best.listed, round(best.dice, 4), round(best.likelihood, 2))
        for name, best in ((name, strongest[name]) for name in order)
    )
