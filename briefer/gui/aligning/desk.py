"""Joins the corrector with the text: what the reader does about the alignment.

A correction is on disk before it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.model import OpenDocument
from briefer.core.corrections import Correction
from briefer.core.errors import NothingSelected
from briefer.gui.actions import Actions, Handlers
from briefer.gui.aligning import choosing
from briefer.gui.aligning.sentences import SentenceDesk
from briefer.gui.aligning.turns import Turns, Work
from briefer.gui.frame import Frame
from briefer.gui.parts import Parts
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from briefer.app.correcting import Corrector

CHOICES: Mapping[str, choosing.Choice] = {
    "confirm": choosing.confirm,
    "merge-next": choosing.merge_next,
    "merge-previous": choosing.merge_previous,
    "split": choosing.split,
    "move-next": choosing.forward,
    "move-previous": choosing.back,
    "unlink": choosing.unlink,
    "realign": choosing.realign,
}
OTHERS = ("link", "restore", "next-doubt", "previous-doubt")


class AligningDesk(QObject):
    """What the reader does about the alignment. `corrected` carries the `OpenDocument` shown then."""

    corrected = Signal(object)

    def __init__(self, parts: Parts, workspace: Workspace, frame: Frame, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._texts = parts.texts
        self._corrector: Corrector = parts.corrector
        self._workspace = workspace
        self._reader = frame.reader
        self._notices = frame.notices
        self._window = window
        self._acts: Actions | None = None
        self.sentences = SentenceDesk(parts, workspace, frame.reader, window)
        self._turns = Turns(workspace, parts.jobs, parts.texts, self._take, frame.notices.say_error)
        self._turns.changed.connect(self._turns_changed)
        workspace.opened.connect(self._opened)
        workspace.amended.connect(self._amended)
        self._reader.beads_joined.connect(self._join)
        self._reader.bead_pulled.connect(self._pull)
        self._reader.bead_menu_requested.connect(self._open_menu)
        self._reader.pairing.paired.connect(self._pair)
        self._reader.pairing.ended.connect(self._notices.clear)

    @property
    def idle(self) -> bool:
        """Whether no correction is under way."""
        return self._turns.idle

    def handlers(self) -> Handlers:
        """What each action about the alignment does."""
        return {
            **{name: partial(self.correct, choice) for name, choice in CHOICES.items()},
            "link": self.link,
            "restore": self.restore,
            "alignment-undo": partial(self.step, back=True),
            "alignment-redo": partial(self.step, back=False),
            "sentences": self.sentences.toggle,
            "next-doubt": partial(self.go_to_doubt, forward=True),
            "previous-doubt": partial(self.go_to_doubt, forward=False),
        }

    def attend(self, acts: Actions) -> None:
        """Keep the actions as they should be from now on, and offer them over the text."""
        self._acts = acts
        self.sentences.attend(acts)
        self._reader.offer_menu(acts.menu("alignment"))
        self._show_actions(self._workspace.document)

    def correct(self, choice: choosing.Choice) -> None:
        """Correct the alignment where the reader stands."""

        def work() -> Work:
            opened, stand = self._workspace.document, self._reader.stand()
            bitext = opened.document.bitext if opened else None
            if bitext is None or stand is None:
                raise NothingSelected
            correction = choice(bitext, stand)
            return lambda document, progress: self._corrector.correct(document, correction, progress)

        self._turns.wish(work)

    def step(self, *, back: bool) -> None:
        """Take the last correction back, or do the one again that was taken back last."""
        deed = self._corrector.undo if back else self._corrector.redo

        def work() -> Work:
            return lambda document, _progress: deed(document) if document.id else None

        self._turns.wish(work)

    def link(self) -> None:
        """Put what is selected on both sides together, or let the other side be chosen."""
        stand = self._reader.stand()
        if stand is None:
            self._notices.say_error(NothingSelected())
        elif all(stand.selected):
            self._pair(stand.paragraphs)
        else:
            self._reader.pairing.begin(stand)
            self._notices.say(
                lambda texts: texts.gettext(
                    "Now click the text in the other language that belongs to it, "
                    "or go there and press Enter. Esc gives up."
                )
            )

    def restore(self) -> None:
        """Bring the automatic alignment back, if the reader really wants it."""
        from briefer.gui.aligning.restoring import ask_to_restore

        if self._workspace.document is not None:
            ask_to_restore(lambda: self.correct(choosing.restore), self._texts, self._window)

    def go_to_doubt(self, *, forward: bool) -> None:
        if self._reader.go_to_doubt(forward=forward):
            self._notices.clear()
        elif forward:
            self._notices.say(lambda texts: texts.gettext("There is no doubtful pair after this place."))
        else:
            self._notices.say(lambda texts: texts.gettext("There is no doubtful pair before this place."))

    @Slot(object)
    def _pair(self, sides: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
        self.correct(lambda _bitext, _stand: choosing.link(*sides))

    @Slot(int, int)
    def _join(self, first: int, last: int) -> None:
        self._reader.go_to_bead(first)
        self.correct(lambda bitext, _stand: choosing.merge(bitext, first, last))

    @Slot(int, object)
    def _pull(self, number: int, correction: Correction) -> None:
        self._reader.go_to_bead(number)
        self.correct(lambda _bitext, _stand: correction)

    @Slot(QPoint)
    def _open_menu(self, point: QPoint) -> None:
        if self._acts is not None:
            self._acts.menu("alignment").popup(point)

    def _take(self, before: OpenDocument, after: OpenDocument | None) -> None:
        """Show what has become of the alignment, if that document is still the one at hand."""
        now = self._workspace.document
        if after is None:
            return
        if now is None or (now is not before and now.id != after.id):
            self._workspace.supersede(before, after)
            return
        self._notices.clear()
        if _texts(now) == _texts(after):
            document = replace(now.document, bitext=after.document.bitext)
            self._workspace.adopt(replace(now, id=after.id, document=document))
        else:
            self._workspace.show(after)
        if now.id is None:
            self._notices.say(
                lambda texts: texts.gettext(
                    "The document was saved to the library with its first correction. "
                    "“Undo correction” in the menu Alignment takes corrections back."
                )
            )
        if self._workspace.document is not None:
            self.corrected.emit(self._workspace.document)

    @Slot(object)
    def _opened(self, opened: OpenDocument | None) -> None:
        self._turns.forget()
        self._show_actions(opened)

    @Slot(object)
    def _amended(self, opened: OpenDocument) -> None:
        changed = self._reader.amend(opened)
        place = self._reader.current_place()
        if changed is not None and (place is None or not self._near(changed, place.bead)):
            self._reader.go_to_bead(min(changed[0], max(0, changed[1] - 1)))
        self._show_actions(opened)

    @Slot()
    def _turns_changed(self) -> None:
        self._show_actions(self._workspace.document)

    def _near(self, changed: tuple[int, int], bead: int | None) -> bool:
        """Whether the bead at hand is among those changed, or beside them."""
        return bead is not None and changed[0] - 1 <= bead <= changed[1]

    def _show_actions(self, opened: OpenDocument | None) -> None:
        if self._acts is None:
            return
        aligned = opened is not None and opened.document.bitext is not None
        for name in (*CHOICES, *OTHERS):
            self._acts[name].setEnabled(aligned)
        identity = opened.id if opened else None
        waits = not self._turns.idle  # for what is under way, which can be taken back in its turn
        self._acts["alignment-undo"].setEnabled(aligned and (waits or self._corrector.can_undo(identity)))
        self._acts["alignment-redo"].setEnabled(aligned and self._corrector.can_redo(identity))


def _texts(opened: OpenDocument) -> list[tuple[str, list[str]]]:
    return [
        (version.language, [paragraph.text for paragraph in version.paragraphs])
        for version in opened.document.versions
    ]
