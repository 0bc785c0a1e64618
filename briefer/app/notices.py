"""Plain callbacks by which the app layer tells that something has changed.

Qt signals are not used below the window; a widget subscribes here and unsubscribes when
it closes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Notifier(Generic[T]):
    """One kind of fact. Subscribers are called in order, in the thread that tells."""

    def __init__(self) -> None:
        self._subscribers: list[Callable[[T], None]] = []

    def subscribe(self, callback: Callable[[T], None]) -> Callable[[], None]:
        """Call `callback` at every `tell`; the returned function ends that (once or more)."""
        self._subscribers.append(callback)

        def unsubscribe() -> None:
            if callback in self._subscribers:
                self._subscribers.remove(callback)

        return unsubscribe

    def tell(self, fact: T) -> None:
        for callback in tuple(self._subscribers):
            callback(fact)
