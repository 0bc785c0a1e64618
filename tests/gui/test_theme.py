"""Palettes and the style sheet."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.core.annotation import Color
from briefer.gui.theme import Palette, Theme, apply_theme, palette, qt_palette, stylesheet


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG defines it."""
    bright, dark = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(color: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", Theme)
def test_every_color_of_a_theme_is_a_color(theme: Theme) -> None:
    colors = palette(theme)
    names = [field.name for field in fields(Palette) if field.name != "highlights"]
    assert all(colors.color(name).isValid() for name in names)
    assert set(colors.highlights) == set(Color)


@pytest.mark.parametrize("theme", Theme)
def test_text_is_readable_on_everything_it_may_stand_on(theme: Theme) -> None:
    colors = palette(theme)
    grounds = [colors.paper, colors.tint, colors.selection, colors.hit, colors.hit_current]
    grounds += [fill for fill, _ in colors.highlights.values()]
    assert {
        ground: contrast(colors.text, ground) for ground in grounds if contrast(colors.text, ground) < 4.5
    } == {}


@pytest.mark.parametrize("theme", Theme)
def test_small_grey_text_is_readable_on_the_paper(theme: Theme) -> None:
    colors = palette(theme)
    assert min(contrast(colors.muted, ground) for ground in (colors.paper, colors.window)) >= 4.0


def test_high_contrast_is_high_everywhere() -> None:
    colors = palette(Theme.CONTRAST)
    grounds = [colors.paper, colors.window, colors.raised, colors.tint, colors.accent_soft, colors.sentence]
    grounds += [colors.selection, colors.hit, colors.hit_current, colors.warning_soft]
    grounds += [fill for fill, _ in colors.highlights.values()]
    assert min(contrast(colors.text, ground) for ground in grounds) >= 7
    lines = [colors.muted, colors.accent, colors.tint_line, *(line for _, line in colors.highlights.values())]
    assert min(contrast(line, colors.paper) for line in lines) >= 7


@pytest.mark.parametrize("theme", Theme)
def test_the_style_sheet_is_filled_in(theme: Theme) -> None:
    sheet = stylesheet(palette(theme))
    assert palette(theme).accent in sheet
    assert "$accent" not in sheet


def test_a_theme_dresses_the_application(qtbot: QtBot, qapp: QApplication) -> None:
    sheet, before, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    try:
        apply_theme(qapp, Theme.DARK)
        assert qapp.styleSheet() == stylesheet(palette(Theme.DARK))
        assert qt_palette(palette(Theme.DARK)).color(QPalette.ColorRole.Base) == QColor("#1d2024")
    finally:
        qapp.setStyleSheet(sheet)
        qapp.setPalette(before)
        qapp.setFont(font)
