"""What a check of a library has found, as values; sentences are made of them in `briefer.app`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong (or, as a remark, worth telling): a stable code and parameters."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was looked at and what is wrong. `remarks` are not wrong: what was mended by itself.

    `documents` counts those in the trash too, `files` the originals, `backups` the good ones.
    """

    findings: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()
    documents: int = 0
    files: int = 0
    indexed: int = 0
    backups: int = 0

    @property
    def well(self) -> bool:
        return not self.findings
