"""The check that a file holds the session document: its eighteen pairs and their labels."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.app.composing import document_of
from briefer.core.structure.build import versions_of
from briefer.core.structure.lines import Block
from tests.specimens import PAIRS


def assert_eighteen_pairs(blocks: Sequence[Block]) -> None:
    found = document_of([], versions_of(blocks)).document
    russian, english = found.versions
    assert found.bitext is not None
    matched = [bead for bead in found.bitext.beads if bead.matched]
    assert [(len(bead.left), len(bead.right)) for bead in matched] == [(1, 1)] * 18
    for bead, (ours, theirs) in zip(matched, PAIRS, strict=True):
        assert russian.paragraphs[bead.left[0]].text.startswith(ours)
        assert english.paragraphs[bead.right[0]].text.startswith(theirs)
    labels = [english.paragraphs[bead.right[0]].label for bead in matched]
    assert labels[-6:] == ["1", "2", "3", "4", "5", "6"]
