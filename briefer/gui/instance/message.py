"""Where a running window listens, and what is said to it. No Qt here."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from briefer.core.values import dataclass

MOST_BYTES = 64_000
MOST_FILES = 2
MOST_TOKEN = 200
ANSWER = b"taken\n"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a second start wants: files to open, none or up to two, and the window in front.

    `token` is what the desktop gave it to bring a window to the front with.
    """

    files: tuple[Path, ...] = ()
    token: str = ""

    def written(self) -> bytes:
        """One line."""
        value = {"briefer": 1, "files": [os.fspath(path) for path in self.files], "token": self.token}
        return json.dumps(value).encode("ascii") + b"\n"


def read_wanted(line: bytes) -> Wanted | None:
    """What a line says; None when it is none of ours. Files are absolute paths."""
    try:
        value = json.loads(line) if len(line) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or value.get("briefer") != 1:
        return None
    files, token = value.get("files"), value.get("token")
    if not isinstance(files, list) or len(files) > MOST_FILES:
        return None
    if not all(isinstance(file, str) and "\0" not in file and Path(file).is_absolute() for file in files):
        return None
    plain = isinstance(token, str) and len(token) <= MOST_TOKEN and token.isascii() and token.isprintable()
    return Wanted(tuple(Path(file) for file in files), token if plain and isinstance(token, str) else "")


def address(library: Path) -> str | None:
    """What the window of this user on this library listens at; None where no private place is.

    On Windows the name of a pipe, elsewhere the path of a socket in a folder that is the
    user's alone.
    """
    key = hashlib.sha256(os.fsencode(library.absolute().resolve())).hexdigest()[:20]
    if sys.platform == "win32":
        user = hashlib.sha256(os.fsencode(Path.home())).hexdigest()[:12]
        return f"briefer-{user}-{key}"
    folder = private_folder(_runtime_folder())
    return str(folder / key) if folder is not None else None


def _runtime_folder() -> Path:
    """The system's folder for sockets of this user, else one among the user's own files.

    Where the system has none, platformdirs names a folder in /tmp, which is everybody's, and
    warns of it the first time only: so it is told by its place.
    """
    own = platformdirs.user_state_path("briefer", appauthor=False) / "run"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            folder = platformdirs.user_runtime_path("briefer", appauthor=False)
        except OSError:
            return own
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    of_the_system = sys.platform == "darwin" or (named != "" and folder.is_relative_to(named))
    return folder if of_the_system else own


def private_folder(folder: Path) -> Path | None:
    """The folder, made if need be; None if anyone else could look into it or put something there."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        found = folder.lstat()
    except OSError:
        return None
    if not stat.S_ISDIR(found.st_mode) or found.st_mode & 0o077:
        return None
    return folder if not hasattr(os, "getuid") or found.st_uid == os.getuid() else None


def wanted_now(files: Sequence[Path]) -> Wanted:
    """What this start wants."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "") or os.environ.get("DESKTOP_STARTUP_ID", "")
    return Wanted(tuple(path.absolute() for path in files), token[:MOST_TOKEN])
