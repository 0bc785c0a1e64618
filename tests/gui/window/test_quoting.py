"""What is read goes onto the clipboard with its source."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QTextCursor

from briefer.gui.main_window import MainWindow


def test_the_pair_at_hand_is_quoted_in_both_languages(opened: MainWindow) -> None:
    opened.frame.reader.go_to("ru", 21)
    opened.acts["quote"].trigger()
    text = QGuiApplication.clipboard().text()
    assert "Осознавая" in text
    assert "Realizing" in text
    assert "preambular para. 7" in text
    assert "unofficial translation" in text
    assert "<blockquote" in QGuiApplication.clipboard().mimeData().html()
    assert "2 quotations" in opened.frame.notices.text
    QGuiApplication.clipboard().clear()


def test_a_selection_is_quoted_alone(opened: MainWindow) -> None:
    opened.frame.reader.go_to("ru", 21)
    pane = opened.frame.reader._spread.panes[0]
    cursor = pane.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    opened.acts["quote"].trigger()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("«Осознавая»\n")
    assert "Realizing" not in text
    QGuiApplication.clipboard().clear()
