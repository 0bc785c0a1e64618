"""Colours and the interface's font: the palettes, and the style sheet made from one.

The style sheet's template is `resources/styles/briefer.qss`; names after `$` are fields of
`Palette`. Fonts of the text are in `briefer.gui.reader.typography`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, field
from enum import StrEnum
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication

from briefer.app.resources import resource
from briefer.core.annotation import Color
from briefer.core.values import dataclass

INTERFACE = "PT Sans"
STYLE = ("-style", "Fusion")  # as Qt takes it from a command line


class Theme(StrEnum):
    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the text looks. An empty `family` means the best serif found; `point_size` is in
    points, `line_spacing` a multiple of the font's own line height."""

    theme: Theme = Theme.LIGHT
    family: str = ""
    point_size: float = 12.0
    line_spacing: float = 1.15


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as "#rrggbb".

    `highlights` gives fill and line of each annotation colour: text stays readable on the
    fill, and the line tells highlights apart where they overlap. `page` is what white becomes on
    the original page, which is toned and never turned negative: its colours say something.
    """

    paper: str
    window: str
    raised: str
    text: str
    muted: str
    line: str
    accent: str
    accent_soft: str
    selection: str
    tint: str
    tint_line: str
    link_sure: str
    link_fair: str
    link_doubtful: str
    link_current: str
    hatch: str
    hit: str
    hit_current: str
    sentence: str
    warning: str
    warning_soft: str
    page: str = "#ffffff"
    highlights: Mapping[Color, tuple[str, str]] = field(default_factory=dict)

    def color(self, name: str) -> QColor:
        """The colour of a field."""
        return QColor(str(getattr(self, name)))


def palette(theme: Theme) -> Palette:
    """The colours of a theme."""
    return _PALETTES[theme]()


def stylesheet(colors: Palette) -> str:
    """The application's style sheet in the given colours."""
    names = {name: value for name, value in asdict(colors).items() if isinstance(value, str)}
    return Template(resource("styles", "briefer.qss").read_text(encoding="utf-8")).substitute(names)


def qt_palette(colors: Palette) -> QPalette:
    """The same colours for what Qt draws by itself."""
    made = QPalette()
    role = QPalette.ColorRole
    for roles, name in (
        ((role.Window, role.Button), "window"),
        ((role.Base,), "paper"),
        ((role.AlternateBase, role.ToolTipBase), "raised"),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), "text"),
        ((role.PlaceholderText,), "muted"),
        ((role.Highlight,), "selection"),
        ((role.HighlightedText,), "text"),
        ((role.Link, role.Accent), "accent"),
        ((role.Mid, role.Midlight), "line"),
    ):
        for each in roles:
            made.setColor(each, colors.color(name))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, colors.color("muted"))
    return made


def new_application() -> QApplication:
    """The application, in the style that all themes are made for.

    By `setStyle`, which gives the style back, PySide6 would make all enumerations of styles.
    """
    return QApplication(["briefer", *STYLE])


def apply_theme(application: QApplication, theme: Theme, more: str = "") -> None:
    """Dress the whole application in a theme, with `more` rules of its style sheet."""
    colors = palette(theme)
    QPixmapCache.clear()  # signs in the colours of before, which nothing asks for again
    application.setPalette(qt_palette(colors))
    application.setStyleSheet(stylesheet(colors) + more)  # once: all widgets are styled anew each time


