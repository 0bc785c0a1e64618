"""What the window does when the library is damaged or lost: offers the newest good backup.

Who goes on without the library is reminded above the text, and can have the same help there.
"""

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
from briefer.gui.notices import Offer, Remedy

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
        self.buttons = QDialogButtonBox(self)
        self.without = self.buttons.addButton(
            gettext("Go on without it"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.restore: QPushButton = self.buttons.addButton(
            gettext("Restore the backup"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.restore.setVisible(backup is not None)
        self.empty: QPushButton = self.buttons.addButton(
            gettext("Begin with an empty library"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        # By Enter alone nobody begins anew.
        (self.restore if backup is not None else self.without).setDefault(True)
        self.empty.setAutoDefault(False)
        self.restore.clicked.connect(self.restore_wanted)
        self.empty.clicked.connect(self.empty_wanted)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.words, self.trouble, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(520)


class Rescue(QObject):
    """Offers to restore the library once it is found damaged.

    `restored` tells that it can be used again; `declined` carries the error when it is left as it is.
    """

    restored = Signal()
    declined = Signal(object)

    def __init__(self, upkeep: Upkeep, jobs: Jobs, texts: Texts, window: QWidget) -> None:
        super().__init__(window)
        self._upkeep = upkeep
        self._jobs = jobs
        self._texts = texts
        self._window = window
        self.dialog: RescueDialog | None = None
        self._asking = False
        self._without = False  # the person goes on without the library

    def take(self, error: Exception) -> bool:
        """Whether `error` is of a damaged library, about which the person is asked then, but only once."""
        if not isinstance(error, LibraryDamaged) or self._without:
            return False
        self.ask(error)
        return True

    def ask(self, error: LibraryDamaged) -> None:
        """Ask the person what to do about the library."""
        if self._asking:
            return
        self._asking = True

        def look(_progress: Progress) -> Backup | None:
            return self._upkeep.newest_good()

        words = self._texts.gettext("Looking for a backup…")
        self._jobs.start(
            Task(words, look), lambda backup: self._open(error, backup), self._give_up, quiet=True
        )

    def remedy(self, error: BaseException) -> Remedy | None:
        """What can be done in the window about a damaged library, as the bar above the text says it."""
        if not isinstance(error, LibraryDamaged):
            return None
        return Remedy(
            lambda texts: texts.gettext(
                "The library cannot be used: nothing that is saved can be opened, and nothing can be saved."
            ),
            Offer(lambda texts: texts.gettext("Restore…"), lambda: self.ask(error)),
        )

    def _open(self, error: LibraryDamaged, backup: Backup | None) -> None:
        self.dialog = dialog = RescueDialog(error, backup, self._texts, self._window)
        dialog.restore_wanted.connect(lambda: self._exchange(self._upkeep.restore))
        dialog.empty_wanted.connect(lambda: self._exchange(self._upkeep.begin_anew))
        dialog.rejected.connect(lambda: self._decline(error))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _exchange(self, exchange: Callable[[], object]) -> None:
        def work(_progress: Progress) -> None:
            exchange()

        words = self._texts.gettext("Restoring the library…")
        self._jobs.start(Task(words, work), lambda _none: self._done(), self._give_up)

    def _decline(self, error: LibraryDamaged) -> None:
        self._without = True
        self.declined.emit(error)

    def _done(self) -> None:
        self._without = False
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
            "The library’s database “{path}” is damaged. If you restore a backup or begin anew, "
            "it is kept as it is under another name."
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
    parts.append(texts.gettext("You can go on reading without the library; nothing can be saved then."))
    return "\n\n".join(parts)
