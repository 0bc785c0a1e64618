"""Has LibreOffice, where it is present, convert what Briefer cannot read itself.

Assumed: LibreOffice is trusted, the file is not, and the parsing process, which reads what comes
of it, is jailed as ever. Guaranteed: a profile of its own without macros, links and updates; on
Linux bounds of memory and processor time and, where the system lets users have one, a network of
its own without any connection; an end after `seconds` or when the work is stopped; nothing left
behind. Still possible: a file that takes LibreOffice over can read what the user can.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from briefer.core.errors import ConverterFailed, ConverterUnavailable, FileTooLarge
from briefer.formats.libreoffice_profile import Workplace, workplace
from briefer.formats.process import end

SECONDS = 60.0
MEMORY = 900 << 20
MEGABYTES = 64
_POLL = 0.05
_KEPT = ("PATH", "SYSTEMROOT", "WINDIR", "PROGRAMFILES", "LD_LIBRARY_PATH")
_ALONE = ("--user", "--map-root-user", "--net", "--")
_MACINTOSH = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_UNIX = ("/usr/bin", "/usr/local/bin", "/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program")


class Checked(Protocol):
    """What raises when the work is to stop."""

    def check(self) -> None: ...


def find_soffice() -> Path | None:
    """The LibreOffice of this system, None where there is none."""
    for candidate in _candidates():
        if candidate.is_file() and os.access(candidate, os.X_OK):
            return candidate
    return None


class LibreOffice:
    """Converts documents, each by a LibreOffice of its own.

    `folder` is where a conversion has its private folder, the user's cache unless given;
    `program` is the one to start, the system's unless given.
    """

    def __init__(
        self, seconds: float = SECONDS, folder: Path | None = None, program: Path | None = None
    ) -> None:
        self._seconds = seconds
        self._folder = folder
        self._program = program

    @property
    def available(self) -> bool:
        return (self._program or find_soffice()) is not None

    def convert(self, path: Path, data: bytes, progress: Checked | None = None) -> bytes:
        """The ODT that comes of `data`, the bytes of the DOC at `path`.

        Raises ConverterUnavailable, ConverterFailed also when time is up, FileTooLarge, and
        whatever `progress` raises.
        """
        program = self._program or find_soffice()
        if program is None:
            raise ConverterUnavailable(path=str(path), format="DOC")
        try:
            with workplace(self._folder or _cache(), data) as place:
                _run(_command(program, place), _environment(os.environ, place), self._seconds, progress)
                if place.target.stat().st_size > MEGABYTES << 20:
                    raise FileTooLarge(path=str(path), megabytes=MEGABYTES)
                return place.target.read_bytes()
        except (OSError, TimeoutError):
            raise ConverterFailed(path=str(path)) from None


def _run(
    command: list[str], environment: Mapping[str, str], seconds: float, progress: Checked | None
) -> None:
    """Run the command to its end. Raises TimeoutError, OSError, and what `progress` raises."""
    deadline = time.monotonic() + seconds
    process = subprocess.Popen(  # noqa: S603 - LibreOffice, with no argument of the file's
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        _bound(process.pid, seconds)
        while True:
            if progress is not None:
                progress.check()
            try:
                process.wait(_POLL)
            except subprocess.TimeoutExpired:
                if time.monotonic() > deadline:
                    raise TimeoutError from None
            else:
                return
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process with all that it has started."""
    if sys.platform == "win32" and process.poll() is None:
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
            subprocess.run([taskkill, "/F", "/T", "/PID", str(process.pid)], timeout=10, check=False)  # noqa: S603
    end(process)


def _bound(process: int, seconds: float) -> None:
    """Bound what the process, and all that it starts, may take; it has done next to nothing yet."""
    if sys.platform != "linux":
        return
    import resource

    bounds = (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_FSIZE, MEGABYTES << 21),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, bound in bounds:
        _, ceiling = resource.prlimit(process, kind)
        most = bound if ceiling == resource.RLIM_INFINITY else min(bound, ceiling)
        resource.prlimit(process, kind, (most, most))


def _command(program: Path, place: Workplace) -> list[str]:
    return [
        *_without_network(),
        str(program),
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--nologo",
        "--nofirststartwizard",
        f"-env:UserInstallation={place.profile.as_uri()}",
        "--convert-to",
        "odt:writer8",
        "--outdir",
        str(place.target.parent),
        str(place.source),
    ]


def _without_network() -> list[str]:
    """What is put before a command so that it has no network, [] where the system has no such thing."""
    unshare = shutil.which("unshare") if sys.platform == "linux" else None
    if unshare is None:
        return []
    try:
        tried = subprocess.run(  # noqa: S603 - tries whether the system allows it
            [unshare, *_ALONE, "true"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return [unshare, *_ALONE] if tried.returncode == 0 else []


def _environment(of: Mapping[str, str], place: Workplace) -> dict[str, str]:
    """What LibreOffice gets of the environment: nothing that leads to the user's own folders."""
    kept = {name: of[name] for name in _KEPT if name in of}
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(place.temporary))
    home = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(place.home))
    return {**kept, **temporary, **home, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}


def _cache() -> Path:
    import platformdirs

    return platformdirs.user_cache_path("briefer", appauthor=False)


def _candidates() -> Iterator[Path]:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            yield Path(found)
    if sys.platform == "darwin":
        yield Path(_MACINTOSH)
        yield Path.home() / _MACINTOSH.lstrip("/")
    elif sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"):
            if folder := os.environ.get(variable):
                yield Path(folder, "LibreOffice", "program", "soffice.exe")
    else:
        yield from (Path(folder, "soffice") for folder in _UNIX)
