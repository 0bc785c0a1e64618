"""What the reader offers around the text: composition only."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from briefer.gui.actions import Actions
from briefer.gui.frame import Frame
from briefer.gui.pages.desk import PagesDesk
from briefer.gui.parts import Parts
from briefer.gui.terms.desk import TermsDesk
from briefer.gui.workspace import Workspace


class Surroundings:
    """The desks of the features around the text, made and attended to together."""

    def __init__(self, parts: Parts, workspace: Workspace, frame: Frame, window: QWidget) -> None:
        self.pages = PagesDesk(parts, workspace, frame.reader, window)
        self.terms = TermsDesk(parts, workspace, frame.reader, frame.side, window)

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """What each action of theirs does."""
        return {**self.pages.handlers(), **self.terms.handlers()}

    def attend(self, acts: Actions) -> None:
        """Keep the actions as they should be from now on."""
        self.pages.attend(acts)
        self.terms.attend(acts)

    def close(self) -> None:
        """The window closes; its jobs have ended."""
        self.pages.close()
