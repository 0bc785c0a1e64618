"""The fonts that a bundle carries: PT Serif for texts and PT Sans for the window, with their licence.

They are taken from the folder that $BRIEFER_FONTS names, or from Debian's package fonts-paratype.
Without them the bundle is made all the same and uses what the system has.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

DEBIAN = Path("/usr/share/fonts/truetype/paratype")
LICENCE = Path(__file__).parent / "fonts" / "ParaType-Free-Font-License.txt"
# Upright, italic, bold and both, of PT Serif and PT Sans.
FILES = tuple(f"PT{family}{weight}F.ttf" for family in "FS" for weight in (55, 56, 75, 76))


def bundled_fonts(environ: Mapping[str, str] = os.environ) -> list[Path]:
    """The files to be put into resources/fonts; none when they are not all there."""
    folder = Path(environ.get("BRIEFER_FONTS") or DEBIAN)
    found = [folder / name for name in FILES]
    return [*found, LICENCE] if all(path.is_file() for path in found) else []
