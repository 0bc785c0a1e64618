"""Where the files of `resources/` are: in a wheel, in a checkout or in a bundle."""

from __future__ import annotations

from pathlib import Path

import briefer


def resource(*parts: str) -> Path:
    """The path of a bundled resource, such as `resource("samples", "x.txt")`.

    An installed wheel carries the folder inside the package, a checkout beside it.
    Raises FileNotFoundError when the resource is in neither place.
    """
    package = Path(briefer.__file__).resolve().parent
    for root in (package / "resources", package.parent / "resources"):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(("resources", *parts)))
