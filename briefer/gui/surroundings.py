"""What the reader offers around the text: composition only."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefer.gui.actions import Actions, Handlers
from briefer.gui.annotations.stepping import AnnotationSteps
from briefer.gui.footnotes.desk import FootnoteDesk
from briefer.gui.frame import Frame
from briefer.gui.pages.desk import PagesDesk
from briefer.gui.parts import Parts
from briefer.gui.printing.desk import PrintDesk
from briefer.gui.quoting import QuoteDesk
from briefer.gui.terms.desk import TermsDesk
from briefer.gui.workspace import Workspace


class Surroundings:
    """The desks of the features around the text, made and attended to together."""

    def __init__(self, parts: Parts, workspace: Workspace, frame: Frame, window: QWidget) -> None:
        self.pages = PagesDesk(parts, workspace, frame.reader, window)
        self.pages.panel.shown.connect(frame.make_room_for_page)
        self.footnotes = FootnoteDesk(workspace, frame.reader, frame.notices, parts.texts, window)
        self.annotations = AnnotationSteps(
            parts.annotator.annotations, workspace, frame.reader, frame.notices
        )
        self.quoting = QuoteDesk(workspace, frame.reader, frame.notices, parts.texts, window)
        self.printing = PrintDesk(parts, workspace, frame.reader, frame.notices, window)
        self.terms = TermsDesk(parts, workspace, frame.reader, frame.side, window)
        self.terms.sought.connect(frame.bring_side)

    def handlers(self) -> Handlers:
        """What each action of theirs does."""
        taking = (self.quoting, self.printing)
        desks = (self.pages, self.footnotes, self.terms, self.annotations, *taking)
        return {name: deed for desk in desks for name, deed in desk.handlers().items()}

    def attend(self, acts: Actions) -> None:
        """Keep the actions as they should be from now on."""
        for desk in (self.pages, self.terms):
            desk.attend(acts)

    def close(self) -> None:
        """The window closes; its jobs have ended."""
        self.printing.close()
        self.pages.close()
