"""Landlock: what of the disk the parsing process may read, and that it may change nothing.

Assumed: Linux 5.13 or later with Landlock switched on, and a process of one thread (only it and
the threads it starts are restricted); else the layer is not there, and said not to be.
Guaranteed where it is: files and folders outside the places given cannot be opened, nothing can
be written, made, renamed or removed anywhere; from the fourth revision of the interface on no
TCP connection, from the sixth on no abstract socket and no signal outside. Still possible: to
learn that a file exists and how large it is, and to use what was open before.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446  # the same on every machine but Alpha
_ASK_REVISION = 1
_PATH_BENEATH = 1

_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_FIRST_RIGHTS = (1 << 13) - 1
# What each revision added to the rights over files: moving between folders, truncating, devices.
_LATER_RIGHTS = {2: 1 << 13, 3: 1 << 14, 5: 1 << 15}
_TCP = 0b11
_SCOPES = 0b11
_TASKS = Path("/proc/self/task")


def revision() -> int | None:
    """The revision of the kernel's interface; None where there is none."""
    if sys.platform != "linux":
        return None
    known: int = _libc().syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_REVISION))
    return known if known > 0 else None


def restrict(readable: Iterable[Path]) -> int | None:
    """Restrict this process to reading in `readable`, for good; the revision in force, or None.

    Places that are not there are passed over. The process must have given up new privileges.
    """
    known = revision()
    if known is None or _threads() != 1:
        return None
    libc = _libc()
    rights = _FIRST_RIGHTS | sum(right for since, right in _LATER_RIGHTS.items() if since <= known)
    attributes = struct.pack("=QQQ", rights, _TCP, _SCOPES)[: _size(known)]
    rules: int = libc.syscall(_CREATE, attributes, ctypes.c_size_t(len(attributes)), ctypes.c_uint32(0))
    if rules < 0:
        return None
    try:
        for place in readable:
            _allow(libc, rules, place)
        done: int = libc.syscall(_RESTRICT, rules, ctypes.c_uint32(0))
    finally:
        os.close(rules)
    return known if done == 0 else None


def _size(known: int) -> int:
    """How many bytes of the attributes a kernel of this revision knows."""
    if known >= 6:
        return 24
    return 16 if known >= 4 else 8


def _allow(libc: ctypes.CDLL, rules: int, place: Path) -> None:
    try:
        opened = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        right = _READ_FILE | (_READ_FOLDER if place.is_dir() else 0)
        libc.syscall(_ADD_RULE, rules, _PATH_BENEATH, struct.pack("=Qi", right, opened), ctypes.c_uint32(0))
    finally:
        os.close(opened)


def _threads() -> int:
    try:
        return sum(1 for _ in _TASKS.iterdir())
    except OSError:
        return 1  # no /proc: then nothing has been started that would need it


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
