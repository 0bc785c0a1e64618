"""The private folder of one conversion: a profile that trusts nothing, the file, and what comes of it.

Assumed: the folder above is the user's own. Guaranteed: only the user may read what is in it, and
all of it is gone when the conversion ends, however it ends; what a Briefer that was itself killed
left behind is removed by the next conversion.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path

from briefer.core.values import dataclass

PREFIX = "convert-"
STALE_SECONDS = 3600.0
_TRIES = 20
# Path, property, value: no macro, no link, no update, no Java, and a proxy where nobody answers.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "DisablePythonRuntime", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Save/Document", "AutoSave", "false"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Misc", "CrashReport", "false"),
    ("Office.Common/Misc", "CollectUsageInformation", "false"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Office.Writer/Content/Update", "Chart", "false"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
    ("Office.Java/VirtualMachine", "Enable", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
)


@dataclass(frozen=True, slots=True)
class Workplace:
    """`home` holds the rest: the profile, a place for temporary files, `source` and `target`."""

    home: Path
    profile: Path
    temporary: Path
    source: Path
    target: Path


@contextlib.contextmanager
def workplace(folder: Path, data: bytes) -> Iterator[Workplace]:
    """A place for one conversion of `data` below `folder`. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _remove_stale(folder)
    home = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
    try:
        made = Workplace(
            home, home / "profile", home / "temporary", home / "document.doc", home / "out" / "document.odt"
        )
        for place in (made.profile / "user", made.temporary, made.target.parent):
            place.mkdir(parents=True, mode=0o700)
        _write(made.profile / "user" / "registrymodifications.xcu", _registry().encode("utf-8"))
        _write(made.source, data)
        yield made
    finally:
        _remove(home)
        with contextlib.suppress(OSError):
            _pipe(home / "profile").unlink()


def _write(path: Path, data: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)


def _registry() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{escape(path)}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        f"{items}</oor:items>\n"
    )


def _remove(home: Path) -> None:
    """Remove the folder; what is dying may still be writing in it."""
    for _ in range(_TRIES):
        shutil.rmtree(home, ignore_errors=True)
        if not home.exists():
            return
        time.sleep(0.1)


def _remove_stale(folder: Path) -> None:
    for old in folder.glob(PREFIX + "*"):
        with contextlib.suppress(OSError):
            if time.time() - old.stat().st_mtime > STALE_SECONDS:
                shutil.rmtree(old, ignore_errors=True)


def _pipe(profile: Path) -> Path:
    """Where LibreOffice has the socket of a profile; it stays there if it is killed."""
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    name = "".join(f"{byte:x}" for byte in digest)
    user = "0" if sys.platform == "win32" else str(os.getuid())
    return Path(f"/tmp/OSL_PIPE_{user}_SingleOfficeIPC_{name}")  # noqa: S108 - LibreOffice's choice
