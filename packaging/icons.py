"""Makes the PNG sizes of the program's icon from resources/icons/briefer.svg.

QT_QPA_PLATFORM=offscreen python packaging/icons.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"


def drawn(renderer: QSvgRenderer, size: int) -> QImage:
    """The icon as an image of `size` pixels square."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def main() -> int:
    """Write every size; 1 when one could not be written."""
    application = QGuiApplication(sys.argv[:1])
    renderer = QSvgRenderer(str(FOLDER / "briefer.svg"))
    written = [drawn(renderer, size).save(str(FOLDER / f"briefer-{size}.png")) for size in SIZES]
    application.quit()
    return 0 if renderer.isValid() and all(written) else 1


if __name__ == "__main__":
    sys.exit(main())
