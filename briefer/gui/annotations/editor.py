"""Where a note is written: beside the text, so that it stays in sight.

The editor knows nothing of the library: it holds what was typed until it is told that it
was saved.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from briefer.app.annotating import Draft, clean_tags
from briefer.app.short_words import stance_word
from briefer.app.texts import Texts
from briefer.core.annotation import Color, Scope, Stance, Status, Target
from briefer.core.values import dataclass
from briefer.gui.annotations.words import COLORS, SCOPES
from briefer.gui.eliding import ElidingBox
from briefer.gui.theme import Palette

SUBMITTING = QKeySequence("Ctrl+Return")  # as is the Enter of the keypad; no action, so it is not changed


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that a new annotation can be made on."""

    scope: Scope
    targets: tuple[Target, ...]


class NoteEditor(QFrame):
    """A form for note, colour, stance and tags. `submitted` wants it saved, `closed` tells it is gone.

    `left` tells that it was given up, so that the keyboard is to go elsewhere.
    """

    submitted = Signal()
    closed = Signal()
    left = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note_editor")
        self._texts = texts
        self._choices: tuple[Choice, ...] = ()
        self._before = Draft()
        self._status = Status.OPEN
        self._changing = False
        self._build()
        self.retranslate()
        self.hide()

    def begin(self, choices: Sequence[Choice], draft: Draft, *, changing: bool = False) -> None:
        """Start on what `choices` offer, the first being chosen; when changing there is one."""
        self._choices = tuple(choices)
        self._changing = changing
        self._before = draft
        self._warned_of: Draft | None = None
        self._status = draft.status
        self.note.setPlainText(draft.note)
        self.tags.setText(", ".join(draft.tags))
        self.stance.setCurrentIndex(self.stance.findData(draft.stance.value if draft.stance else ""))
        self.color_buttons[draft.color].setChecked(True)
        self.complain("")
        self.retranslate()
        self.scope.setCurrentIndex(0)
        self.show()
        self.note.setFocus()

    @property
    def choice(self) -> Choice:
        return self._choices[max(0, self.scope.currentIndex())]

    @property
    def draft(self) -> Draft:
        """What is typed now."""
        stance = self.stance.currentData()
        return Draft(
            note=self.note.toPlainText().strip(),
            color=next(color for color, button in self.color_buttons.items() if button.isChecked()),
            tags=clean_tags(self.tags.text().split(",")),
            stance=Stance(stance) if stance else None,
            status=self._status,
        )

    @property
    def dirty(self) -> bool:
        """Whether something is typed that is not saved."""
        return not self.isHidden() and self.draft != self._before

    def complain(self, sentence: str) -> None:
        """Say why it was not saved; what was typed stays."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def accept(self) -> None:
        """It is saved: be gone."""
        self._before = self.draft
        self.hide()
        self.closed.emit()

    @Slot()
    def discard(self) -> None:
        """Be gone, whatever is typed."""
        self.hide()
        self.closed.emit()

    @Slot()
    def cancel(self) -> None:
        """Be gone; what is typed and not saved is thrown away only when asked twice."""
        if self.dirty and self._warned_of != self.draft:
            self._warned_of = self.draft
            self.complain(self._texts.gettext("Press Cancel again to throw away what you wrote."))
            return
        self.discard()
        self.left.emit()

    def set_colors(self, colors: Palette) -> None:
        for color, button in self.color_buttons.items():
            fill, line = colors.highlights[color]
            button.setStyleSheet(
                "QRadioButton::indicator { width: 16px; height: 16px; border-radius: 9px;"
                f" background: {fill}; border: 2px solid {line}; }}"
                f"QRadioButton::indicator:checked {{ background: {line}; border-color: {colors.text}; }}"
                f"QRadioButton::indicator:focus {{ border-color: {colors.accent}; }}"
            )

    def retranslate(self) -> None:
        texts = self._texts
        self.heading.setText(
            texts.gettext("Change the note") if self._changing else texts.gettext("New note")
        )
        self._relabel_scope()
        self._relabel_stance()
        self.note.setPlaceholderText(texts.gettext("Write the note here"))
        self.tags.setPlaceholderText(texts.gettext("Tags, separated by commas"))
        for widget, name in (
            (self.scope, texts.gettext("What the note is on")),
            (self.note, texts.gettext("Note")),
            (self.tags, texts.gettext("Tags")),
            (self.stance, texts.gettext("Stance")),
            (self, texts.gettext("Note editor")),
        ):
            widget.setAccessibleName(name)
        for color, button in self.color_buttons.items():
            button.setAccessibleName(COLORS[color](texts))
            button.setToolTip(COLORS[color](texts))
        self.save_button.setText(texts.gettext("Save"))
        self.save_button.setToolTip(SUBMITTING.toString(QKeySequence.SequenceFormat.NativeText))
        self.cancel_button.setText(texts.gettext("Cancel"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _relabel_scope(self) -> None:
        current = max(0, self.scope.currentIndex())
        self.scope.clear()
        for choice in self._choices:
            self.scope.addItem(SCOPES[choice.scope](self._texts))
        self.scope.setCurrentIndex(min(current, self.scope.count() - 1))
        self.scope.setEnabled(self.scope.count() > 1)

    def _relabel_stance(self) -> None:
        current = self.stance.currentData()
        self.stance.clear()
        self.stance.addItem(self._texts.gettext("No stance"), "")
        for stance in Stance:
            self.stance.addItem(stance_word(stance, self._texts), stance.value)
        self.stance.setCurrentIndex(max(0, self.stance.findData(current or "")))

    def _build(self) -> None:
        self.heading = QLabel(self)
        self.heading.setObjectName("panel_heading")
        self.scope = ElidingBox(self)
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(96)
        self.note.setMaximumHeight(180)
        self.tags = QLineEdit(self)
        self.stance = ElidingBox(self)
        for box in (self.scope, self.stance):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.trouble = QLabel(self)
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.hide()
        self.save_button = QPushButton(self)
        self.save_button.setObjectName("primary")
        self.save_button.clicked.connect(self.submitted)
        self.cancel_button = QPushButton(self)
        self.cancel_button.clicked.connect(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        for widget in (self.heading, self.scope, self.note):
            column.addWidget(widget)
        column.addLayout(self._color_row())
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.stance)
        form.addRow(self.tags)
        column.addLayout(form)
        column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column.addLayout(buttons)
        escape = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.cancel)

    def event(self, event: QEvent) -> bool:
        # While the keyboard is here, the keys save the note, whatever they mean in the window.
        own = isinstance(event, QKeyEvent) and _submits(event)
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if _submits(event):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _color_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        group = QButtonGroup(self)
        self.color_buttons: dict[Color, QRadioButton] = {}
        for color in Color:
            button = QRadioButton(self)
            group.addButton(button)
            row.addWidget(button)
            self.color_buttons[color] = button
        self.color_buttons[Color.YELLOW].setChecked(True)
        row.addStretch(1)
        return row


def _submits(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and modifiers == Qt.KeyboardModifier.ControlModifier
