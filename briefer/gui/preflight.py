"""What must be there before Qt is loaded, and the sentence that says what is not.

Qt itself ends the process when a library or the display is missing; asking first lets
Briefer say so in a sentence. Nothing here imports PySide6.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec

from briefer.app.texts import Texts

# What PySide6's own wheel leaves to the system, and the Debian package of each.
EVERYWHERE = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
}
ON_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
ON_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def obstacle(
    texts: Texts,
    environ: Mapping[str, str],
    platform: str = sys.platform,
    loads: Callable[[str], bool] | None = None,
    reaches: Callable[[], bool] | None = None,
) -> str | None:
    """The sentence that says why no window can open, or None when one can.

    `loads` tells whether a system library can be loaded, `reaches` whether an X display
    answers; tests put their own in.
    """
    if find_spec("PySide6") is None:
        return texts.gettext(
            "The window needs PySide6, which is not installed: "
            "run pip install 'briefer[gui]', or use the command line: briefer read FILE"
        )
    if platform != "linux":
        return None
    system = display_system(environ)
    if system == "":
        return texts.gettext(
            "There is no display to open a window on; use the command line: briefer read FILE"
        )
    if packages := missing_packages(system, loads or can_load):
        return texts.gettext(
            "System libraries that the window needs are missing; install them with: apt install {packages}"
        ).format(packages=" ".join(packages))
    if system == "xcb" and not (reaches or display_answers)():
        return texts.gettext(
            "The display {display} does not answer; use the command line: briefer read FILE"
        ).format(display=environ.get("DISPLAY", ""))
    return None


def display_system(environ: Mapping[str, str]) -> str:
    """What Qt will draw on: "wayland", "xcb", a platform asked for by name, or "" for nothing."""
    if asked := environ.get("QT_QPA_PLATFORM"):
        return asked.split(";")[0].split(":")[0]
    if environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if environ.get("DISPLAY") else ""


def missing_packages(system: str, loads: Callable[[str], bool]) -> list[str]:
    """The Debian packages of the libraries that cannot be loaded, in alphabetical order."""
    needed = dict(EVERYWHERE)
    if system == "xcb":
        needed.update(ON_X11)
    elif system == "wayland":
        needed.update(ON_WAYLAND)
    return sorted({package for library, package in needed.items() if not loads(library)})


def can_load(library: str) -> bool:
    """Whether the system's loader finds `library` and all that it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def display_answers() -> bool:
    """Whether the X server that $DISPLAY names takes a connection.

    The connection is kept: a server such as Xvfb starts anew when its last client leaves,
    and would turn Qt away meanwhile.
    """
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    return not xcb.xcb_connection_has_error(xcb.xcb_connect(None, None))
