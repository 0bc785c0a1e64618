"""The calm strips above the text: what happened, and what is under way.

Sentences come from `briefer.app.messages`; they are formed again when the language changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from briefer.app.messages import describe, describe_notice
from briefer.app.model import Notice
from briefer.app.texts import Texts
from briefer.core.values import dataclass
from briefer.gui.jobs import Job, Jobs, Told
from briefer.gui.voice import Voice

Sentence = Callable[[Texts], str]

LEAST = 160  # pixels for words
PATIENCE = 500  # milliseconds before work under way shows itself


class Tone(StrEnum):
    INFORMATION = "information"
    SUCCESS = "success"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done about what is said: the words of its button, and the deed."""

    words: Sentence
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Remedy:
    """What the window says of an error about which it can do something."""

    words: Sentence
    offer: Offer


class Words(QLabel):
    """Sentences in lines as long as there is room; the name of a long path does not widen the window."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        least = super().minimumSizeHint()
        return QSize(min(LEAST, least.width()), least.height())


class NoticeBar(QFrame):
    """Sentences that stay until they are dismissed or something new happens.

    Beside them stand buttons for what can be done about them.
    """

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice_bar")
        self._texts = texts
        self._sentences: list[Sentence] = []
        self._offers: list[tuple[Offer, QPushButton]] = []
        self._remedies: list[Callable[[BaseException], Remedy | None]] = []
        self.voice = Voice(self)
        self._label = Words(self)
        self._label.setObjectName("notice_text")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 8, 7)
        row.addWidget(self._label, 1)
        self._buttons = QHBoxLayout()
        row.addLayout(self._buttons)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        self.retranslate()

    @property
    def offers(self) -> tuple[QPushButton, ...]:
        """The buttons for what can be done about what the bar says."""
        return tuple(button for _offer, button in self._offers)

    @property
    def text(self) -> str:
        """What the bar says now; empty when it is hidden."""
        return "\n".join(sentence(self._texts) for sentence in self._sentences)

    def say(
        self,
        sentence: Sentence,
        tone: Tone = Tone.INFORMATION,
        *,
        more: bool = False,
        offer: Offer | None = None,
    ) -> None:
        """Show a sentence, after those that are there if `more`, else instead of them."""
        if not more:
            self.clear()
        self._sentences.append(sentence)
        if offer is not None:
            button = QPushButton(self)
            button.clicked.connect(lambda _checked: offer.act())
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._offers.append((offer, button))
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.retranslate()
        self.show()
        self.voice.say(sentence(self._texts), urgent=tone is Tone.PROBLEM)

    def add_remedies(self, remedies: Callable[[BaseException], Remedy | None]) -> None:
        """Ask `remedies` for each error that is told whether the window can do something about it."""
        self._remedies.append(remedies)

    def say_error(self, error: BaseException, *, more: bool = False) -> None:
        """Say what went wrong, and offer what the window can do about it."""
        remedy = next((found for each in self._remedies if (found := each(error))), None)
        if remedy is not None:
            self.say(remedy.words, Tone.PROBLEM, more=more, offer=remedy.offer)
        else:
            self.say(partial(describe, error), Tone.PROBLEM, more=more)

    def say_notices(self, notices: tuple[Notice, ...], offers: Mapping[str, Offer] | None = None) -> None:
        """Show what an opened document has to tell, or clear the bar if it has nothing.

        `offers` gives what can be done about a notice, by the notice's code.
        """
        self.clear()
        for notice in notices:
            self.say(partial(describe_notice, notice), more=True, offer=(offers or {}).get(notice.code))

    def hold(self, *, held: bool) -> None:
        """Take what is offered back as long as it is being done."""
        for button in self.offers:
            button.setEnabled(not held)

    @Slot()
    def clear(self) -> None:
        self._sentences = []
        for _offer, button in self._offers:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()  # it may be the one that was pressed
        self._offers = []
        self.hide()

    def retranslate(self) -> None:
        self._label.setText(self.text)
        for offer, button in self._offers:
            button.setText(offer.words(self._texts))
        self._close.setToolTip(self._texts.gettext("Dismiss"))
        self._close.setAccessibleName(self._texts.gettext("Dismiss"))
        self.setAccessibleName(self._texts.gettext("Message"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class ProgressStrip(QFrame):
    """Shows the oldest job that has lasted longer than half a second, with a way to stop it."""

    def __init__(self, texts: Texts, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_strip")
        self._texts = texts
        self._jobs: list[Job] = []
        self.voice = Voice(self)
        self._label = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(260)
        self._bar.setMaximumHeight(6)
        self.cancel_button = QPushButton(self)
        self.cancel_button.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 12, 6)
        row.addWidget(self._label)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        jobs.started.connect(self._watch)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._appear)
        self.hide()
        self.retranslate()

    @property
    def sentence(self) -> str:
        """What the strip says is under way."""
        return self._label.text()

    @Slot(object)
    def _watch(self, job: Job) -> None:
        self._jobs.append(job)
        job.told.connect(self._take)
        if not self._timer.isActive() and self.isHidden():
            self._timer.start()

    @Slot(object)
    def _take(self, told: Told) -> None:
        if told.ended:
            self._jobs = [each for each in self._jobs if each is not told.job]
            if self._jobs:
                self._show_first()
            else:
                self._timer.stop()
                self.hide()
        elif told.fraction is not None and self._jobs and told.job is self._jobs[0]:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(told.fraction * 1000))

    def _appear(self) -> None:
        if self._jobs:
            self._show_first()
            self.show()
            self.voice.say(self._label.text())

    def _show_first(self) -> None:
        self._label.setText(self._jobs[0].name)
        self._bar.setAccessibleName(self._jobs[0].name)
        # A bar without an end runs to and fro, unless nothing is to move.
        self._bar.setRange(0, int(QApplication.cursorFlashTime() == 0))

    @Slot()
    def _stop(self) -> None:
        if self._jobs:
            self._jobs[0].cancel()

    def retranslate(self) -> None:
        self.cancel_button.setText(self._texts.gettext("Cancel"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