def interface_font() -> QFont:
    """The system's own font, or PT Sans where it is installed: it goes with the serif text."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if INTERFACE in QFontDatabase.families():
        font.setFamilies([INTERFACE])
        font.setPointSizeF(font.pointSizeF() * 1.1)
    return font


def _light() -> Palette:
    return Palette(
        paper="#fffefb", window="#f6f5f2", raised="#fbfaf8", text="#1f2328", muted="#6d7480", line="#dedcd6",
        accent="#2d5f9a", accent_soft="#e2ebf5", selection="#b9d3f0", tint="#eef2f3", tint_line="#b3c4d3",
        link_sure="#e1e8eb", link_fair="#f7efdc", link_doubtful="#f6ddd3", link_current="#b9c9d8",
        hatch="#cfcdc6",
        hit="#ffe9a8", hit_current="#ffb454", sentence="#dbe8f6", warning="#7a5a12", warning_soft="#f3ead3",
        highlights={
            Color.YELLOW: ("#fdf0a6", "#d9b310"), Color.RED: ("#f6cfcb", "#cf5a4e"),
            Color.GREEN: ("#cdebd0", "#4c9f58"), Color.BLUE: ("#cfe2f8", "#4a86c8"),
            Color.VIOLET: ("#e4d6f5", "#8a63bd"),
        },
    )  # fmt: skip


def _dark() -> Palette:
    return Palette(
        paper="#1d2024", window="#17191c", raised="#24282d", text="#dcdfe3", muted="#959ca6", line="#343940",
        accent="#7fb2ea", accent_soft="#26374a", selection="#35567d", tint="#262c33", tint_line="#4a5b6d",
        link_sure="#2c353d", link_fair="#423a26", link_doubtful="#4a2f28", link_current="#4c6580",
        hatch="#42474e", page="#b4b8bd",
        hit="#5e4d14", hit_current="#83540a", sentence="#2c4056", warning="#e6c877", warning_soft="#3a321e",
        highlights={
            Color.YELLOW: ("#574b12", "#c9a921"), Color.RED: ("#5f2b28", "#d9766b"),
            Color.GREEN: ("#244a2b", "#67b374"), Color.BLUE: ("#23436a", "#6fa6e2"),
            Color.VIOLET: ("#46325f", "#a888d6"),
        },
    )  # fmt: skip


def _sepia() -> Palette:
    return Palette(
        paper="#f7efdf", window="#efe5d1", raised="#f9f3e6", text="#3a2f23", muted="#7c6d59", line="#dccdb2",
        accent="#7d4f1f", accent_soft="#ecdcbf", selection="#e0c594", tint="#efe3cb", tint_line="#c9b38c",
        link_sure="#e6d9be", link_fair="#f1dca6", link_doubtful="#ecc9b0", link_current="#c9b083",
        hatch="#cdbd9f", page="#f7efdf",
        hit="#f6d98a", hit_current="#eda94b", sentence="#ead8b5", warning="#74510d", warning_soft="#ecdcb4",
        highlights={
            Color.YELLOW: ("#f6df85", "#bf9410"), Color.RED: ("#efc3b0", "#bb5544"),
            Color.GREEN: ("#cfdfb3", "#64893e"), Color.BLUE: ("#c9d9dd", "#4d7f95"),
            Color.VIOLET: ("#dfcbdc", "#88609a"),
        },
    )  # fmt: skip


def _contrast() -> Palette:
    """White on black, and nothing that is told by a shade alone."""
    return Palette(
        paper="#000000", window="#000000", raised="#101010", text="#ffffff", muted="#d6d6d6", line="#8c8c8c",
        accent="#ffd700", accent_soft="#3a3200", selection="#00488f", tint="#14181c", tint_line="#ffffff",
        link_sure="#2b2b2b", link_fair="#3d3600", link_doubtful="#4a1500", link_current="#00488f",
        hatch="#9a9a9a",
        hit="#5a4a00", hit_current="#8a3d00", sentence="#003a6e", warning="#ffd700", warning_soft="#2a2400",
        highlights={
            Color.YELLOW: ("#4a4000", "#ffe000"), Color.RED: ("#5c0000", "#ff6b6b"),
            Color.GREEN: ("#003d0f", "#4dff7c"), Color.BLUE: ("#002f66", "#6db8ff"),
            Color.VIOLET: ("#3a0066", "#d79bff"),
        },
    )  # fmt: skip


_PALETTES = {
    Theme.LIGHT: _light,
    Theme.DARK: _dark,
    Theme.SEPIA: _sepia,
    Theme.CONTRAST: _contrast,
}
