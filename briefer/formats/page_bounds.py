"""What is drawn of pages at most, and of which files: known to both sides of the pipe."""

from __future__ import annotations

MOST_PAGES = 2000
MOST_PIXELS = 4 << 20  # in one picture
MOST_SCALE = 64.0  # pixels a point
LEAST_POINTS, MOST_POINTS = 1.0, 100_000.0  # of a page's sides
PICTURES = frozenset(("png", "jpeg", "tiff", "gif", "bmp"))
