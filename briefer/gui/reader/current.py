"""Where the reader stands: the current paragraph and its pair, and going from one to another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from briefer.gui.reader.place import Place, Stand
from briefer.gui.reader.spread import Spread


class Current(QObject):
    """The current place. The caret's coming to a paragraph makes it current, as does going there."""

    changed = Signal(object)  # Place | None
    gone = Signal(int)  # the side on which the caret was put somewhere

    def __init__(self, spread: Spread, parent: QObject) -> None:
        super().__init__(parent)
        self._spread = spread
        self.place: Place | None = None
        for side, pane in enumerate(spread.panes):
            pane.caret_moved.connect(lambda index, side=side: self._come(side, index))
        spread.ribbon.link_clicked.connect(self._link_clicked)

    @property
    def row(self) -> int | None:
        """The row of the current place."""
        rows, place = self._spread.rows, self.place
        side = rows.side_of(place.language) if rows and place else None
        return rows.row_of(side, place.index) if rows and place and side is not None else None

    def forget(self) -> None:
        """Stand nowhere: another document is shown."""
        self._set(None)

    def go(self, side: int, index: int, offset: int | None = None) -> None:
        """Put the caret into a paragraph, make it current and scroll it into view.

        `offset`, in Qt's count, is where in the paragraph; the whole of it when None.
        """
        self._spread.activate(side)
        self._spread.panes[side].place_caret(index, offset or 0)
        self._come(side, index)
        self._spread.bring(side, index, offset)
        self.gone.emit(side)

    def go_to_row(self, number: int) -> None:
        """Go to a row, on the active side if it has text there."""
        rows = self._spread.rows
        if rows is not None and 0 <= number < len(rows):
            place = rows.place(number, self._spread.active)
            self.go(rows.side_of(place.language) or 0, place.index)

    def step(self, *, forward: bool) -> None:
        """Go to the next or previous pair; at the end, stay."""
        rows = self._spread.rows
        number = rows.step(self.row, forward) if rows else None
        if number is not None:
            self.go_to_row(number)

    def show(self) -> None:
        """Frame the current pair anew."""
        self._spread.set_current(self.row)

    def doubt(self, *, forward: bool) -> bool:
        """Go to the next or previous doubtful row; whether there is one."""
        rows = self._spread.rows
        number = rows.doubt(self.row, forward) if rows else None
        if number is not None:
            self.go_to_row(number)
        return number is not None

    def renew(self) -> None:
        """The paragraph at hand stands in another row now."""
        if self.eye is not None:
            self._come(*self.eye)
        self.show()

    @property
    def eye(self) -> tuple[int, int] | None:
        """The side and index of the paragraph at hand."""
        rows, place = self._spread.rows, self.place
        side = rows.side_of(place.language) if rows and place else None
        return (side, place.index) if place is not None and side is not None else None

    def stand(self) -> Stand | None:
        """What a correction would be about; None where nothing is current or there is one version."""
        rows = self._spread.rows
        if rows is None or self.eye is None or not rows.aligned:
            return None
        side, index = self.eye
        carets = [pane.caret for pane in self._spread.panes]
        carets[side] = index
        chosen = [tuple(number for number, _, _ in pane.selected_spans()) for pane in self._spread.panes]
        if index not in chosen[side]:
            chosen[side] = ()
        left, right = (own or (caret,) for own, caret in zip(chosen, carets, strict=True))
        return Stand(side, (left, right), (bool(chosen[0]), bool(chosen[1])))

    def _come(self, side: int, index: int) -> None:
        rows = self._spread.rows
        if rows is not None and index < len(rows.versions[side].paragraphs):
            number = rows.row_of(side, index) if rows.aligned else None
            self._set(Place(number, rows.versions[side].language, index))

    def _link_clicked(self, number: int) -> None:
        self.go_to_row(number)
        self._spread.panes[self._spread.active].setFocus()

    def _set(self, place: Place | None) -> None:
        if place != self.place:
            self.place = place
            self.show()
            self.changed.emit(place)
