"""A symbol in the text opens the document that it names, or offers to look for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from briefer.app.task import Progress
from briefer.core.document import Paragraph, Span
from briefer.core.errors import DocumentAmbiguous, DocumentUnknown
from briefer.core.symbols import DocumentSymbol, find_symbols, parse_symbol
from briefer.core.wayfinding import next_stretch
from briefer.gui.actions import Actions, Handlers
from briefer.gui.frame import Frame
from briefer.gui.latest import Latest
from briefer.gui.parts import Parts
from briefer.gui.reader.spots import Spot
from briefer.gui.search.field import SearchField
from briefer.gui.workspace import Workspace

NAMES = ("next-symbol", "previous-symbol", "open-symbol")
Candidates = Sequence[tuple[str, str]]


class SymbolsDesk(QObject):
    """What can be done about the symbols that stand in the text, by pointer and by keys."""

    def __init__(
        self,
        parts: Parts,
        workspace: Workspace,
        frame: Frame,
        ask_for_file: Callable[[], object],
        search: SearchField,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._parts = parts
        self._workspace = workspace
        self._reader = reader = frame.reader
        self._notices = frame.notices
        self._ask_for_file = ask_for_file
        self._search = search
        self._window = window
        self._acts: Actions | None = None
        self._work = Latest(parts.jobs, workspace.troubled.emit, self)
        reader.surface.symbol_activated.connect(self.open)
        reader.surface.hints.ask(self.hint)
        workspace.opened.connect(self._opened)
        workspace.amended.connect(self._opened)

    def handlers(self) -> Handlers:
        return {
            "next-symbol": partial(self.step, forward=True),
            "previous-symbol": partial(self.step, forward=False),
            "open-symbol": self.open_at_caret,
        }

    def attend(self, acts: Actions) -> None:
        self._acts = acts

    @property
    def idle(self) -> bool:
        """Whether no symbol is being looked up."""
        return self._work.idle

    def step(self, *, forward: bool) -> None:
        """Go to the next symbol of the text that is read, or to the one before."""
        spot, opened = self._reader.surface.spot(), self._workspace.document
        version = opened.document.version(spot.language) if opened and spot else None
        if spot is None or version is None:
            return
        found = next_stretch(version.paragraphs, self._spans, (spot.index, spot.offset), forward=forward)
        if found is not None:
            self._notices.clear()
            self._reader.surface.go_to_span(spot.language, *found)
        elif forward:
            self._notices.say(lambda texts: texts.gettext("There is no symbol after this place."))
        else:
            self._notices.say(lambda texts: texts.gettext("There is no symbol before this place."))

    @Slot()
    def open_at_caret(self) -> None:
        """Open what the symbol at the caret names, or the first one after it in its paragraph."""
        spot, opened = self._reader.surface.spot(), self._workspace.document
        version = opened.document.version(spot.language) if opened and spot else None
        symbols = find_symbols(version.paragraphs[spot.index].text) if version and spot else []
        after = [symbol for span, symbol in symbols if spot and span.end >= spot.offset]
        if after or symbols:
            self.open(after[0] if after else symbols[0][1])
        else:
            self._notices.say(lambda texts: texts.gettext("There is no symbol in this paragraph."))

    @Slot(object)
    def open(self, symbol: DocumentSymbol) -> None:
        """Open the saved document with a symbol; where there is none, or several, ask what to do."""
        wanted = str(symbol)

        def work(_progress: Progress) -> str | Candidates:
            try:
                return self._parts.library.find(wanted)
            except DocumentUnknown:
                return ()
            except DocumentAmbiguous as error:
                found = error.params["candidates"]
                return tuple(found) if isinstance(found, tuple) else ()

        def done(found: str | Candidates) -> None:
            if isinstance(found, str):
                self._workspace.open_saved(found)
            else:
                self._ask(wanted, found)

        self._work.ask(self._parts.texts.gettext("Looking for {symbol}…").format(symbol=wanted), work, done)

    def hint(self, spot: Spot) -> Sequence[str] | None:
        """What a click on the symbol at a place would do."""
        side = self._reader.surface.side_of(spot.language)
        found = self._reader.surface.symbols[side].of(spot.index) if side is not None else ()
        for span, symbol in found:
            if span.start <= spot.offset < span.end:
                return (
                    str(symbol),
                    self._parts.texts.gettext("A click opens the document with this symbol."),
                )
        return None

    def _spans(self, paragraph: Paragraph) -> list[Span]:
        own = self._own()
        return [span for span, symbol in find_symbols(paragraph.text) if symbol != own]

    def _own(self) -> DocumentSymbol | None:
        opened = self._workspace.document
        written = opened.document.masthead.symbol if opened else None
        return parse_symbol(written) if written else None

    def _ask(self, symbol: str, candidates: Candidates) -> None:
        from briefer.gui.symbols.dialog import SymbolDialog

        dialog = SymbolDialog(symbol, candidates, self._parts.texts, self._window)
        dialog.document_wanted.connect(self._workspace.open_saved)
        dialog.file_wanted.connect(self._ask_for_file)
        dialog.search_wanted.connect(lambda: self._search_for(symbol))
        dialog.open()

    def _search_for(self, symbol: str) -> None:
        """Search the library for where a symbol is mentioned."""
        self._search.enter()
        self._search.setText(f'"{symbol}"')

    @Slot()
    def _opened(self) -> None:
        own, opened = self._own(), self._workspace.document
        for symbols in self._reader.surface.symbols:
            symbols.own = own
        if self._acts is not None:
            for name in NAMES:
                self._acts[name].setEnabled(opened is not None)
