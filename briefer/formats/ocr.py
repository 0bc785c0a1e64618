"""Whether the text of pictures can be recognised on this system: where Tesseract's data are.

The recognition itself is in MuPDF and needs nothing but these data. It happens in the parsing
process (`pdf.ocr`); this module is light, so that the window can ask before it offers.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

# What is recognised, and the Debian packages that bring the data for it.
PACKAGES = {"rus": "tesseract-ocr-rus", "eng": "tesseract-ocr-eng"}
LANGUAGES = "+".join(PACKAGES)
_USUAL = (
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/app/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
)
_DEBIAN = Path("/usr/share/tesseract-ocr")
_WINDOWS = ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")


def available() -> tuple[str, ...]:
    """The packages that are missing before text can be recognised; none when all is there."""
    if tessdata_folder() is not None:
        return ()
    there = {name for folder in _folders() for name in PACKAGES if _holds(folder, name)}
    absent = [package for name, package in PACKAGES.items() if name not in there]
    return tuple(absent or PACKAGES.values())


def tessdata_folder() -> Path | None:
    """The folder that holds the data of both languages, None when there is none."""
    return next((folder for folder in _folders() if all(_holds(folder, name) for name in PACKAGES)), None)


def _holds(folder: Path, name: str) -> bool:
    try:
        return (folder / f"{name}.traineddata").is_file()
    except OSError:
        return False


def _folders() -> Iterator[Path]:
    """Where the data may be: where the user says, else where each system puts them."""
    if named := os.environ.get("TESSDATA_PREFIX"):
        yield Path(named)
        yield Path(named, "tessdata")
    if sys.platform == "win32":
        for variable in _WINDOWS:
            if root := os.environ.get(variable):
                yield Path(root, "Tesseract-OCR", "tessdata")
                yield Path(root, "Programs", "Tesseract-OCR", "tessdata")
        return
    with suppress(OSError):
        yield from sorted(_DEBIAN.glob("*/tessdata"), reverse=True)
    yield from map(Path, _USUAL)
