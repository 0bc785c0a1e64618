"""What comes before the window. Qt is loaded only when everything here went well."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import MutableMapping, Sequence
from pathlib import Path

from briefer.app.assembly import Assembly
from briefer.app.messages import describe
from briefer.app.resources import resource
from briefer.app.settings import AUTHOR, LANGUAGE, SCALE, Settings, library_folder, settings_file
from briefer.app.texts import Texts, system_language
from briefer.core.errors import FileMissing
from briefer.gui.instance.calling import hand_over
from briefer.gui.instance.message import address
from briefer.gui.instance.turn import Turn
from briefer.gui.loading import load_qt
from briefer.gui.preflight import obstacle


def begin(
    paths: Sequence[Path], library: Path | None, language: str | None, engine: subprocess.Popen[bytes]
) -> int:
    """Open the window with `paths` in it, or let a running one open them; the exit code.

    `engine` is the reading process, which the window ends when it is closed.
    """
    settings = Settings(settings_file())
    texts = Texts(resource("locale"), language or settings.get(LANGUAGE) or system_language())
    missing = [path for path in paths if not path.exists()]
    trouble = describe(FileMissing(path=str(missing[0])), texts) if missing else obstacle(texts, os.environ)
    if trouble:
        print(trouble, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 1
    folder = library_folder(library)
    turn = Turn(address(folder))
    turn.take()
    if hand_over(paths, folder):
        return 0
    assembly = Assembly(library, settings.get(AUTHOR), apart=True, engine=engine)
    if paths:
        assembly.reader.expect(paths)
    scale(settings.get(SCALE), os.environ)
    load_qt()
    from briefer.gui.desktop import show

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would not see Ctrl+C in the terminal
    return show(paths, assembly, settings, texts, turn)


def scale(percent: int, environ: MutableMapping[str, str]) -> None:
    """Let Qt draw everything larger, on top of what the system asks for; what is set already counts."""
    if percent != 100:
        environ.setdefault("QT_SCALE_FACTOR", f"{percent / 100:g}")
