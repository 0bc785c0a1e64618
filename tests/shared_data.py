"""The folder of real documents that may lie beside the checkout; tests of it skip where it is not."""

from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "data"
