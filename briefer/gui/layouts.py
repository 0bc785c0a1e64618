"""How the two languages stand: chosen in the View menu, for the document at hand and remembered with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Slot

from briefer.app.settings import DOCUMENT_LAYOUTS, LAYOUT, SWAPPED
from briefer.app.state import Kept
from briefer.gui.actions import Actions, Handlers
from briefer.gui.parts import Parts
from briefer.gui.reader.arranging import Arrangement, Layout
from briefer.gui.reader.view import ReaderView
from briefer.gui.workspace import Workspace

MOST = 300  # documents whose layout is remembered


class LayoutDesk(QObject):
    """Arranges the reader: as was chosen for the document, or else as the settings say."""

    def __init__(self, parts: Parts, workspace: Workspace, reader: ReaderView, window: QObject) -> None:
        super().__init__(window)
        self._settings = parts.settings
        self._workspace = workspace
        self._reader = reader
        self._acts: Actions | None = None
        parts.look.set_anew.connect(self._set_anew)

    def handlers(self) -> Handlers:
        """What each action about the layout does."""
        return {
            **{f"layout-{layout}": partial(self._choose, layout) for layout in Layout},
            "swap-sides": self._swap,
        }

    def attend(self, acts: Actions) -> None:
        """Show by the actions how the languages stand."""
        self._acts = acts

    def check(self) -> None:
        """Check what is in force now; there is nothing to choose where there is one language."""
        if self._acts is None:
            return
        arrangement, two = self._reader.arrangement, self._reader.bilingual
        for layout in Layout:
            self._acts[f"layout-{layout}"].setEnabled(two)
        self._acts[f"layout-{arrangement.layout}"].setChecked(True)
        self._acts["swap-sides"].setEnabled(two)
        self._acts["swap-sides"].setChecked(arrangement.swapped)

    def show_document(self) -> None:
        """Another document is shown: arrange it as it was, or as the settings say."""
        own = self._remembered().get(self._key())
        layout, swapped = own or (self._settings.get(LAYOUT), self._settings.get(SWAPPED))
        self._reader.arrange(Arrangement(Layout(str(layout)), bool(swapped)))
        self.check()

    def _choose(self, layout: Layout) -> None:
        self._arrange(replace(self._reader.arrangement, layout=layout))

    def _swap(self) -> None:
        self._arrange(replace(self._reader.arrangement, swapped=not self._reader.arrangement.swapped))

    def _arrange(self, arrangement: Arrangement) -> None:
        self._reader.arrange(arrangement)
        if key := self._key():
            others = {each: own for each, own in self._remembered().items() if each != key}
            wanted: list[str | bool] = [arrangement.layout.value, arrangement.swapped]
            if wanted != [self._settings.get(LAYOUT), self._settings.get(SWAPPED)]:
                others[key] = wanted
            self._settings.set(DOCUMENT_LAYOUTS, dict(list(others.items())[-MOST:]))
        self.check()

    def _remembered(self) -> Mapping[str, list[str | bool]]:
        return self._settings.get(DOCUMENT_LAYOUTS)

    def _key(self) -> str:
        opened = self._workspace.document
        return Kept.of(opened).key if opened is not None else ""

    @Slot(str)
    def _set_anew(self, key: str) -> None:
        if key in (LAYOUT.key, SWAPPED.key):
            self.show_document()
