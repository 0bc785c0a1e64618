"""Takes the bytes of a file in, whatever the path turns out to name.

A file is looked at only once it is open, so that nothing can be put in its place between the
look and the reading; and it is opened so that a pipe or a device cannot hold the program up.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefer.core.errors import (
    FileEmpty,
    FileIsFolder,
    FileMissing,
    FileSpecial,
    FileTooLarge,
    FileUnreadable,
)

_HOW = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)


def take_in(path: Path, megabytes: int) -> bytes:
    """The bytes of the file at `path`, at most `megabytes` of them.

    Raises FileMissing, FileIsFolder, FileSpecial, FileUnreadable, FileTooLarge, FileEmpty.
    """
    try:
        if path.is_dir():  # Windows does not open folders
            raise FileIsFolder(path=str(path))
        with open(path, "rb", opener=lambda name, _: os.open(name, _HOW)) as file:
            told = os.fstat(file.fileno())
            if not stat.S_ISREG(told.st_mode):
                raise FileSpecial(path=str(path))
            # What a file says of its size may be wrong either way: those of the system say 0.
            data = file.read((megabytes << 20) + 1) if told.st_size <= megabytes << 20 else None
    except (FileNotFoundError, NotADirectoryError):
        raise FileMissing(path=str(path)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileUnreadable(path=str(path), reason=reason) from error
    if data is None or len(data) > megabytes << 20:
        raise FileTooLarge(path=str(path), megabytes=megabytes)
    if not data:
        raise FileEmpty(path=str(path))
    return data
