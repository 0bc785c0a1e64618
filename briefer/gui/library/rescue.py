"""What the window does when the library is damaged or lost: offers the newest good backup."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from briefer.app.messages import describe
from briefer.app.task import Progress, Task
from briefer.app.texts import Texts
from briefer.core.errors import LibraryDamaged, LibraryLost
from briefer.gui.jobs import Jobs

if TYPE_CHECKING:
    from briefer.app.upkeep import Upkeep
    from briefer.store.backups import Backup


class RescueDialog(QDialog):
    """Says what is wrong, and what there is to go back to. `restore_wanted` and `empty_wanted` are wishes."""

    restore_wanted = Signal()
    empty_wanted = Signal()

    def __init__(self, error: LibraryDamaged, backup: Backup | None, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        gettext = texts.gettext
        self.setWindowTitle(gettext("The library cannot be used"))
        self.words = QLabel(_words(error, backup, texts), self)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.trouble = QLabel(self)
        self.trouble.setObjectName("trouble")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.restore: QPushButton = self.buttons.addButton(
            gettext("Restore the backup"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.restore.setVisible(backup is not None)
        self.empty: QPushButton = self.buttons.addButton(
            gettext("Begin with an empty library"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.restore.clicked.connect(self.restore_wanted)
        self.empty.clicked.connect(self.empty_wanted)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.words, self.trouble, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(520)


class Rescue(QObject):
    """Offers to restore the library once it is found damaged. `restored` tells that it can be used again."""

    restored = Signal()

    def __init__(self, upkeep: Upkeep, jobs: Jobs, texts: Texts, window: QWidget) -> None:
        super().__init__(window)
        self._upkeep = upkeep
        self._jobs = jobs
        self._texts = texts
        self._window = window
        self.dialog: RescueDialog | None = None
        self._asking = False

    def take(self, error: Exception) -> bool:
        """Whether `error` is of a damaged library, about which the person is asked then."""
        if not isinstance(error, LibraryDamaged):
            return False
        if not self._asking:
            self._asking = True

            def look(_progress: Progress) -> Backup | None:
                return self._upkeep.newest_good()

            words = self._texts.gettext("Looking for a backup…")
            self._jobs.start(Task(words, look), lambda backup: self._ask(error, backup), self._give_up)
        return True

    def _ask(self, error: LibraryDamaged, backup: Backup | None) -> None:
        self.dialog = dialog = RescueDialog(error, backup, self._texts, self._window)
        dialog.restore_wanted.connect(lambda: self._exchange(self._upkeep.restore))
        dialog.empty_wanted.connect(lambda: self._exchange(self._upkeep.begin_anew))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _exchange(self, exchange: Callable[[], object]) -> None:
        def work(_progress: Progress) -> None:
            exchange()

        words = self._texts.gettext("Restoring the library…")
        self._jobs.start(Task(words, work), lambda _none: self._done(), self._give_up)

    def _done(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.restored.emit()

    @Slot()
    def _closed(self) -> None:
        self.dialog = None
        self._asking = False

    def _give_up(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.trouble.setText(describe(error, self._texts))
            self.dialog.trouble.show()
        else:
            self._asking = False


def _words(error: LibraryDamaged, backup: Backup | None, texts: Texts) -> str:
    path = error.params.get("path", "")
    lost = isinstance(error, LibraryLost)
    first = (
        texts.gettext("The library’s database “{path}” is gone, while its files or backups are there.")
        if lost
        else texts.gettext(
            "The library’s database “{path}” is damaged. It is kept as it is under another name, "
            "whatever you choose."
        )
    )
    parts = [first.format(path=path)]
    if backup is None:
        parts.append(texts.gettext("There is no good backup."))
    else:
        made = backup.made.astimezone()
        count = texts.ngettext("{count} document", "{count} documents", backup.documents)
        told = texts.gettext("The newest good backup is of {date}, {time}, and holds {documents}.")
        parts.append(
            told.format(
                date=texts.date(made.date()),
                time=f"{made:%H:%M}",
                documents=count.format(count=backup.documents),
            )
        )
    return "\n\n".join(parts)
