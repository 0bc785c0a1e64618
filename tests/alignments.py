"""Alignments that tests of the writers share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from briefer.core.align.sentences import sentences_of
from briefer.core.alignment import Alignment
from briefer.core.bitext import Bead, Origin
from briefer.core.document import Kind, Paragraph, Version
from briefer.core.sentence_beads import SentenceBead

_LEFT = (
    Paragraph(Kind.TITLE, "Доклад о прекурсорах <проект> & приложения"),
    Paragraph(Kind.BODY, "Комитет принял 12 решений. Он избрал Председателя и закрыл сессию.", "1"),
    Paragraph(Kind.BODY, 'Строка первая\nи вторая: "C:\\temp"\tс табуляцией.', "2"),
    Paragraph(Kind.BODY, "Продолжение пункта.", None),
    Paragraph(Kind.FOOTNOTE, "Не редактировалось.", "*"),
    Paragraph(Kind.BODY, "Сомнительное утверждение.", "3"),
)
_RIGHT = (
    Paragraph(Kind.NOTE, "Unofficial translation from Russian"),
    Paragraph(Kind.TITLE, "Report on precursors <draft> & annexes"),
    Paragraph(
        Kind.BODY, "The Committee adopted 12 decisions. It elected a Chair. It closed the session.", "1"
    ),
    Paragraph(
        Kind.BODY, "First line\r\nand second\x07, <script>alert(1)</script> \u202eand a tab\tonly.", "2"
    ),
    Paragraph(Kind.BODY, "A doubtful statement.", "3"),
)
_BEADS = (
    Bead((), (0,), 0.97),
    Bead((0,), (1,), 0.9987654),
    Bead((1,), (2,), 1.0),
    Bead((2, 3), (3,), 1.0, Origin.HAND),
    Bead((4,), (), 0.81),
    Bead((5,), (4,), 0.41),
)

# Of each bead, how many sentences belong together.
_SENTENCES = (
    ((0, 1, 0.97),),
    ((1, 1, 0.9987654),),
    ((1, 1, 0.998), (1, 2, 0.85)),
    ((1, 1, 0.89), (1, 0, 0.7)),
    ((1, 0, 0.81),),
    ((1, 1, 0.41),),
)


def sample_alignment(*, sentences: bool = False) -> Alignment:
    """Six beads with what is awkward to write: markup, tabs, control characters, doubt, a hand."""
    alignment = Alignment(Version("ru", _LEFT), Version("en", _RIGHT), _BEADS)
    if not sentences:
        return alignment
    inside = [_inside(alignment, bead, shapes) for bead, shapes in zip(_BEADS, _SENTENCES, strict=True)]
    return replace(alignment, sentences=tuple(inside))


def _inside(
    alignment: Alignment, bead: Bead, shapes: Sequence[tuple[int, int, float]]
) -> tuple[SentenceBead, ...]:
    ours = iter(sentences_of(alignment.left, bead.left))
    theirs = iter(sentences_of(alignment.right, bead.right))
    return tuple(
        SentenceBead(tuple(islice(ours, width)), tuple(islice(theirs, height)), confidence)
        for width, height, confidence in shapes
    )
