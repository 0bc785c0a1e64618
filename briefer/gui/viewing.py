"""What the View menu does about the window: its columns, looks, language and full screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QLineEdit, QMainWindow, QToolBar, QWidget

from briefer.gui.actions import Actions, Handlers
from briefer.gui.frame import Frame
from briefer.gui.layouts import LayoutDesk
from briefer.gui.parts import Parts
from briefer.gui.theme import Theme
from briefer.gui.workspace import Workspace


class ViewDesk(QObject):
    """Changes how the window looks, and keeps the checks in its menus as things are."""

    def __init__(
        self, parts: Parts, workspace: Workspace, frame: Frame, search: QLineEdit, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._texts = parts.texts
        self._look = parts.look
        self._frame = frame
        self._search = search
        self._window = window
        self._layouts = LayoutDesk(parts, workspace, frame.reader, self)
        self._acts: Actions | None = None
        self._set_aside: tuple[QWidget, ...] | None = None

    def handlers(self) -> Handlers:
        """What each action about the window's view does."""
        look, reader, frame = self._look, self._frame.reader, self._frame
        return {
            "copy": reader.copy,
            "find": reader.open_find,
            "find-next": reader.find_next,
            "find-previous": reader.find_previous,
            "previous-pair": reader.previous_pair,
            "next-pair": reader.next_pair,
            "lock": lambda: reader.set_locked(not reader.locked),
            **self._layouts.handlers(),
            "larger": partial(look.resize_text, 1),
            "smaller": partial(look.resize_text, -1),
            "ordinary-size": look.reset_size,
            **{f"theme-{theme}": partial(look.set_theme, theme) for theme in Theme},
            "night": look.toggle_night,
            "serif": partial(look.set_face, serifs=True),
            "sans": partial(look.set_face, serifs=False),
            "wider-lines": partial(look.space_lines, 1),
            "closer-lines": partial(look.space_lines, -1),
            "own-look": lambda: look.keep_own(own=not look.own),
            "show-library": frame.toggle_library,
            "show-outline": frame.toggle_outline,
            "show-notes": frame.toggle_side,
            "next-column": partial(frame.go_round, self._search),
            "full-screen": self.toggle_full_screen,
            "quiet": self.toggle_quiet,
            "language-en": partial(look.speak, "en"),
            "language-ru": partial(look.speak, "ru"),
        }

    def attend(self, acts: Actions) -> None:
        """Keep the checks as they should be from now on."""
        self._acts = acts
        self._layouts.attend(acts)
        self._frame.reader.locked_changed.connect(acts["lock"].setChecked)
        self._frame.reader.zooming.wanted.connect(self._look.resize_text)
        acts.menu("view").aboutToShow.connect(self.check)
        self._look.set_anew.connect(self.check)
        self.check()

    @property
    def quiet(self) -> bool:
        """Whether nothing but the text is shown."""
        return self._set_aside is not None

    @Slot()
    def toggle_full_screen(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.check()

    @Slot()
    def toggle_quiet(self) -> None:
        """Put everything aside but the text, or bring back what was there."""
        if self._set_aside is not None:
            for widget in self._set_aside:
                widget.show()
            self._set_aside = None
            self._frame.room.keep_still(still=False)
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        else:
            frame, window = self._frame, self._window
            bars = window.findChildren(QToolBar)
            around = (window.menuBar(), window.statusBar(), *bars)
            beside = (frame.left, frame.side, frame.tabs, frame.header)
            self._set_aside = tuple(widget for widget in (*around, *beside) if not widget.isHidden())
            frame.room.keep_still(still=True)
            for widget in self._set_aside:
                widget.hide()
            window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
            frame.reader.setFocus()
        self.check()

    def leave(self) -> bool:
        """Leave the quiet, or full screen; whether there was anything to leave."""
        if self.quiet:
            self.toggle_quiet()
        elif self._window.isFullScreen():
            self.toggle_full_screen()
        else:
            return False
        return True

    def show_document(self) -> None:
        """Another document is at hand: what it brings with it stays aside in the quiet."""
        self._layouts.show_document()
        if self._set_aside is not None:
            for widget in (self._frame.side, self._frame.tabs, self._frame.header):
                widget.hide()

    @Slot()
    def check(self) -> None:
        """Check what is on now."""
        if (acts := self._acts) is None:
            return
        self._layouts.check()
        acts["lock"].setChecked(self._frame.reader.locked)
        acts[f"theme-{self._look.appearance.theme}"].setChecked(True)
        acts["night"].setChecked(self._look.appearance.theme is Theme.DARK)
        acts["serif" if self._look.serifs else "sans"].setChecked(True)
        acts["own-look"].setChecked(self._look.own)
        acts[f"language-{self._texts.language}"].setChecked(True)
        left_hidden = self._frame.left.isHidden()
        acts["show-library"].setChecked(not left_hidden)
        acts["show-outline"].setChecked(not left_hidden and not self._frame.outline.isHidden())
        acts["show-notes"].setChecked(not self._frame.side.isHidden())
        acts["full-screen"].setChecked(self._window.isFullScreen())
        acts["quiet"].setChecked(self.quiet)
