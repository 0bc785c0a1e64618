"""The build hook: compiles the catalogues, for a wheel and for an editable installation alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Makes a .mo beside every .po before the files are gathered."""

    PLUGIN_NAME = "custom"

    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        for path in sorted(Path(self.root, "resources", "locale").rglob("*.po")):
            with path.open("rb") as source:
                catalogue = read_po(source, locale=path.parent.parent.name)
            with path.with_suffix(".mo").open("wb") as target:
                write_mo(target, catalogue)
