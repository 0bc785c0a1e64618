"""The jail of the parsing process: layers that hold even if a file has taken the process over.

Each layer says in its own module what it assumes, guarantees and leaves possible: `jail.limits`,
`jail.landlock`, `jail.seccomp`. A layer that the system does not have is simply not there; what
is there can be asked for (`Layers`), and `jail.probe` tries whether it holds.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from briefer.core.values import dataclass
from briefer.formats.jail import landlock, limits, seccomp
from briefer.formats.places import readable_places

MEMORY = 900 << 20


@dataclass(frozen=True, slots=True)
class Layers:
    """What holds the parsing process on this system.

    `landlock` is the revision of the kernel's interface, `memory` the bound in bytes; None where
    there is none. `refused` and `possible` are what was tried from inside, by the words of
    `jail.probe`; both are empty when nothing was tried.
    """

    landlock: int | None = None
    seccomp: bool = False
    memory: int | None = None
    refused: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()

    def value(self) -> dict[str, Any]:
        """This as values that JSON knows."""
        return asdict(self)


def layers_in(value: object) -> Layers:
    """The inverse of `Layers.value`. Raises ValueError when the shape or a type is another."""
    match value:
        case {
            "landlock": int() | None as landlock,
            "seccomp": bool() as seccomp,
            "memory": int() | None as memory,
            "refused": list() as refused,
            "possible": list() as possible,
        } if all(isinstance(word, str) for word in (*refused, *possible)):
            return Layers(landlock, seccomp, memory, tuple(refused), tuple(possible))
    raise ValueError("not the layers of a jail")


def lock(seconds: int, readable: Iterable[Path] = ()) -> Layers:
    """Lock this process up for good; the layers that now hold.

    To be called early: before any other thread is started and before a byte of a file is read.
    What the program itself is made of stays readable, and `readable` besides; `seconds` are of
    processor time.
    """
    if sys.platform != "win32":
        os.chdir(os.sep)
    memory = limits.limit(MEMORY, seconds)
    if not limits.renounce():
        return Layers(memory=memory)
    walls = landlock.restrict([*readable_places(), *readable])
    return Layers(walls, seccomp.restrict(), memory)
