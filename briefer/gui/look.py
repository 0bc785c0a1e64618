"""What the reader sets about the window's looks and language; it acts at once and is remembered.

Font, size and spacing count for all documents, or for the one at hand alone.
"""

from __future__ import annotations

from dataclasses import replace
from string import Template

from PySide6.QtCore import QEvent, QLibraryInfo, QObject, QTranslator, Signal, Slot
from PySide6.QtWidgets import QApplication

from briefer.app.own_looks import OwnLook, OwnLooks
from briefer.app.resources import resource
from briefer.app.settings import (
    FONT_FAMILY,
    FONT_SIZE,
    LANGUAGE,
    LINE_SPACING,
    MOTION,
    SANS,
    SANS_FACES,
    THEME,
    SettingChanged,
    Settings,
)
from briefer.app.texts import Texts, system_language
from briefer.gui.calm import Calm, wants_calm
from briefer.gui.theme import Appearance, Palette, Theme, apply_theme, interface_font, palette

SPACING = 0.1  # line heights
SIGNS = {"arrow": "down", "check": "check"} | {name: name for name in ("up", "left", "right", "close")}


class Look(QObject):
    """Dresses the application.

    `changed` tells that the appearance is another now, `set_anew` carries the key of any setting
    that was set.
    """

    changed = Signal()
    set_anew = Signal(str)

    def __init__(self, application: QApplication, settings: Settings, texts: Texts) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._texts = texts
        self._translator = QTranslator(self)
        self._own = OwnLooks(settings.folder / "looks.json")
        self._day = Theme.LIGHT  # to which the dark one goes back
        self._document = ""  # the key of the document at hand
        self._unsubscribe = settings.changed.subscribe(self._setting_changed)
        self._translate_qt()
        application.setFont(interface_font())
        self._dress()
        self._calm = Calm(application)
        self._calm_desktop = False
        self._set_calm()

    def close(self) -> None:
        self._unsubscribe()
        self._calm.set_on(on=False)

    @property
    def appearance(self) -> Appearance:
        look = self._text
        return Appearance(Theme(self._settings.get(THEME)), look.family, look.size, look.spacing)

    @property
    def colors(self) -> Palette:
        return palette(self.appearance.theme)

    def set_theme(self, theme: Theme) -> None:
        self._settings.set(THEME, theme.value)

    def toggle_night(self) -> None:
        """Set the window dark, or back to what it was before that."""
        theme = self.appearance.theme
        if theme is not Theme.DARK:
            self._day = theme
        self.set_theme(self._day if theme is Theme.DARK else Theme.DARK)

    @Slot(int)
    def resize_text(self, points: int) -> None:
        """Make the text larger or smaller by so many points, within the bounds of the setting."""
        size = round(self._text.size) + points
        if FONT_SIZE.accepts(size):
            self._set_text(replace(self._text, size=float(size)))

    def reset_size(self) -> None:
        """Set the text in the size that it has where nobody has chosen another."""
        self._set_text(replace(self._text, size=float(FONT_SIZE.default)))

    def space_lines(self, steps: int) -> None:
        """Set the lines wider apart, or closer together, within the bounds of the setting."""
        spacing = round(self._text.spacing + SPACING * steps, 2)
        if LINE_SPACING.accepts(spacing):
            self._set_text(replace(self._text, spacing=spacing))

    def set_face(self, *, serifs: bool) -> None:
        """Set the text in the best font with serifs, or without."""
        self._set_text(replace(self._text, family="" if serifs else SANS))

    @property
    def serifs(self) -> bool:
        """Whether the text is set in a font with serifs, as far as is known."""
        return self._text.family not in SANS_FACES

    def attend(self, key: str) -> None:
        """Another document is at hand, by its key; "" for none."""
        before, self._document = self.appearance, key
        if self.appearance != before:
            self.changed.emit()

    @property
    def own(self) -> bool:
        """Whether the document at hand is set in its own way."""
        return self._own.get(self._document) is not None

    def keep_own(self, *, own: bool) -> None:
        """Let what is set from now on count for the document at hand alone, or as for all others."""
        before = self.appearance
        self._own.set(self._document, self._text if own else None)
        if self.appearance != before:
            self.changed.emit()

    @property
    def _text(self) -> OwnLook:
        get = self._settings.get
        own = self._own.get(self._document)
        return own or OwnLook(get(FONT_FAMILY), float(get(FONT_SIZE)), get(LINE_SPACING))

    def _set_text(self, look: OwnLook) -> None:
        if self.own:
            self._own.set(self._document, look)
            self.changed.emit()
            return
        before = self._text
        if look.family != before.family:
            self._settings.set(FONT_FAMILY, look.family)
        if look.size != before.size:
            self._settings.set(FONT_SIZE, round(look.size))
        if look.spacing != before.spacing:
            self._settings.set(LINE_SPACING, look.spacing)

    def speak(self, language: str) -> None:
        """Speak `language` from now on, in every widget there is."""
        self._settings.set(LANGUAGE, language)
        self._speak(language)

    @property
    def calm(self) -> bool:
        """Whether nothing on the screen should move that need not."""
        return self._calm.on

    @Slot()
    def keep_calm(self) -> None:
        """The desktop wishes for little motion, which counts unless the reader has chosen otherwise."""
        self._calm_desktop = True
        self._set_calm()

    def _set_calm(self) -> None:
        wish = self._settings.get(MOTION)
        self._calm.set_on(wants_calm(wish) or (wish == "system" and self._calm_desktop))

    def _speak(self, language: str) -> None:
        if language != self._texts.language:
            self._texts.use(language)
            self._translate_qt()
            # Qt tells by itself only when its own translator comes or goes.
            QApplication.sendEvent(self._application, QEvent(QEvent.Type.LanguageChange))

    def _setting_changed(self, changed: SettingChanged) -> None:
        if changed.key == THEME.key:
            self._dress()
        if changed.key == LANGUAGE.key:
            self._speak(self._settings.get(LANGUAGE) or system_language())
        if changed.key == MOTION.key:
            self._set_calm()
        if changed.key in (THEME.key, FONT_FAMILY.key, FONT_SIZE.key, LINE_SPACING.key):
            self.changed.emit()
        self.set_anew.emit(changed.key)

    def _dress(self) -> None:
        names = {name: getattr(self.colors, name) for name in vars(self.colors) if name != "highlights"}
        template = resource("styles", "window.qss").read_text(encoding="utf-8")
        signs = {name: resource("styles", f"{file}.svg").as_posix() for name, file in SIGNS.items()}
        own = Template(template).substitute(names, **signs)
        apply_theme(self._application, self.appearance.theme, own)

    def _translate_qt(self) -> None:
        """Let Qt's own buttons speak the language too, as far as Qt has it."""
        QApplication.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._texts.language != "en" and self._translator.load(f"qtbase_{self._texts.language}", folder):
            QApplication.installTranslator(self._translator)
