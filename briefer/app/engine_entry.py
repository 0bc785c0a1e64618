"""The reading process from its first moment."""

from __future__ import annotations

import sys

from briefer.app.collecting import hold


def main() -> int:
    """Answer requests until standard input ends."""
    hold()
    from briefer.app.engine_process import main as serve

    return serve()


if __name__ == "__main__":
    sys.exit(main())
