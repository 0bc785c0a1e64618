"""The encodings of a text file, each with the line that the file would begin with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from briefer.app.encodings import Preview, same_encoding
from briefer.app.texts import Texts


class EncodingList(QListWidget):
    """One encoding is chosen; those in which the bytes are not valid cannot be."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("encodings")
        self._texts = texts
        self._read: str | None = None
        self.setAccessibleName(texts.gettext("Text encoding"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(210)

    @property
    def chosen(self) -> str | None:
        """The encoding chosen in place of the one in which the file was read, else None."""
        item = self.currentItem()
        encoding = item.data(Qt.ItemDataRole.UserRole) if item else None
        return encoding if isinstance(encoding, str) and encoding != self._read else None

    def show_previews(self, previews: Sequence[Preview], read: str | None, chosen: str | None) -> None:
        """Fill the list; `read` is the encoding of the text that is shown."""
        self.clear()
        self._read = same_encoding(read) if read else None
        for preview in previews:
            item = QListWidgetItem(self._words(preview), self)
            item.setData(Qt.ItemDataRole.UserRole, preview.encoding)
            if preview.line is None:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled & ~Qt.ItemFlag.ItemIsSelectable)
            if chosen and preview.encoding == same_encoding(chosen):
                self.setCurrentItem(item)

    def _words(self, preview: Preview) -> str:
        name = preview.name
        if preview.encoding == self._read:
            name = self._texts.gettext("{encoding} (as it is shown now)").format(encoding=name)
        if preview.line is None:
            line = self._texts.gettext("The file cannot be in this encoding.")
        else:
            line = preview.line
        return f"{name}\n{line}"
