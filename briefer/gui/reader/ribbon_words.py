"""What the ribbon says of a link, and of what a drag would do, in words."""

from __future__ import annotations

from briefer.app.texts import Texts
from briefer.core.bitext import Bead, Origin
from briefer.core.corrections import Operation
from briefer.core.pulling import Plan
from briefer.gui.reader.place import FAIR, SURE


def bead_words(bead: Bead, texts: Texts) -> str:
    """Who or what made a bead, and how sure it is."""
    if not bead.matched:
        if bead.origin is Origin.HAND:
            return texts.gettext("Stands in one language only, set so by hand")
        return texts.gettext("Stands in one language only")
    if bead.origin is Origin.HAND:
        return texts.gettext("Aligned by hand")
    percent = int(100 * bead.confidence + 1e-6)  # rounded down: what is not certain is never called so
    if bead.confidence >= SURE:
        return texts.gettext("Aligned automatically, sure: {percent}%").format(percent=percent)
    if bead.confidence >= FAIR:
        return texts.gettext("Aligned automatically, fairly sure: {percent}%").format(percent=percent)
    return texts.gettext("Aligned automatically, doubtful: {percent}%").format(percent=percent)


def plan_words(plan: Plan, texts: Texts) -> str:
    """What letting go of the end now would do."""
    operation, removed = plan.correction.operation, plan.patch.removed
    if operation is Operation.MERGE:
        return joined_words(len(removed), texts)
    if operation is Operation.UNLINK:
        return texts.gettext("Takes the pair apart")
    if operation is Operation.SPLIT:
        return texts.gettext("Sets what is left out apart")
    moved = _moved(plan)
    return texts.ngettext(
        "Moves {count} paragraph over", "Moves {count} paragraphs over", moved
    ).format(count=moved)  # fmt: skip


def joined_words(count: int, texts: Texts) -> str:
    """What joining so many beads is called."""
    return texts.ngettext("Joins {count} pair", "Joins {count} pairs", count).format(count=count)


def _moved(plan: Plan) -> int:
    """How many paragraphs stand in another of the two beads than before."""
    before, after = plan.patch.removed[0], plan.patch.inserted[0]
    sides = ((before.left, after.left), (before.right, after.right))
    if len(plan.patch.inserted) == 1:  # one of the two had nothing else
        return min(len(bead.left) + len(bead.right) for bead in plan.patch.removed)
    return sum(abs(len(one) - len(other)) for one, other in sides)
