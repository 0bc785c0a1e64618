"""How the library's column was left, from one day to the next: plain values, and how they come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTreeView

from briefer.core.values import dataclass
from briefer.gui.library.model import LibraryModel
from briefer.gui.library.order import Order
from briefer.gui.library.rows import KEY, Branch

_MOST = 2_000  # keys; more than a person collapses by hand


@dataclass(frozen=True, slots=True)
class PanelState:
    """Which groups are closed, which rows are chosen, sort, filter, and how far it was scrolled."""

    closed: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    order: Order = Order.ITEM
    filter: str = ""
    scrolled: int = 0

    def value(self) -> dict[str, object]:
        """Plain values for the settings."""
        return {
            "closed": list(self.closed[:_MOST]),
            "chosen": list(self.chosen[:_MOST]),
            "order": self.order.value,
            "filter": self.filter,
            "scrolled": self.scrolled,
        }


def state_from(value: Mapping[str, object]) -> PanelState:
    """What `value` tells, as far as it can be understood."""
    order, wanted, scrolled = (value.get(name) for name in ("order", "filter", "scrolled"))
    return PanelState(
        closed=_names(value.get("closed")),
        chosen=_names(value.get("chosen")),
        order=next((each for each in Order if each.value == order), Order.ITEM),
        filter=wanted if isinstance(wanted, str) else "",
        scrolled=scrolled if isinstance(scrolled, int) else 0,
    )


def state_of(view: QTreeView, model: LibraryModel, wanted: str) -> PanelState:
    """How `view` is now; groups that are not listed at the moment count as open."""
    return PanelState(
        closed=tuple(index.data(KEY) for index in model.headings if not view.isExpanded(index)),
        chosen=tuple(index.data(KEY) for index in view.selectedIndexes()),
        order=model.order,
        filter=wanted,
        scrolled=view.verticalScrollBar().value(),
    )


def restore_panel(
    view: QTreeView, model: LibraryModel, state: PanelState, fresh: Sequence[Branch] | None = None
) -> None:
    """Let `view` be as `state` says, as far as its rows are there; only some branches may be `fresh`."""
    closed = set(state.closed)
    if fresh is None:
        view.expandAll()
        for index in model.headings:
            if index.data(KEY) in closed:
                view.collapse(index)
    else:
        for item in (heading for branch in fresh for heading in branch.headings):
            view.setExpanded(item.index(), item.data(KEY) not in closed)
    chosen = view.selectionModel()
    for index in map(model.row_called, state.chosen):
        if index.isValid() and not chosen.isSelected(index):
            chosen.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)
    view.verticalScrollBar().setValue(state.scrolled)


def _names(value: object) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()
