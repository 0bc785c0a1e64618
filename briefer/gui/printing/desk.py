"""Prints the document at hand as it stands: both languages, or the one that is shown alone."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QDialog, QWidget

from briefer.app.model import OpenDocument
from briefer.app.texts import Texts
from briefer.core.document import Document, Translation, Version
from briefer.gui.actions import Handlers
from briefer.gui.notices import NoticeBar, Offer, Tone
from briefer.gui.parts import Parts
from briefer.gui.reader.place import Rows
from briefer.gui.reader.typography import Typography
from briefer.gui.reader.view import ReaderView
from briefer.gui.theme import Appearance
from briefer.gui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from briefer.gui.printing.paper import Words

SIZE = 10.0  # points on paper


class PrintDesk(QObject):
    """Asks the system how to print, and prints between events, a row at a time."""

    def __init__(
        self, parts: Parts, workspace: Workspace, reader: ReaderView, notices: NoticeBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._reader = reader
        self._notices = notices
        self._texts = parts.texts
        self._look = parts.look
        self._window = window
        self._printer: QPrinter | None = None
        self._pages: Generator[int, None, None] | None = None
        self._page = 0
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._go_on)

    def handlers(self) -> Handlers:
        return {"print": self.ask}

    @property
    def busy(self) -> bool:
        """Whether something is being printed."""
        return self._pages is not None

    @Slot()
    def ask(self) -> None:
        """Let the reader choose a printer, or a file, and print."""
        if self.busy or self._workspace.document is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from briefer.gui.printing.paper import lay_out

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        lay_out(printer, len(self._shown(Rows(self._workspace.document.document))))
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.setWindowTitle(self._texts.gettext("Print"))
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print the document at hand."""
        opened = self._workspace.document
        if self.busy or opened is None:
            return
        from briefer.gui.printing.paper import Paper

        rows = Rows(opened.document)
        shown = self._shown(rows)
        typography = Typography(Appearance(family=self._look.appearance.family, point_size=SIZE))
        self._printer = printer  # as long as it is printed on
        printer.setDocName(opened.document.masthead.symbol or opened.document.title(self._texts.language))
        self._pages = Paper(printer, rows, shown, typography, self._words(opened, rows, shown)).pages()
        self._notices.say(
            lambda texts: texts.gettext("Printing…"),
            offer=Offer(lambda texts: texts.gettext("Stop"), self.stop),
        )
        self._next.start()

    @Slot()
    def stop(self) -> None:
        """Print no further."""
        if self._pages is not None and self._printer is not None:
            self._next.stop()
            self._printer.abort()
            self._end()
            self._notices.clear()

    def close(self) -> None:
        """The window closes."""
        self.stop()

    @Slot()
    def _go_on(self) -> None:
        if self._pages is None:
            return
        page = next(self._pages, None)
        if page is not None:
            self._page = page
            return
        self._next.stop()
        done, failed = self._page, self._failed()
        self._end()
        if failed:
            self._notices.say(lambda texts: texts.gettext("The printer did not take it."), Tone.PROBLEM)
        else:
            self._notices.say(
                lambda texts: texts.ngettext(
                    "{count} page is printed.", "{count} pages are printed.", done
                ).format(count=done),
                Tone.SUCCESS,
            )

    def _failed(self) -> bool:
        from PySide6.QtPrintSupport import QPrinter

        bad = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
        return self._printer is not None and self._printer.printerState() in bad

    def _end(self) -> None:
        pages, self._pages = self._pages, None
        if pages is not None:
            pages.close()
        self._printer = None

    def _shown(self, rows: Rows) -> tuple[int, ...]:
        """The sides in the order in which they stand on the screen."""
        arrangement = self._reader.arrangement
        shown = arrangement.shown(len(rows.versions))
        return tuple(reversed(shown)) if arrangement.swapped else shown

    def _words(self, opened: OpenDocument, rows: Rows, shown: tuple[int, ...]) -> Words:
        from briefer.gui.printing.paper import Words

        heads = tuple(_head(rows.versions[side], self._texts) for side in shown)
        return Words(heads, _foot(opened.document, self._texts))


def _head(version: Version, texts: Texts) -> str:
    name = texts.language_name(version.language)
    if version.translation is Translation.UNOFFICIAL:
        return texts.gettext("{language}: unofficial translation").format(language=name)
    return name


def _foot(document: Document, texts: Texts) -> str:
    title = document.title(texts.language)
    symbol = document.masthead.symbol
    return f"{symbol} · {title}" if symbol and title != symbol else symbol or title
