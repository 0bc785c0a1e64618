"""What `malloc` has given out now: exact, where resident memory depends on what the allocator gives back."""

from __future__ import annotations

import ctypes
import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication


class _Info(ctypes.Structure):
    """`struct mallinfo2` of glibc 2.33 and later."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    )


def allocated() -> int:
    """Bytes in use, without pictures that Qt keeps within a bound of its own, and without garbage."""
    try:
        ask = ctypes.CDLL("libc.so.6").mallinfo2
    except (OSError, AttributeError):
        pytest.skip("only glibc from 2.33 on tells what is allocated")
    ask.restype = _Info
    for _ in range(3):  # what is deleted may post more
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QPixmapCache.clear()
    gc.collect()
    info = ask()
    return int(info.uordblks + info.hblkhd)
