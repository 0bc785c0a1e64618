"""What was made by hand in an alignment, found again in a document that has been read anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz import fuzz

from briefer.core.bitext import Bead, Origin
from briefer.core.document import Document, Paragraph

# Of a hundred: a word or two mended in a paragraph leave it the same paragraph.
_ALIKE = 80
# White space and hyphens are where readers differ.
_UNSTABLE = re.compile(r"[\s\u00ad\u200b\-\u2010-\u2015]+")

Stretch = tuple[int, int, int, int]


def beads_again(before: Document, after: Document) -> tuple[Bead, ...]:
    """The beads made by hand in `before` whose paragraphs stand in `after` too, in order.

    A paragraph is the same when its label and text are, but for spaces and hyphens; between such, when its
    text is; between those, in stretches of as many paragraphs, when its text is much the same.
    """
    old, new = before.bitext, after.bitext
    if old is None or new is None or (old.left, old.right) != (new.left, new.right):
        return ()
    left = _same_paragraphs(before, after, old.left)
    right = _same_paragraphs(before, after, old.right)
    found = [
        Bead(tuple(left[i] for i in bead.left), tuple(right[j] for j in bead.right), 1.0, Origin.HAND)
        for bead in old.beads
        if bead.origin is Origin.HAND and left.keys() >= set(bead.left) and right.keys() >= set(bead.right)
    ]
    return tuple(bead for bead in found if _together(bead.left) and _together(bead.right))


def _same_paragraphs(before: Document, after: Document, language: str) -> dict[int, int]:
    """Which paragraph of `after` each of `before` is, in ascending order."""
    versions = [document.version(language) for document in (before, after)]
    old, new = (version.paragraphs if version else () for version in versions)
    texts = {id(paragraph): _UNSTABLE.sub("", paragraph.text) for paragraph in (*old, *new)}
    same: dict[int, int] = {}
    open_stretches: list[Stretch] = [(0, len(old), 0, len(new))]
    keys: tuple[Callable[[Paragraph], Hashable], ...] = (
        lambda paragraph: (paragraph.label, texts[id(paragraph)]),
        lambda paragraph: texts[id(paragraph)],
    )
    for key in keys:
        left_open: list[Stretch] = []
        for a, b, c, d in open_stretches:
            blocks = list(_blocks([key(p) for p in old[a:b]], [key(p) for p in new[c:d]]))
            same |= {a + i + step: c + j + step for i, j, size in blocks for step in range(size)}
            left_open += _between(blocks, (a, b, c, d))
        open_stretches = left_open
    for a, b, c, d in open_stretches:
        if b - a == d - c:
            pairs = zip(range(a, b), range(c, d), strict=True)
            same |= {i: j for i, j in pairs if fuzz.ratio(old[i].text, new[j].text) >= _ALIKE}
    return same


def _blocks(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int, int]]:
    """Runs that are equal, as (place in old, place in new, length), ascending.

    What is equal at both ends is taken off first: it is nearly all, and comparing takes far longer.
    """
    shorter = min(len(old), len(new))
    head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    tail = next((n for n in range(shorter - head) if old[-1 - n] != new[-1 - n]), shorter - head)
    yield 0, 0, head
    inner = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    for block in inner.get_matching_blocks():
        yield block.a + head, block.b + head, block.size
    yield len(old) - tail, len(new) - tail, tail


def _between(blocks: Sequence[tuple[int, int, int]], whole: Stretch) -> Iterator[Stretch]:
    """The stretches of both sides between equal runs, where both sides have any."""
    a, b, c, d = whole
    ends = [(0, 0), *((i + size, j + size) for i, j, size in blocks)]
    starts = [*((i, j) for i, j, _ in blocks), (b - a, d - c)]
    for (i, j), (next_i, next_j) in zip(ends, starts, strict=True):
        if next_i > i and next_j > j:
            yield a + i, a + next_i, c + j, c + next_j


def _together(indices: Sequence[int]) -> bool:
    return all(after == before + 1 for before, after in pairwise(indices))
