"""Takes pictures of the real window in its states, for README and to be looked at.

    python packaging/pictures.py [FOLDER] [--only NAME…]

Draws offscreen, so that no screen is needed. Each state stands by name in FOLDER (build/pictures unless
given), in both languages, light and dark, at two sizes; the four that README shows are copied to
packaging/pictures. How to add one is said in `picturing`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # for the files that tests make

from picturing import around, dialogs, scenes, searching
from picturing.studio import Studio

from briefer.gui.theme import new_application

PACKAGING = Path(__file__).resolve().parent
IN_README = {
    "reader-en-light-1366": "reader",
    "reader-ru-dark-1366": "notes-ru-dark",
    "search-en-light-1366": "search",
    "briefing-note": "briefing-note",
}


def main() -> int:
    """Take every picture, or those of the scenes named."""
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("folder", nargs="?", type=Path, default=PACKAGING.parent / "build" / "pictures")
    parser.add_argument("--only", nargs="+", metavar="NAME", default=[])
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    application = new_application()
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(application, Path(folder), wanted.folder)
        for scene in (*scenes.album, *searching.album, *around.album, *dialogs.album):
            if not wanted.only or scene.name in wanted.only:
                studio.take(scene)
        if not wanted.only:
            dialogs.exported(studio, wanted.folder)
        studio.close()
    for state, name in IN_README.items():
        if not wanted.only and (picture := wanted.folder / f"{state}.png").exists():
            shutil.copy(picture, PACKAGING / "pictures" / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
