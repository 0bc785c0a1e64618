"""What names only the form of a document (a draft resolution, a report of somebody's) and not its matter."""

from __future__ import annotations

import re

_FORM = re.compile(
    r"(?:(?:revised )?draft )?(?:resolution|decision)(?: [A-Z]+/\S+)?"
    r"|(?:(?:пересмотренный )?проект )?(?:резолюции|решения|резолюция|решение)(?: [A-Z]+/\S+)?",
    re.IGNORECASE,
)
# In whose name, without more: "Report of the Secretary-General", "Записка Секретариата"; and how one begins.
_BY = re.compile(
    r"(?:report|note) (?:of|by) the (?:secretary-general|secretariat|executive director|president|chair)"
    r"|(?:доклад|записка) (?:генерального секретаря|секретариата|директора-исполнителя|председателя)"
    r"|summary|резюме",
    re.IGNORECASE,
)


def is_draft(text: str) -> bool:
    """Whether `text` says no more than that this is a resolution, a decision or a draft of one."""
    return _FORM.fullmatch(text) is not None


def is_form(text: str) -> bool:
    """Whether `text` says only what kind of paper this is and whose."""
    return is_draft(text) or _BY.fullmatch(text.rstrip("*. ")) is not None
