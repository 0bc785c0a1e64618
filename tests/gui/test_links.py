"""A link is shown whole and opened only when the reader says so; most kinds never are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefer.app.texts import Texts
from briefer.core.document import Link, Span
from briefer.gui.links import LinkDialog, Links, address, host_of

REFUSED = (
    "javascript:alert(1)", "file:///etc/passwd", "data:text/html,hello", "ftp://a.org/x", "//a.org/x",
    "a.org", "vnd.libreoffice.command:run", "smb://a.org/x", "http:", "https://", "mailto:", "",
    "https://a.org/\u202egpj.x", "https://a.org/\nb", "ms-word:ofe|u|http://a.org/x.docx",
)  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def asked(window: QWidget, texts: Texts, target: str, opened: list[QUrl]) -> LinkDialog:
    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    Links(texts, window, open_url).confirm(Link(Span(0, 1), target))
    dialog = window.findChild(LinkDialog)
    assert isinstance(dialog, LinkDialog)
    return dialog


@pytest.mark.parametrize(
    ("target", "host"),
    [
        ("https://undocs.org/A/80/590", "undocs.org"),
        ("http://undocs.org.evil.example/undocs.org", "undocs.org.evil.example"),
        ("https://undocs.org@evil.example/x", "evil.example"),
        ("https://undocs.оrg/x", "undocs.xn--rg-emc"),  # with a Cyrillic о
        ("mailto:desk@example.org?subject=x", "desk@example.org"),
    ],
)
def test_the_host_is_shown_by_itself_as_the_network_knows_it(
    window: QWidget, texts: Texts, target: str, host: str
) -> None:
    opened: list[QUrl] = []
    dialog = asked(window, texts, target, opened)
    assert dialog.whole.toPlainText() == target
    assert dialog.host.isVisible()
    assert dialog.host.text().split(".")[0] == host.split(".")[0]
    assert opened == []
    dialog.open_button.click()
    assert [url.toString() for url in opened] == [QUrl(target).toString()]


@pytest.mark.parametrize("target", REFUSED)
def test_anything_else_is_shown_and_never_opened(window: QWidget, texts: Texts, target: str) -> None:
    opened: list[QUrl] = []
    assert address(target) is None
    dialog = asked(window, texts, target, opened)
    assert not dialog.open_button.isVisible()
    assert "does not open" in dialog.sentence
    dialog._open()
    assert opened == []


def test_what_turns_the_text_around_is_written_out(window: QWidget, texts: Texts) -> None:
    dialog = asked(window, texts, "https://a.org/\u202egpj.x", [])
    assert dialog.whole.toPlainText() == "https://a.org/\\u202egpj.x"
    dialog.reject()


def test_enter_and_escape_open_nothing(window: QWidget, texts: Texts, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        opened: list[QUrl] = []
        dialog = asked(window, texts, "https://undocs.org/x", opened)
        QTest.keyClick(dialog, key)
        assert opened == []
        qtbot.waitUntil(lambda: window.findChild(LinkDialog) is None)


def test_the_address_can_be_copied(window: QWidget, texts: Texts) -> None:
    asked(window, texts, "https://undocs.org/x?y=1", []).copy.click()
    assert QGuiApplication.clipboard().text() == "https://undocs.org/x?y=1"


def test_a_host_in_other_letters_is_spelt_in_latin_ones() -> None:
    url = address("https://документы.рф/x")
    assert url is not None
    assert host_of(url).startswith("xn--")
