"""What tests of item models share."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QAbstractItemModel


class ModelTester(Protocol):
    """pytest-qt's `qtmodeltester`, which has no types of its own."""

    def check(self, model: QAbstractItemModel) -> None: ...
