"""What stands above the lines of a concordance: the term and where to look, the summary and the order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.app.texts import Texts
from briefer.core.concordance.lines import Order
from briefer.gui.flow import FlowRow


class TermBar(QWidget):
    """The term, and whether it is looked for in `within`, the saved document at hand, or in all."""

    asked = Signal()

    def __init__(self, texts: Texts, within: str | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts
        self._within = within
        self.term = QLineEdit(self)
        self.term.setClearButtonEnabled(True)
        self.scope = QComboBox(self)
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.scope.setMinimumContentsLength(10)
        self.button = QPushButton(self)
        self.button.setDefault(True)
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.term, 1)
        row.addWidget(self.scope)
        row.addWidget(self.button)

    @property
    def document_id(self) -> str | None:
        """The document to look in; None for all."""
        return self._within if self.scope.currentData() else None

    def enter(self, term: str) -> None:
        """Put a term into the field, to be typed over."""
        self.term.setText(term)
        self.term.setFocus(Qt.FocusReason.OtherFocusReason)
        self.term.selectAll()

    def set_within(self, document_id: str | None) -> None:
        """Another document is at hand."""
        self._within = document_id
        self._fill_scope()

    def retranslate(self) -> None:
        gettext = self._texts.gettext
        self.term.setPlaceholderText(gettext("A word or phrase, in Russian or in English"))
        self.term.setAccessibleName(gettext("Term"))
        self.scope.setAccessibleName(gettext("Where to look"))
        self.button.setText(gettext("Show places"))
        self._fill_scope()

    def _fill_scope(self) -> None:
        inside = bool(self.scope.currentData())
        self.scope.clear()
        self.scope.addItem(self._texts.gettext("In the library"), userData=False)
        if self._within is not None:
            self.scope.addItem(self._texts.gettext("In this document"), userData=True)
            self.scope.setCurrentIndex(int(inside))
        self.scope.setEnabled(self._within is not None)


class SortBar(QWidget):
    """A sentence about the lines, the order they come in, and the way to a file."""

    order_chosen = Signal()
    export_wanted = Signal()

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts
        self.said = QLabel(self)
        self.said.setObjectName("hint")
        self.said.setWordWrap(True)
        self._name = QLabel(self)
        self._name.setProperty("role", "muted")
        self.orders = {order: QToolButton(self) for order in Order}
        self.export = QPushButton(self)
        self.export.setAutoDefault(False)
        self.export.clicked.connect(self.export_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(2)
        column.addLayout(row)
        orders = FlowRow(self)
        orders.flow.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(orders, 1)
        row.addSpacing(10)
        row.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        group = QButtonGroup(self)
        for order, button in self.orders.items():
            button.setCheckable(True)
            button.setChecked(order is Order.PLACE)
            button.setAutoRaise(True)
            button.clicked.connect(self.order_chosen)
            group.addButton(button)
            orders.flow.addWidget(button)

    @property
    def order(self) -> Order:
        return next(order for order, button in self.orders.items() if button.isChecked())

    def tell(self, sentence: str, *, exportable: bool) -> None:
        self.said.setText(sentence)
        self.export.setEnabled(exportable)

    def retranslate(self) -> None:
        pgettext = self._texts.pgettext
        self.export.setText(self._texts.gettext("Export…"))
        self._name.setText(self._texts.gettext("Sorted by"))
        for order, name in (
            (Order.PLACE, pgettext("order of places", "document")),
            (Order.LEFT, pgettext("order of places", "left context")),
            (Order.RIGHT, pgettext("order of places", "right context")),
            (Order.COUNTERPART, pgettext("order of places", "counterpart")),
        ):
            self.orders[order].setText(name)
            self.orders[order].setAccessibleName(f"{self._name.text()}: {name}")
        # Level with the first row of buttons.
        self._name.setMinimumHeight(self.orders[Order.PLACE].sizeHint().height())
