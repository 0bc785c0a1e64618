"""Limits that a process sets itself: memory, processor time, files, cores, and how it ends.

Assumed: a POSIX system for the limits, Linux for the rest; Windows has none of them. Guaranteed
there: no more address space and processor time than given (the kernel refuses the first and
kills for the second), no core dump, no file made to grow; on Linux no new privileges from
programs, no look into its memory by other processes of the user, and an end with the thread
that started it.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

_PARENT_DEATH_SIGNAL, _DUMPABLE, _NO_NEW_PRIVILEGES = 1, 4, 38
_KILL = 9


def limit(memory: int, seconds: int) -> int | None:
    """Set the limits: `memory` in bytes, `seconds` of the processor. The memory in force, or None."""
    if sys.platform == "win32":
        return None
    import resource

    os.umask(0o077)
    wanted = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, bound in wanted:
        _, ceiling = resource.getrlimit(kind)
        least = bound if ceiling == resource.RLIM_INFINITY else min(bound, ceiling)
        with suppress(ValueError, OSError):  # a system may know a limit and not take it
            resource.setrlimit(kind, (least, least))
    if sys.platform != "linux":  # macOS takes the limit on memory and does not keep to it
        return None
    bounded = resource.getrlimit(resource.RLIMIT_AS)[0]
    return bounded if 0 <= bounded <= memory else None


def renounce() -> bool:
    """Give up what Linux lets a process give up; whether new privileges are among it."""
    if sys.platform != "linux":
        return False
    import ctypes

    control = ctypes.CDLL(None, use_errno=True).prctl
    zero = ctypes.c_ulong(0)
    control(_PARENT_DEATH_SIGNAL, ctypes.c_ulong(_KILL), zero, zero, zero)
    control(_DUMPABLE, zero, zero, zero, zero)
    done: int = control(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), zero, zero, zero)
    return done == 0
