"""How a document is set where that was changed for it alone; kept in one small private file.

It is worth little: what of it cannot be understood counts for nothing, and what cannot be written is in
force until the program ends.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path

from briefer.app.settings import FONT_FAMILY, FONT_SIZE, LINE_SPACING
from briefer.core.values import dataclass
from briefer.formats.writers.private_file import write_private

MOST = 500
MOST_BYTES = 500_000

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OwnLook:
    """Font, size in points and line spacing, as the settings of these names."""

    family: str
    size: float
    spacing: float


class OwnLooks:
    """Looks by a document's key (`briefer.app.state.Kept.key`). The file is read when first asked."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, OwnLook] | None = None

    def get(self, key: str) -> OwnLook | None:
        return self._all().get(key)

    def set(self, key: str, look: OwnLook | None) -> None:
        """Keep a look, or forget it; a document without a key has none. The oldest are dropped."""
        if not key:
            return
        known = self._all()
        known.pop(key, None)
        if look is not None:
            known[key] = look
        while len(known) > MOST:
            del known[next(iter(known))]
        self._write(known)

    def _all(self) -> dict[str, OwnLook]:
        if self._known is None:
            self._known = self._read()
        return self._known

    def _read(self) -> dict[str, OwnLook]:
        try:
            if self._path.stat().st_size > MOST_BYTES:
                return {}
            value = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError):
            log.warning("the looks of documents cannot be read")
            return {}
        held = value.get("looks") if isinstance(value, dict) else None
        looks = {key: _look(each) for key, each in held.items()} if isinstance(held, dict) else {}
        return {key: look for key, look in list(looks.items())[-MOST:] if look is not None}

    def _write(self, known: dict[str, OwnLook]) -> None:
        value = {
            "schema": 1,
            "looks": {key: [look.family, look.size, look.spacing] for key, look in known.items()},
        }
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_private(self._path, json.dumps(value, indent=1).encode("ascii"))
        except OSError as error:
            log.warning("the looks of documents cannot be written: %s", error.strerror)


def _look(value: object) -> OwnLook | None:
    if not isinstance(value, list) or len(value) != 3:
        return None
    family, size, spacing = value
    good = FONT_FAMILY.accepts(family) and FONT_SIZE.accepts(size) and LINE_SPACING.accepts(spacing)
    return OwnLook(family, float(size), float(spacing)) if good else None
