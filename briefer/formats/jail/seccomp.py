"""Seccomp: a program in the kernel that decides which system calls the parsing process may make.

Assumed: Linux 4.14 or later on x86_64 or aarch64, built with seccomp filters; else the layer is
not there, and said not to be. Guaranteed where it is, for every thread and for good: no socket,
no program started, no process made, none signalled or traced but itself, no file opened for
writing, made, renamed, removed or given other rights. Still possible: to read what is open and
what Landlock lets be opened, to write to what was open before (the answer's pipe), and to use
processor and memory up to their limits.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys

from briefer.core.values import dataclass
from briefer.formats.jail.syscalls import MACHINES, allowed, conditional, refused

_ALLOW = 0x7FFF0000
_KILL_PROCESS = 0x80000000
_ERRNO = 0x00050000
_NOT_PERMITTED = _ERRNO | errno.EPERM
_NO_SUCH_CALL = _ERRNO | errno.ENOSYS

# Instructions of the kernel's filter machine: load a word, compare, mask, return.
_LOAD, _EQUAL, _AT_LEAST, _AND, _RETURN = 0x20, 0x15, 0x35, 0x54, 0x06
# Places in what the filter sees: number of the call, machine, six arguments of eight bytes.
_CALL, _MACHINE, _ARGUMENTS = 0, 4, 16

_AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_SECCOMP = {"x86_64": 317, "aarch64": 277}
_X32 = 0x40000000  # on x86_64: the same calls for another way of writing pointers
_SET_MODE_FILTER, _ASK_ACTION = 1, 2
_ALL_THREADS = 1

_EVERY_BIT = 0xFFFFFFFF
_CLONE_THREAD = 0x00010000
_TERMINAL_OR_NOT, _CLOSE_ON_EXEC = 0x5401, 0x5451
_DUPLICATE, _GET_FLAGS, _SET_FLAGS, _GET_STATUS, _DUPLICATE_CLOSED = 0, 1, 2, 3, 1030


@dataclass(frozen=True, slots=True)
class _Only:
    """Allows a call when argument number `argument`, under `mask`, is one of `values`."""

    argument: int
    values: tuple[int, ...]
    mask: int = _EVERY_BIT


def available() -> bool:
    """Whether this machine is one of those known here, and its kernel has the layer."""
    if sys.platform != "linux" or os.uname().machine not in MACHINES or struct.calcsize("P") != 8:
        return False
    return _seccomp(_ASK_ACTION, 0, ctypes.byref(ctypes.c_uint32(_ERRNO)))


def restrict() -> bool:
    """Restrict this process for good; whether the kernel did.

    The process must have given up new privileges before.
    """
    if not available():
        return False
    code = filter_code(os.uname().machine, os.getpid())
    return _seccomp(_SET_MODE_FILTER, _ALL_THREADS, ctypes.byref(_Program(len(code) // 8, code)))


def _seccomp(operation: int, flags: int, operand: object) -> bool:
    call = ctypes.CDLL(None, use_errno=True).syscall
    done: int = call(_SECCOMP[os.uname().machine], operation, flags, operand)
    return done == 0


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def filter_code(machine: str, process: int) -> bytes:
    """The filter for `machine`, instruction after instruction; `process` is the caller's id."""
    lines = [
        _step(_LOAD, _MACHINE),
        _step(_EQUAL, _AUDIT[machine], then=1),
        _step(_RETURN, _KILL_PROCESS),
        _step(_LOAD, _CALL),
    ]
    if machine == "x86_64":
        lines += [_step(_AT_LEAST, _X32, otherwise=1), _step(_RETURN, _NO_SUCH_CALL)]
    for number in allowed(machine):
        lines += [_step(_EQUAL, number, otherwise=1), _step(_RETURN, _ALLOW)]
    conditions = _conditions(process)
    for name, number in conditional(machine).items():
        tested = _tested(conditions[name])
        lines += [_step(_EQUAL, number, otherwise=len(tested)), *tested]
    for number in refused(machine):
        lines += [_step(_EQUAL, number, otherwise=1), _step(_RETURN, _NOT_PERMITTED)]
    return b"".join([*lines, _step(_RETURN, _NO_SUCH_CALL)])


def _conditions(process: int) -> dict[str, _Only]:
    changing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
    return {
        "open": _Only(1, (0,), changing),
        "openat": _Only(2, (0,), changing),
        "clone": _Only(0, (_CLONE_THREAD,), _CLONE_THREAD),
        "tgkill": _Only(0, (process,)),
        "ioctl": _Only(1, (_TERMINAL_OR_NOT, _CLOSE_ON_EXEC)),
        "fcntl": _Only(1, (_DUPLICATE, _GET_FLAGS, _SET_FLAGS, _GET_STATUS, _DUPLICATE_CLOSED)),
        "prlimit64": _Only(2, (0,)),  # asks only: there are no new limits
    }


def _tested(only: _Only) -> list[bytes]:
    """Instructions that return, whatever the argument is."""
    lines = [_step(_LOAD, _ARGUMENTS + 8 * only.argument)]
    if only.mask != _EVERY_BIT:
        lines.append(_step(_AND, only.mask))
    for value in only.values:
        lines += [_step(_EQUAL, value, otherwise=1), _step(_RETURN, _ALLOW)]
    return [*lines, _step(_RETURN, _NOT_PERMITTED)]


def _step(code: int, operand: int, then: int = 0, otherwise: int = 0) -> bytes:
    """One instruction; `then` and `otherwise` are how many it skips after a comparison."""
    return struct.pack("=HBBI", code, then, otherwise, operand)
